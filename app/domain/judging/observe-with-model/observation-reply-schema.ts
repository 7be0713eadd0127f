import { z } from 'zod'

/** More than this in one utterance is no hearing but noise. */
const MAX_OBSERVATIONS = 60

/**
 * What a model answers. Anything else in its reply (a score, a verdict, advice) is not read.
 * Bounds are checked here and not in the schema that is sent, which servers understand in part only.
 */
export const observationReplySchema = z.object({
  observations: z.array(z.object({ code: z.string().max(64), quote: z.string().max(2_000) })).max(MAX_OBSERVATIONS),
})

export const OBSERVATION_REPLY_NAME = 'observations'

/** The same as JSON Schema, in the few words that every server with `json_schema` takes. */
export const OBSERVATION_REPLY_JSON_SCHEMA = {
  type: 'object',
  properties: {
    observations: {
      type: 'array',
      items: {
        type: 'object',
        properties: { code: { type: 'string' }, quote: { type: 'string' } },
        required: ['code', 'quote'],
        additionalProperties: false,
      },
    },
  },
  required: ['observations'],
  additionalProperties: false,
} as const
