import { z } from 'zod'
import { DIMENSIONS } from '../shared/observation'
import { calculationSchema } from './calculation'

export const ITEM_TYPES = [
  'single',
  'multiple',
  'true-false',
  'cloze',
  'matching',
  'ordering',
  'short-answer',
  'situation',
] as const
export type ItemType = (typeof ITEM_TYPES)[number]

/** What an item tests: knowing the rule, understanding it, applying it to a case (after Bloom's first three levels). */
export const ABILITIES = ['recall', 'understand', 'apply'] as const
export type Ability = (typeof ABILITIES)[number]

const text = z.string().trim().min(1).max(2_000)
const shortText = z.string().trim().min(1).max(700)

/** The place that supports the key. `passageId` names document, version and article (`保險法@2025-06-18#64`); `label` is for people. */
export const itemCitationSchema = z.strictObject({
  passageId: z.string().min(1),
  label: z.string().min(1),
  /** The passage's own words that hold the key; an exact substring of it. */
  quote: z.string().optional(),
})
export type ItemCitation = z.infer<typeof itemCitationSchema>

/** `reason`: why it is wrong, or for a key why it is right; empty where the source of the item gives none. */
const optionSchema = z.strictObject({
  id: z.string().regex(/^[a-h]$/),
  text: shortText,
  isKey: z.boolean(),
  reason: z.string().max(600),
})
export type ItemOption = z.infer<typeof optionSchema>

const common = {
  stem: text,
  /** Why the key is right, shown after answering. Empty where the source of the item gives none. */
  explanation: z.string().max(2_000),
  /** Empty for exam questions and items brought in from elsewhere, which the page says. */
  citations: z.array(itemCitationSchema),
  /** 1 easy, 2 middle, 3 hard: as estimated by the writer until answers tell. */
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  ability: z.enum(ABILITIES),
  /** The skill of a talk that it belongs to, where there is one. */
  dimension: z.enum(DIMENSIONS).nullable(),
}

const options = z.array(optionSchema).min(2).max(8)
const choice = { ...common, options }

/** Everything about an item that a person can read or edit. A new content is a new version. */
export const itemContentSchema = z.discriminatedUnion('type', [
  /** One answer. More than one key means that each of them is accepted (the official answer of some exam questions). */
  z.strictObject({ type: z.literal('single'), ...choice, calculation: calculationSchema.optional() }),
  /** All keys and nothing else. */
  z.strictObject({ type: z.literal('multiple'), ...choice }),
  /** `options` are the replies; `clientSays` is what the client has just said. */
  z.strictObject({
    type: z.literal('situation'),
    ...choice,
    situation: text,
    clientSays: shortText,
    scenarioId: z.string().nullable(),
  }),
  z.strictObject({ type: z.literal('true-false'), ...common, isTrue: z.boolean(), reason: z.string().max(600) }),
  /** The stem holds one `____` for each blank; `accepted` lists the spellings that count, the first is shown as the key. */
  z.strictObject({
    type: z.literal('cloze'),
    ...common,
    blanks: z
      .array(z.strictObject({ accepted: z.array(z.string().trim().min(1).max(80)).min(1).max(8) }))
      .min(1)
      .max(4),
  }),
  /** Each left goes with its right; `extraRights` belong to none. */
  z.strictObject({
    type: z.literal('matching'),
    ...common,
    pairs: z
      .array(z.strictObject({ left: shortText, right: shortText }))
      .min(2)
      .max(8),
    extraRights: z.array(shortText).max(4),
  }),
  /** `steps` in the right order. */
  z.strictObject({ type: z.literal('ordering'), ...common, steps: z.array(shortText).min(3).max(8) }),
  /** Each point is met when the answer holds one of its spellings; points are shared evenly. */
  z.strictObject({
    type: z.literal('short-answer'),
    ...common,
    modelAnswer: text,
    points: z
      .array(z.strictObject({ accepted: z.array(z.string().trim().min(1).max(80)).min(1).max(8) }))
      .min(1)
      .max(6),
  }),
])
export type ItemContent = z.infer<typeof itemContentSchema>

export const ITEM_STATUSES = ['draft', 'edited', 'approved', 'retired'] as const
export type ItemStatus = (typeof ITEM_STATUSES)[number]
export const ITEM_ORIGINS = ['generated', 'written', 'imported', 'exam'] as const
export type ItemOrigin = (typeof ITEM_ORIGINS)[number]

/** An answer to an item, in the shape of its type. Option ids are those of the content, whatever order they were shown in. */
export const responseSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('choice'), optionIds: z.array(z.string()).max(8) }),
  z.strictObject({ type: z.literal('true-false'), isTrue: z.boolean() }),
  z.strictObject({ type: z.literal('cloze'), words: z.array(z.string().max(200)).max(4) }),
  /** For each left in the order of the content, the text of the right; null where none was chosen. */
  z.strictObject({ type: z.literal('matching'), rights: z.array(z.string().max(600).nullable()).max(8) }),
  z.strictObject({ type: z.literal('ordering'), steps: z.array(z.string().max(600)).max(8) }),
  z.strictObject({ type: z.literal('short-answer'), text: z.string().max(2_000) }),
])
export type ItemResponse = z.infer<typeof responseSchema>

/** Why an item is not sound; stable codes, shown with words in the reader's language. */
export const ITEM_FAULTS = [
  'key-not-supported',
  'no-key',
  'distractor-also-right',
  'equal-options',
  'length-gives-away',
  'grammar-gives-away',
  'negative-not-marked',
  'number-not-in-source',
  'number-out-of-place',
  'near-duplicate',
  'stem-incomplete',
  'too-long',
  'unclear-reference',
  'stale-source',
] as const
export type ItemFaultCode = (typeof ITEM_FAULTS)[number]
/** What exactly is wrong; stable codes, shown with words in the reader's language. `words` and `other` of the parameters are what it is about, as the item has it. */
export const ITEM_FAULT_DETAILS = [
  'no-citation',
  'passage-missing',
  'quote-missing',
  'no-key',
  'no-good-reply',
  'blanks-differ',
  'contradicts-source',
  'not-found',
  'number-missing',
  'false-is-true',
  'spellings-differ',
  'order-missing',
  'calculation-wrong',
  'same-answer',
  'option-twice',
  'also-right',
  'listed-after-all',
  'matches-too',
  'wrong-measure',
  'blank-told',
  'key-longer',
  'key-shorter',
  'only-key-number',
  'others-absolute',
  'only-key-hedged',
  'only-key-unit',
  'key-number-in-stem',
  'key-repeats-stem',
  'stem-short',
  'stem-start',
  'stem-open-end',
  'stem-no-mark',
  'stem-brackets',
  'stem-no-question',
  'stem-refers',
  'stem-own-law',
  'pointer-unclear',
  'option-refers',
  'mark-negative',
  'stem-too-long',
  'option-too-long',
  'explanation-too-long',
] as const
export type ItemFaultDetail = (typeof ITEM_FAULT_DETAILS)[number]
export type ItemFault = {
  code: ItemFaultCode
  detail: ItemFaultDetail
  params: { words?: string; other?: string; most?: number }
}

/** A piece of a source that items are written from, or checked against. */
export type ItemSource = {
  passageId: string
  documentId: string
  kind: 'regulation' | 'product' | 'guide'
  title: string
  article: string | null
  headings: readonly string[]
  text: string
  /** For people: 保險法 §64. */
  label: string
}
