import type { CoachReply, CoachRequest } from '../../domain/judging/coach/coaching'
import type { CallScope, Coach } from '../../domain/ports'
import { buildCoachMessages, COACH_REPLY_JSON_SCHEMA, COACH_REPLY_NAME } from './build-coach-messages'
import type { ModelClient } from './model-client'
import type { ModelTimeouts } from './model-settings'
import type { Outgoing, ProtectOutgoing } from './protect-outgoing'
import { readCoachReply } from './read-coach-reply'

export type ModelCoachDeps = {
  client: ModelClient
  model: string
  protect: ProtectOutgoing
  timeouts?: ModelTimeouts
}

/** Who asks stops waiting much earlier as a rule; this ends a call whose client never stops talking. */
const TIMEOUTS: ModelTimeouts = { firstTokenMs: 8_000, idleMs: 5_000, totalMs: 20_000 }

/** Finds words for advice with a language model. Personal data is masked before anything leaves; what comes back is unchecked. */
export function createModelCoach(deps: ModelCoachDeps): Coach {
  return {
    async write(request, signal, scope) {
      try {
        return await write(deps, request, signal, scope)
      } catch (error) {
        if (signal?.aborted) return { status: 'failed', reason: 'aborted' }
        return { status: 'failed', reason: error instanceof Error ? error.name : 'unknown' }
      }
    },
  }
}

async function write(
  { client, model, protect, timeouts = TIMEOUTS }: ModelCoachDeps,
  request: CoachRequest,
  signal: AbortSignal | undefined,
  scope: CallScope | undefined,
): Promise<CoachReply> {
  const outgoing = protect(listTexts(request), scope?.dataPolicy)
  if (outgoing.status === 'blocked') return { status: 'failed', reason: 'blocked' }
  const result = await client.completeJson(
    {
      model,
      messages: buildCoachMessages(putTexts(request, outgoing)),
      schemaName: COACH_REPLY_NAME,
      jsonSchema: COACH_REPLY_JSON_SCHEMA,
      temperature: 0.3,
      parse: (reply) => readCoachReply(outgoing.unmask(reply), request),
      timeouts,
      ...(scope === undefined ? {} : { scope }),
    },
    signal,
  )
  return result.status === 'failed' ? { status: 'failed', reason: result.reason } : result.value
}

/** The talk first: a value has the same placeholder in every call of it. The utterance last: the policy looks at it. */
function listTexts({ talk, advice, passages, utterance }: CoachRequest): string[] {
  return [
    ...talk.map((line) => line.text),
    ...advice.flatMap(({ text }) => [text.zh, text.en]),
    ...passages.flatMap((one) => [one.place, one.text]),
    utterance,
  ]
}

/** The same request with what `listTexts` lists as it may leave. */
function putTexts(request: CoachRequest, { texts }: Extract<Outgoing, { status: 'allowed' }>): CoachRequest {
  const left = [...texts]
  const next = () => left.shift() ?? ''
  return {
    ...request,
    talk: request.talk.map((line) => ({ ...line, text: next() })),
    advice: request.advice.map((one) => ({ ...one, text: { zh: next(), en: next() } })),
    passages: request.passages.map((one) => ({ ...one, place: next(), text: next() })),
    utterance: next(),
  }
}
