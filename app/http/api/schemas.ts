import { z } from 'zod'
import { MOODS, PHASES } from '~/domain/roleplay/client-state'
import { localisedSchema } from '~/domain/shared/localised'
import { DIMENSIONS, SEVERITIES } from '~/domain/shared/observation'

// What goes in and out of /api/v1. The same schemas check requests, fill the OpenAPI document and check answers in the contract test.

const MAX_TRANSCRIPT_LINES = 400

const percent = z.number().min(0).max(100)
const opaqueId = z.string().min(1).max(100)
const localDate = z.iso.date()
const instant = z.iso.datetime()

// ---- requests

export const startRoleplayInput = z.strictObject({
  scenarioId: z.string().min(1).max(100),
  seed: z
    .union([z.string().min(1).max(100), z.number().int()])
    .transform(String)
    .optional(),
  engine: z.enum(['embedded', 'llm']).optional(),
  mode: z.enum(['practice', 'exam']).optional(),
  asOf: localDate.optional(),
})

export const takeTurnInput = z.strictObject({
  turnId: opaqueId,
  text: z.string(),
  /** Index that the sender expects the turn to get; refused with 409 when the talk has moved on. */
  turnIndex: z.number().int().min(0).optional(),
  /** In a talk on a model: the embedded engine answers and hears this turn alone. */
  engine: z.literal('embedded').optional(),
})

export const forkInput = z.strictObject({ fromTurn: z.number().int().min(0) })

export const judgeInput = z.strictObject({
  transcript: z
    .array(z.strictObject({ who: z.enum(['client', 'trainee']), text: z.string().max(20_000) }))
    .min(1)
    .max(MAX_TRANSCRIPT_LINES),
  client: z.looseObject({ age: z.number().int().min(0).max(120).optional() }).optional(),
  personaId: z.string().max(100).optional(),
  productId: z.string().max(100).optional(),
  engine: z.enum(['embedded', 'llm']).optional(),
  asOf: localDate.optional(),
})

// ---- responses

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
})

export const personaSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  address: z.string(),
  age: z.number().int(),
  gender: z.enum(['female', 'male']),
  group: z.string(),
  occupation: localisedSchema,
  place: localisedSchema,
  tagline: localisedSchema,
  known: z.array(localisedSchema),
})

export const scenarioSummarySchema = z.object({
  id: z.string(),
  personaId: z.string(),
  title: localisedSchema,
  products: z.array(z.object({ id: z.string(), name: localisedSchema })),
  difficulty: z.number().int().min(1).max(3),
  minutes: z.number().int(),
  practises: z.array(z.enum(DIMENSIONS)),
  passMark: z.number(),
  asOf: localDate,
})

export const scenarioDetailSchema = scenarioSummarySchema.extend({
  persona: personaSummarySchema,
  briefing: z.object({
    where: localisedSchema,
    introducedBy: localisedSchema,
    goal: localisedSchema,
    known: z.array(localisedSchema),
  }),
  weights: z.partialRecord(z.enum(DIMENSIONS), z.number()),
  duties: z.array(
    z.object({
      id: z.string(),
      name: localisedSchema,
      why: localisedSchema,
      force: z.enum(['law', 'good-practice']),
      isRequired: z.boolean(),
      cite: z.array(z.string()),
    }),
  ),
  clientOpens: z.boolean(),
})

export const observationSchema = z.object({
  code: z.string(),
  source: z.enum(['trainee', 'client']),
  quote: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  confidence: z.number().min(0).max(1),
  contradicts: z.object({ sourceId: z.string(), fact: z.string(), passageId: z.string().optional() }).optional(),
})

export const lineItemSchema = z.object({
  code: z.string(),
  points: z.number().int(),
  quote: z.string().optional(),
  start: z.number().int().optional(),
  end: z.number().int().optional(),
  source: z.enum(['trainee', 'client']).optional(),
  cite: z.array(z.string()).optional(),
  passageId: z.string().optional(),
})

const reasonSchema = z.object({ code: z.string(), zh: z.string(), en: z.string() })
const adviceSchema = reasonSchema.extend({
  /** Set where a language model found the words; what to advise on is decided by rules. */
  by: z.literal('model').optional(),
  /** The passages that the words lean on; of a model's words only. */
  citations: z.array(z.object({ passageId: z.string(), label: z.string() })).optional(),
})

export const turnScoreSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('scored'),
    total: percent,
    items: z.array(lineItemSchema),
    observations: z.array(observationSchema),
    advice: z.array(adviceSchema),
    /** `total` is the same judge's; `by` is set where a language model found the words. */
    betterWording: z.object({ text: z.string(), total: percent, by: z.literal('model').optional() }).nullable(),
    /** Statements of fact that a passage of the knowledge base supports. */
    supported: z.array(z.object({ quote: z.string(), fact: z.string(), passageId: z.string() })).optional(),
  }),
  z.object({ status: z.literal('not-scored'), reason: z.string() }),
  /** Exam mode: shown when the talk has ended. */
  z.object({ status: z.literal('withheld') }),
])

export const talkStateSchema = z.object({
  phase: z.enum(PHASES),
  trust: percent,
  interest: percent,
  patience: percent,
  mood: z.enum(MOODS),
  ended: z.object({ reason: z.string(), turnIndex: z.number().int() }).nullable(),
})

export const ledgerEntrySchema = z.object({
  dutyId: z.string(),
  zh: z.string(),
  en: z.string(),
  whyZh: z.string(),
  whyEn: z.string(),
  status: z.enum(['open', 'met', 'missed']),
  force: z.enum(['law', 'good-practice']),
  isRequired: z.boolean(),
  cite: z.array(z.string()),
  metAtTurn: z.number().int().nullable(),
  quote: z.string().nullable(),
  noteZh: z.string().optional(),
  noteEn: z.string().optional(),
})

export const turnResultSchema = z.object({
  turnId: z.string(),
  turnIndex: z.number().int(),
  reply: z.object({
    text: z.string(),
    mood: z.enum(MOODS),
    /** In a talk on a model: who found the words, and why not the model alone. */
    speech: z.object({ by: z.enum(['model', 'embedded']), replaced: z.string().nullable() }).optional(),
  }),
  /** In a talk on a model: who judged, and why the embedded judge was alone. */
  listening: z.object({ by: z.enum(['both', 'embedded']), failure: z.string().nullable() }).optional(),
  score: turnScoreSchema,
  state: talkStateSchema,
  /** Empty in exam mode until the talk has ended. */
  ledger: z.array(ledgerEntrySchema),
})

export const roleplayStartedSchema = z.object({
  id: z.string(),
  seed: z.string(),
  opening: z.object({ text: z.string() }).optional(),
  state: talkStateSchema,
})

export const roleplaySchema = roleplayStartedSchema.extend({
  scenarioId: z.string(),
  personaId: z.string(),
  mode: z.enum(['practice', 'exam']),
  engine: z.enum(['embedded', 'llm']),
  asOf: localDate,
  status: z.enum(['open', 'ended']),
  turns: z.array(turnResultSchema.extend({ text: z.string(), acceptedAt: instant })),
  ledger: z.array(ledgerEntrySchema),
  learnt: z.array(z.object({ factId: z.string(), note: localisedSchema, isHidden: z.boolean() })),
  hints: z.array(z.object({ turnIndex: z.number().int(), text: localisedSchema })),
  /** A turn that was accepted and has no reply yet: sending it again finishes it. */
  pendingTurn: z.object({ turnId: z.string(), turnIndex: z.number().int(), text: z.string() }).nullable(),
  forkedFrom: z.object({ id: z.string(), turn: z.number().int() }).nullable(),
  startedAt: instant,
  endedAt: instant.nullable(),
})

const dimensionResultSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('graded'),
    level: z.number().int().min(1).max(5),
    evidence: z.array(z.object({ turnIndex: z.number().int(), code: z.string(), quote: z.string() })),
  }),
  z.object({ status: z.literal('not-applicable') }),
  z.object({ status: z.literal('not-scored'), reason: z.string() }),
])

const violationSchema = z.object({
  turnIndex: z.number().int(),
  code: z.string(),
  severity: z.enum(SEVERITIES),
  quote: z.string(),
  cite: z.array(z.string()),
  /** What contradicts a false statement, and where that stands. */
  fact: z.string().optional(),
  passageId: z.string().optional(),
})

export const scorecardSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('scored'),
    overall: percent,
    passed: z.boolean(),
    reason: reasonSchema,
    headline: localisedSchema,
    dimensions: z.partialRecord(z.enum(DIMENSIONS), dimensionResultSchema),
    caps: z.array(z.object({ code: z.string(), limit: z.number() })),
    items: z.array(lineItemSchema),
    ledger: z.array(ledgerEntrySchema),
    violations: z.array(violationSchema),
    moments: z.array(
      z.object({
        kind: z.enum(['best', 'costliest', 'missed']),
        turnIndex: z.number().int(),
        code: z.string(),
        quote: z.string(),
        zh: z.string(),
        en: z.string(),
      }),
    ),
    advice: z.array(z.object({ dimension: z.enum(DIMENSIONS), zh: z.string(), en: z.string() })),
    versions: z.object({
      catalogue: z.number(),
      rubric: z.number(),
      scenario: z.number().nullable(),
      persona: z.number().nullable(),
      engine: z.string(),
      asOf: z.string(),
    }),
  }),
  z.object({
    status: z.literal('not-scored'),
    reason: z.string(),
    violations: z.array(violationSchema),
    ledger: z.array(ledgerEntrySchema),
  }),
])

export const judgementSchema = z.object({
  turns: z.array(
    z.object({
      /** Position of the utterance in the transcript, from 0. */
      index: z.number().int(),
      /** Position among the trainee's turns, from 0. */
      turnIndex: z.number().int(),
      observations: z.array(observationSchema),
      score: turnScoreSchema,
    }),
  ),
  scorecard: scorecardSchema,
  /** Which of the ids in the request are ours; without its facts a persona or product is judged by the words alone. */
  recognised: z.object({ personaId: z.string().nullable(), productId: z.string().nullable() }),
})

export const finishedSchema = z.object({ id: z.string(), status: z.literal('ended'), scorecard: scorecardSchema })
export const hintSchema = z.object({ turnIndex: z.number().int(), text: localisedSchema, costPoints: z.number().int() })
export const healthSchema = z.object({ status: z.literal('ok') })
export const readinessSchema = z.object({
  status: z.enum(['ready', 'not-ready']),
  database: z.object({ kind: z.enum(['embedded', 'postgresql']), status: z.enum(['ok', 'failed']) }),
  /** `revision` counts the changes of the knowledge base; -1 until the first index is built. */
  knowledge: z.object({
    status: z.enum(['empty', 'building', 'ready']),
    revision: z.number().int(),
    documents: z.number().int(),
    passages: z.number().int(),
    builtInMs: z.number().int(),
    /** The dense half of search. While it is not `ready`, search is by words alone. */
    embeddings: z.object({
      status: z.enum(['not-configured', 'waiting', 'embedding', 'ready', 'failing', 'too-many']),
      model: z.string().nullable(),
      passages: z.number().int(),
      /** How the halves are put together, by how each does on the knowledge base's own questions. */
      fusion: z.object({ kind: z.enum(['rank', 'mix', 'off']), weight: z.number().optional() }).nullable(),
      mrr: z.object({ dense: z.number(), words: z.number() }).nullable(),
      reason: z.string().nullable(),
    }),
  }),
  engines: z.object({ embedded: z.literal('ok'), llm: z.enum(['ok', 'not-configured']) }),
})
