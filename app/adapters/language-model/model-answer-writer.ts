import { z } from 'zod'
import { extractJson } from '../../domain/judging/observe-with-model/extract-json'
import type { CallScope } from '../../domain/ports'
import type { WriteRequest, Written, WrittenSentence } from '../../domain/retrieval/answer-writer'
import { ANSWER_REPLY_JSON_SCHEMA, ANSWER_REPLY_NAME, buildAnswerMessages } from './build-answer-messages'
import type { JsonRequest, ModelClient } from './model-client'
import type { ModelTimeouts } from './model-settings'
import type { ProtectOutgoing } from './protect-outgoing'

export type ModelAnswerWriterDeps = {
  client: ModelClient
  model: string
  protect: ProtectOutgoing
  timeouts?: ModelTimeouts
}

type ModelAnswerWriter = {
  /** Never throws but the caller's abort. What comes back is unchecked. */
  write(request: WriteRequest, scope?: CallScope, signal?: AbortSignal): Promise<Written>
}

const MAX_SENTENCES = 6
const replySchema = z.object({
  sentences: z.array(z.object({ text: z.string().max(600), cites: z.array(z.number().int()).max(12) })).max(40),
})

/** Writes an answer out of passages with a language model. Personal data is masked before anything leaves. */
export function createModelAnswerWriter(deps: ModelAnswerWriterDeps): ModelAnswerWriter {
  return {
    async write(request, scope, signal) {
      const { client, model, protect, timeouts } = deps
      // The question last: the policy looks at it, and withholds passages with personal data.
      const texts = [...request.passages.map((one) => one.text), request.question]
      const outgoing = protect(texts, scope?.dataPolicy)
      if (outgoing.status === 'blocked') return { status: 'blocked' }
      const question = outgoing.texts.at(-1) ?? ''
      const passages = request.passages.map((one, i) => ({ ...one, text: outgoing.texts[i] ?? '' }))
      const result = await client.completeJson(
        {
          model,
          messages: buildAnswerMessages({ question, passages }),
          schemaName: ANSWER_REPLY_NAME,
          jsonSchema: ANSWER_REPLY_JSON_SCHEMA,
          temperature: 0,
          parse: (reply) => readReply(outgoing.unmask(reply), request),
          ...(timeouts === undefined ? {} : { timeouts }),
          ...(scope === undefined ? {} : { scope }),
        },
        signal,
      )
      if (result.status === 'failed') return { status: 'failed', reason: result.reason }
      return { status: 'written', sentences: result.value }
    },
  }
}

type Parsed = ReturnType<JsonRequest<readonly WrittenSentence[]>['parse']>

/** Numbers of passages become ids; a number that stands for none becomes an id that no passage has, for the checker to refuse. */
function readReply(reply: string, { passages }: WriteRequest): Parsed {
  const extracted = extractJson(reply)
  if (extracted.status !== 'found')
    return { status: 'invalid', reason: 'not-json', detail: `objects: ${extracted.status}` }
  const result = replySchema.safeParse(extracted.value)
  if (!result.success) {
    const issues = result.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    return { status: 'invalid', reason: 'wrong-shape', detail: issues.join('; ') }
  }
  const sentences = result.data.sentences
    .slice(0, MAX_SENTENCES)
    .map(({ text, cites }) => ({
      text: text.trim(),
      passageIds: [...new Set(cites)].map((one) => passages[one - 1]?.id ?? `#${one}`),
    }))
    .filter((one) => one.text !== '')
  return { status: 'ok', value: sentences }
}
