import { buildObserveMessages } from '../../domain/judging/observe-with-model/build-observe-messages'
import type { ModelPerception } from '../../domain/judging/observe-with-model/merge-perceptions'
import {
  OBSERVATION_REPLY_JSON_SCHEMA,
  OBSERVATION_REPLY_NAME,
} from '../../domain/judging/observe-with-model/observation-reply-schema'
import {
  type ParsedReply,
  parseObservationReply,
} from '../../domain/judging/observe-with-model/parse-observation-reply'
import type { CallScope, Observer, PerceiveInput } from '../../domain/ports'
import type { Catalogue } from '../../domain/shared/observation'
import type { ModelClient } from './model-client'
import type { ModelTimeouts } from './model-settings'
import type { ProtectOutgoing } from './protect-outgoing'

export type ModelObserverDeps = {
  client: ModelClient
  model: string
  catalogue: Catalogue
  protect: ProtectOutgoing
  timeouts?: ModelTimeouts
}

export type ModelObserver = Omit<Observer, 'perceive'> & {
  /** Never throws; an abort by the caller is `failed` with reason `aborted`. */
  perceive(input: PerceiveInput, signal?: AbortSignal, scope?: CallScope): Promise<ModelPerception>
}

/**
 * Hears with a language model. What it returns is one tier only: `mergePerceptions` decides what of it counts.
 *
 * @returns observations with exact quotes; no claims, which need knowledge.
 */
export function createModelObserver(deps: ModelObserverDeps): ModelObserver {
  return {
    engine: 'llm',
    async perceive(input, signal, scope) {
      try {
        return await perceive(deps, input, signal, scope)
      } catch (error) {
        if (signal?.aborted) return { status: 'failed', reason: 'aborted' }
        return { status: 'failed', reason: error instanceof Error ? error.name : 'unknown' }
      }
    },
  }
}

async function perceive(
  { client, model, catalogue, protect, timeouts }: ModelObserverDeps,
  input: PerceiveInput,
  signal: AbortSignal | undefined,
  scope: CallScope | undefined,
): Promise<ModelPerception> {
  // The talk first: a value has the same placeholder in every call of the talk.
  const outgoing = protect([...input.talk.map((line) => line.text), input.utterance], scope?.dataPolicy)
  if (outgoing.status === 'blocked') return { status: 'failed', reason: 'blocked' }
  const utterance = outgoing.texts.at(-1) ?? ''
  const talk = input.talk.map((line, i) => ({ ...line, text: outgoing.texts[i] ?? '' }))
  const last = input.talk.at(-1)
  const heard = { utterance: input.utterance, clientText: last?.who === 'client' ? last.text : '', catalogue }
  const result = await client.completeJson(
    {
      model,
      messages: buildObserveMessages({ ...input, utterance, talk, catalogue }),
      schemaName: OBSERVATION_REPLY_NAME,
      jsonSchema: OBSERVATION_REPLY_JSON_SCHEMA,
      temperature: 0,
      // Quotes come back with placeholders; they are looked for in the words as typed.
      parse: (reply) => toParsed(parseObservationReply(outgoing.unmask(reply), heard)),
      ...(timeouts === undefined ? {} : { timeouts }),
      ...(scope === undefined ? {} : { scope }),
    },
    signal,
  )
  if (result.status === 'failed') return { status: 'failed', reason: result.reason }
  return { status: 'perceived', observations: result.value.observations, claims: [], dropped: result.value.dropped }
}

function toParsed(parsed: ParsedReply) {
  return parsed.status === 'parsed' ? { status: 'ok' as const, value: parsed } : parsed
}
