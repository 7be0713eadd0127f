import type { ChatMessage } from '../../domain/roleplay/speak-with-model/chat-message'
import type { JsonRequest, JsonResult, StreamEvent, TextRequest } from './model-client'
import type { Failed, TokenUsage } from './model-result'

type Ask = (request: TextRequest) => AsyncIterable<StreamEvent>

const REPAIR = '上面的輸出不能用。請只輸出符合要求的一個 JSON 物件，不要說明、不要程式碼框。'

/**
 * An answer in JSON, validated; one that cannot be read is sent back once for repair.
 *
 * @param ask streams one reply to a request.
 * @throws only the caller's abort.
 */
export async function completeJson<T>(ask: Ask, request: JsonRequest<T>): Promise<JsonResult<T>> {
  const first = await collect(ask(request))
  if (first.status === 'failed') return first
  const parsed = request.parse(first.text)
  if (parsed.status === 'ok') return { status: 'ok', value: parsed.value, repaired: false, usage: first.usage }
  const messages: ChatMessage[] = [
    ...request.messages,
    { role: 'assistant', content: first.text.slice(0, 4_000) },
    { role: 'user', content: `${REPAIR}（${parsed.detail.slice(0, 300)}）` },
  ]
  const second = await collect(ask({ ...request, messages }))
  if (second.status === 'failed') return second
  const usage = addUsage(first.usage, second.usage)
  const repaired = request.parse(second.text)
  if (repaired.status === 'ok') return { status: 'ok', value: repaired.value, repaired: true, usage }
  return { status: 'failed', reason: repaired.reason, detail: repaired.detail }
}

type Collected = { status: 'ok'; text: string; usage: TokenUsage } | Failed

async function collect(events: AsyncIterable<StreamEvent>): Promise<Collected> {
  let text = ''
  for await (const event of events) {
    if (event.kind === 'delta') text += event.text
    else if (event.kind === 'done') return { status: 'ok', text, usage: event.usage }
    else return { status: 'failed', reason: event.reason, detail: event.detail }
  }
  return { status: 'failed', reason: 'no-finish', detail: 'the reply has no end' }
}

function addUsage(a: TokenUsage, b: TokenUsage): TokenUsage {
  return {
    prompt: a.prompt + b.prompt,
    completion: a.completion + b.completion,
    isEstimate: a.isEstimate || b.isEstimate,
  }
}
