import { z } from 'zod'
import { calculationSchema } from '~/domain/quiz/calculation'
import {
  ABILITIES,
  ITEM_FAULT_DETAILS,
  ITEM_FAULTS,
  ITEM_ORIGINS,
  ITEM_STATUSES,
  ITEM_TYPES,
  responseSchema,
} from '~/domain/quiz/item'

// What goes in and out of /api/v1/quizzes, /attempts and /items.

const MAX_ITEMS = 60
const MAX_DOCUMENTS = 100
const MAX_PAGE = 200

const id = z.string().min(1).max(300)
const whole = z.number().int().min(0)
const share = z.number().min(0).max(1)
const time = z.iso.datetime()

// ---- requests

export const makeQuizInput = z
  .strictObject({
    documentIds: z.array(id).min(1).max(MAX_DOCUMENTS).optional(),
    topic: z.string().trim().min(1).max(200).optional(),
    scenarioId: id.optional(),
    title: z.string().trim().min(1).max(200).optional(),
    count: z.number().int().min(1).max(MAX_ITEMS),
    /** All types when left out. */
    types: z.array(z.enum(ITEM_TYPES)).optional(),
    /** Same sources, count, types and seed: the same items. */
    seed: z.string().min(1).max(200).optional(),
    timeLimitMinutes: z.number().int().min(1).max(600).optional(),
    passPercent: z.number().int().min(0).max(100).optional(),
    /** The same input sent again with the same id, or twice at once, gives the same quiz. */
    requestId: z
      .string()
      .regex(/^[\w-]{8,64}$/)
      .optional(),
  })
  .refine(
    ({ documentIds, topic, scenarioId }) =>
      [documentIds, topic, scenarioId].filter((one) => one !== undefined).length === 1,
    { path: ['documentIds'], message: 'send exactly one of documentIds, topic and scenarioId' },
  )
const itemAnswer = z.strictObject({ itemId: id, response: responseSchema })
export const attemptInput = z.strictObject({
  /** `practice` when left out. */
  mode: z.enum(['practice', 'exam']).optional(),
  /** With answers the attempt is graded and ended at once; items left out count as not answered. */
  answers: z.array(itemAnswer).max(MAX_ITEMS).optional(),
})
export const answerItemInput = itemAnswer
export const listItemsInput = z.object({
  status: z.enum(ITEM_STATUSES).optional(),
  origin: z.enum(ITEM_ORIGINS).optional(),
  type: z.enum(ITEM_TYPES).optional(),
  ability: z.enum(ABILITIES).optional(),
  documentId: id.optional(),
  /** In the stem. */
  words: z.string().trim().min(1).max(200).optional(),
  offset: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).optional(),
})

// ---- responses

const citationSchema = z.object({ passageId: z.string(), label: z.string(), quote: z.string().optional() })
const acceptedSchema = z.object({ accepted: z.array(z.string()) })
/** Beside what all items have, the parts of its type. */
export const itemSchema = z.object({
  id: z.string(),
  version: whole,
  status: z.enum(ITEM_STATUSES),
  type: z.enum(ITEM_TYPES),
  stem: z.string(),
  /** Option ids; `true` or `false`; the words of the blanks, the rights or the steps in their order; the model answer. */
  key: z.array(z.string()).min(1),
  explanation: z.string(),
  citations: z.array(citationSchema),
  difficulty: z.number().int().min(1).max(3),
  ability: z.enum(ABILITIES),
  dimension: z.string().nullable(),
  /** single, multiple, situation */
  options: z.array(z.object({ id: z.string(), text: z.string(), isKey: z.boolean(), reason: z.string() })).optional(),
  /** single: how the key follows from a number of the source and the case of the stem */
  calculation: calculationSchema.optional(),
  /** situation */
  situation: z.string().optional(),
  clientSays: z.string().optional(),
  scenarioId: z.string().nullable().optional(),
  /** true-false */
  isTrue: z.boolean().optional(),
  reason: z.string().optional(),
  /** cloze */
  blanks: z.array(acceptedSchema).optional(),
  /** matching */
  pairs: z.array(z.object({ left: z.string(), right: z.string() })).optional(),
  extraRights: z.array(z.string()).optional(),
  /** ordering */
  steps: z.array(z.string()).optional(),
  /** short-answer */
  modelAnswer: z.string().optional(),
  points: z.array(acceptedSchema).optional(),
})
/** `words`, `other`: what it is about, as the item has it; `most`: the length in characters that is over. */
const faultSchema = z.object({
  code: z.enum(ITEM_FAULTS),
  detail: z.enum(ITEM_FAULT_DETAILS),
  params: z.object({ words: z.string().optional(), other: z.string().optional(), most: whole.optional() }),
})
export const itemsSchema = z.object({ items: z.array(itemSchema), total: whole })
export const itemDetailSchema = itemSchema.extend({
  origin: z.enum(ITEM_ORIGINS),
  faults: z.array(faultSchema),
  /** Citations whose article has another text today. */
  stale: z.array(z.object({ citedPassageId: z.string(), currentPassageId: z.string().nullable(), label: z.string() })),
  events: z.array(z.object({ version: whole, action: z.string(), personName: z.string(), at: time })),
})

export const quizSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(['draft', 'published', 'retired']),
  origin: z.looseObject({ kind: z.string() }),
  itemCount: whole,
  timeLimitMinutes: whole.nullable(),
  passPercent: whole,
  createdAt: time,
})
/** `items` for those who make quizzes only: they hold the keys. */
export const quizSchema = quizSummarySchema.extend({ items: z.array(itemSchema).optional() })
export const madeQuizSchema = quizSummarySchema.extend({
  items: z.array(itemSchema),
  requested: whole,
  /** Less than `requested` where the sources bear no more. */
  made: whole,
  /** Candidates that were ruled out, by their fault. */
  rejected: z.record(z.string(), whole),
  /** Null for a quiz that an earlier request with this `requestId` has made. */
  engine: z.enum(['llm', 'embedded']).nullable(),
  fellBack: z.string().nullable(),
})

const questionSchema = z.object({
  itemId: z.string(),
  version: whole,
  position: whole,
  type: z.enum(ITEM_TYPES),
  stem: z.string(),
  situation: z.string().optional(),
  clientSays: z.string().optional(),
  options: z.array(z.object({ id: z.string(), text: z.string() })).optional(),
  /** How many. */
  blanks: whole.optional(),
  lefts: z.array(z.string()).optional(),
  rights: z.array(z.string()).optional(),
  steps: z.array(z.string()).optional(),
  isUnreviewed: z.boolean(),
})
const resultSchema = z.object({
  itemId: z.string(),
  position: whole,
  points: share,
  response: responseSchema.nullable(),
  item: itemSchema.omit({ status: true }),
})
export const attemptSchema = z.object({
  id: z.string(),
  quizId: z.string().nullable(),
  title: z.string(),
  mode: z.enum(['practice', 'exam', 'review']),
  startedAt: time,
  deadline: time.nullable(),
  finishedAt: time.nullable(),
  points: z.number().nullable(),
  maxPoints: whole,
  /** 0 to 100; null until it has ended. */
  percent: z.number().min(0).max(100).nullable(),
  passed: z.boolean().nullable(),
  questions: z.array(questionSchema),
  answers: z.array(z.object({ itemId: z.string(), position: whole, response: responseSchema })),
  /** In practice: of each answered item; after the end: of all. */
  results: z.array(resultSchema),
})
/** `kept`: an earlier answer stays, and the result is of that one. `result` null in an exam. */
export const answeredSchema = z.object({ status: z.enum(['stored', 'kept']), result: resultSchema.nullable() })
