import type OpenAI from 'openai'
import type { ChatMessage } from '../../domain/roleplay/speak-with-model/chat-message'
import type { Rung } from './capability-ladder'
import { type ClassifiedFailure, classifyModelError } from './classify-model-error'
import type { ModelFailure, TokenUsage } from './model-result'
import type { ModelTimeouts } from './model-settings'
import { createThoughtFilter } from './thought-filter'
import { watchStream } from './watch-stream'

export type ReplyPiece =
  | { kind: 'text'; text: string }
  | { kind: 'end'; usage: TokenUsage | null }
  | ({ kind: 'failed' } & ClassifiedFailure)

export type StreamInput = {
  model: string
  messages: readonly ChatMessage[]
  temperature?: number
  timeouts: ModelTimeouts
  rung: Rung
  ask: { schemaName: string; jsonSchema: Readonly<Record<string, unknown>> } | null
  clock: { now(): Date }
  /** Letters after which the reply is cut. */
  most: number
}

/** Fixed, so that servers that honour it answer the same to the same. */
const SEED = 7

function buildBody({
  model,
  messages,
  temperature,
  rung,
  ask,
}: StreamInput): OpenAI.ChatCompletionCreateParamsStreaming {
  return {
    model,
    messages: (rung.hasSystem ? messages : joinSystem(messages)).map(({ role, content }) => ({ role, content })),
    stream: true,
    ...(rung.hasUsage ? { stream_options: { include_usage: true } } : {}),
    ...(rung.hasSampling ? { seed: SEED, ...(temperature === undefined ? {} : { temperature }) } : {}),
    ...(ask && rung.format === 'json_object' ? { response_format: { type: 'json_object' as const } } : {}),
    ...(ask && rung.format === 'json_schema'
      ? {
          response_format: {
            type: 'json_schema' as const,
            json_schema: { name: ask.schemaName, strict: true, schema: { ...ask.jsonSchema } },
          },
        }
      : {}),
  }
}

/** The system's words before the user's first. */
function joinSystem(messages: readonly ChatMessage[]): ChatMessage[] {
  const told = messages.filter((one) => one.role === 'system').map((one) => one.content)
  const [first, ...rest] = messages.filter((one) => one.role !== 'system')
  return first ? [{ ...first, content: [...told, first.content].join('\n\n') }, ...rest] : [...messages]
}

/** How servers name the end that a reply comes to by itself. */
const WHOLE = new Set(['stop', 'eos', 'eos_token', 'end_turn', 'stop_sequence'])
const FINISH_FAILURES: Readonly<Record<string, ModelFailure>> = { length: 'too-long', content_filter: 'content-filter' }

type Read = { finish: string | null; letters: number; isRefused: boolean; usage: TokenUsage | null }

/** @returns why a reply that has come to its end is no reply; null when it is one. */
function judgeEnd({ finish, letters, isRefused }: Read): ModelFailure | null {
  if (isRefused) return 'refusal'
  // An aborted stream and one without its last mark end without an error: only a finish reason says that it is whole.
  if (finish === null) return 'no-finish'
  if (!WHOLE.has(finish)) return FINISH_FAILURES[finish] ?? 'bad-request'
  return letters === 0 ? 'empty' : null
}

/**
 * One try of one streamed reply.
 *
 * @returns pieces of text, then exactly one `end` or `failed`.
 * @throws only the caller's abort.
 */
export async function* openStream(
  openai: OpenAI,
  input: StreamInput,
  caller: AbortSignal | undefined,
): AsyncGenerator<ReplyPiece, void, void> {
  caller?.throwIfAborted()
  const watch = watchStream(input.timeouts, caller)
  const read: Read = { finish: null, letters: 0, isRefused: false, usage: null }
  const strip = createThoughtFilter()
  const fail = (reason: ModelFailure, detail: string, canRetry = false): ReplyPiece => ({
    kind: 'failed',
    status: 'failed',
    reason,
    detail,
    canRetry,
    retryAfterMs: null,
  })
  try {
    const stream = await openai.chat.completions.create(buildBody(input), { signal: watch.signal })
    for await (const chunk of stream) {
      const piece = readChunk(chunk, read)
      // Azure's first piece has no choices, and a role alone is no word yet.
      if (piece.isAlive) watch.beat()
      const text = strip(piece.text)
      read.letters += text.length
      if (read.letters > input.most) return yield fail('too-large', `over ${input.most} letters`)
      if (text !== '') yield { kind: 'text', text }
    }
    const rest = strip('', true)
    read.letters += rest.length
    if (rest !== '') yield { kind: 'text', text: rest }
    caller?.throwIfAborted()
    const timeout = watch.findTimeout()
    if (timeout) return yield fail(timeout, 'no piece in time', timeout === 'timeout-first-token')
    const fault = judgeEnd(read)
    return yield fault ? fail(fault, `finish: ${read.finish}`) : { kind: 'end', usage: read.usage }
  } catch (error) {
    caller?.throwIfAborted()
    const timeout = watch.findTimeout()
    if (timeout) return yield fail(timeout, 'no piece in time', timeout === 'timeout-first-token')
    return yield { kind: 'failed', ...classifyModelError(error, input.clock.now()) }
  } finally {
    watch.stop()
  }
}

/** Above every context window. What is no such number, or left out, would open the budgets or close them for everybody. */
const MOST_COUNTED = 2_000_000
const isCount = (tokens: unknown): tokens is number =>
  Number.isInteger(tokens) && Number(tokens) >= 0 && Number(tokens) <= MOST_COUNTED

function readChunk(chunk: OpenAI.ChatCompletionChunk, read: Read): { text: string; isAlive: boolean } {
  if (chunk.usage) {
    const { prompt_tokens, completion_tokens } = chunk.usage
    if (isCount(prompt_tokens) && isCount(completion_tokens))
      read.usage = { prompt: prompt_tokens, completion: completion_tokens, isEstimate: false }
  }
  const choice = chunk.choices?.[0]
  if (!choice) return { text: '', isAlive: false }
  const delta: Delta = choice.delta ?? {}
  if (delta.refusal) read.isRefused = true
  if (choice.finish_reason) read.finish = choice.finish_reason
  const text = readContent(delta.content)
  const hasThought = Boolean(delta.reasoning_content) || Boolean(delta.reasoning)
  return { text, isAlive: text !== '' || hasThought || choice.finish_reason !== null }
}

/** Of one piece; some servers send content in typed parts, and thoughts beside it under either name. */
type Delta = {
  content?: string | readonly { type?: string; text?: string }[] | null
  refusal?: string | null
  reasoning_content?: string | null
  reasoning?: string | null
}

function readContent(content: Delta['content']): string {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  return content.map((part) => (part.type === 'text' ? (part.text ?? '') : '')).join('')
}
