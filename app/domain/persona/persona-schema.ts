import { z } from 'zod'
import { localisedSchema } from '../shared/localised'
import { CONCERN_NAMES, TOPIC_NAMES } from '../shared/topics'

const percent = z.number().int().min(0).max(100)
const id = z.string().regex(/^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/)

/** A line as the client says it. `when` keeps it for a warm (trust 60 or more) or a guarded (trust under 40) client. */
export const lineSchema = z.union([
  z.string().min(1),
  z.strictObject({ say: z.string().min(1), when: z.enum(['warm', 'guarded']) }),
])
export type Line = z.infer<typeof lineSchema>

const lines = (least: number) => z.array(lineSchema).min(least)
const code = z.string().regex(/^[a-z]+\.[a-z0-9_]+$/)

/** A plain fact: told when asked and trust is at least `minTrust`, else put off with one of `deflect`. */
export const factSchema = z.strictObject({
  topic: z.enum(TOPIC_NAMES),
  /** Short third-person note for "what I have learnt". */
  note: localisedSchema,
  /** Words in a question that mean exactly this fact, beyond those every persona shares for the topic. */
  cues: z.array(z.string().min(1)).default([]),
  minTrust: percent.default(0),
  lines: lines(2),
  /** Needed when `minTrust` is over 0. */
  deflect: z.array(lineSchema).default([]),
})

/** Something the client keeps back until it is earned. */
export const hiddenFactSchema = z.strictObject({
  id,
  note: localisedSchema,
  /** Asking about one of these topics can open it … */
  topics: z.array(z.enum(TOPIC_NAMES)).min(1),
  /** … or a question with one of these words. */
  cues: z.array(z.string().min(1)).default([]),
  /** Plain facts that would contradict this one and are therefore no longer told once it is out. */
  replaces: z.array(z.enum(TOPIC_NAMES)).default([]),
  /** All must hold: trust at least this, and each of `after` seen earlier in the talk or in this turn. */
  minTrust: percent,
  after: z.array(code).default([]),
  lines: lines(2),
  /** Said when asked but not yet earned: a hint that something is there. */
  deflect: lines(2),
  /** Shown on the scorecard when it never came out: the question that would have opened it. */
  opener: localisedSchema,
})

/** A worry or objection: raised by the client, settled or not by what the trainee does. */
export const worrySchema = z.strictObject({
  id,
  label: localisedSchema,
  concern: z.enum(CONCERN_NAMES),
  /** `worry` comes out in discovery or proposal; `objection` when a product or a decision is put to the client. */
  kind: z.enum(['worry', 'objection']),
  /** Product ids for which it makes sense; all when empty. */
  products: z.array(id).default([]),
  /** Codes or client-side events that raise it at once; otherwise the Director raises it when its phase comes. */
  raisedBy: z.array(code).default([]),
  /** First voicing, then harder wordings when it was passed over; each is a different sentence. */
  lines: lines(3),
  /** Settled when at least `settle.count` of these codes were seen since it was raised. */
  settle: z.strictObject({ codes: z.array(code).min(1), count: z.number().int().min(1).default(1) }),
  settled: lines(2),
  unsettled: lines(2),
})

/** A question the client would ask about the product or the meeting. */
export const clientQuestionSchema = z.strictObject({
  id,
  concern: z.enum(CONCERN_NAMES),
  products: z.array(id).default([]),
  /** Earliest phase in which it comes naturally. */
  phase: z.enum(['opening', 'discovery', 'proposal', 'closing']),
  lines: lines(2),
  /** Asked again when it was passed over. */
  again: lines(2),
})

export const REACTIONS = [
  'greeted',
  'identified',
  'purpose',
  'permission',
  'licence',
  'privacy_notice',
  'empathy',
  'paraphrased',
  'checked',
  'answered',
  'explained_plainly',
  'explained',
  'tailored',
  'evidence',
  'risk_disclosed',
  'fee_disclosed',
  'surrender_disclosed',
  'premium_disclosed',
  'exclusion_disclosed',
  'cooling_off',
  'duty_to_disclose',
  'recording',
  'suitable',
  'guaranty_or_complaint',
  'scam_check',
  'no_pressure',
  'summarised',
  'next_step',
  'jargon',
  'ignored',
  'ignored_again',
  'pressed',
  'pressed_early',
  'argued',
  'rude',
  'misled',
  'guaranteed',
  'rebate_offered',
  'asked_to_hide',
  'privacy_breach',
  'off_topic',
  'nonsense',
  'machine_talk',
  'monologue',
  'repeated',
  'too_short',
  'unknown_question',
  'asked_already',
  'small_talk',
  'hesitate',
  'silence',
] as const
export type Reaction = (typeof REACTIONS)[number]

export const personaSchema = z.strictObject({
  id,
  version: z.number().int().positive(),
  name: z.string().min(1),
  nameEn: z.string().min(1),
  /** How a polite agent addresses the client, e.g. 林老師. */
  address: z.string().min(1),
  gender: z.enum(['female', 'male']),
  age: z.number().int().min(18).max(100),
  group: z.enum([
    'retiree',
    'high-net-worth',
    'new-parents',
    'engineer',
    'business-owner',
    'single-professional',
    'gig-worker',
    'civil-servant',
    'survivor',
    'nurse',
    'scam-target',
    'new-immigrant',
  ]),
  occupation: localisedSchema,
  place: localisedSchema,
  /** One line in the client's own voice for the card. */
  tagline: localisedSchema,
  /** What an agent may know before the visit. */
  known: z.array(localisedSchema).min(2),
  face: z.strictObject({
    hair: z.enum(['short', 'long', 'bob', 'bun', 'curly', 'bald', 'parted', 'ponytail', 'buzz', 'scarf']),
    hairColour: z.enum(['black', 'brown', 'grey', 'white']),
    glasses: z.boolean(),
    look: z.enum(['young', 'middle', 'elder']),
    extra: z.enum(['none', 'beard', 'earrings', 'helmet', 'nurse-cap', 'mask-down', 'necklace', 'cap']),
    skin: z.enum(['light', 'medium', 'tan']),
  }),
  speech: z.strictObject({
    language: z.enum(['zh-TW', 'zh-TW-taigi', 'zh-TW-learner']),
    register: z.enum(['polite', 'plain', 'blunt', 'playful', 'hesitant']),
    /** Short openers put before a sentence now and then, e.g. 「欸，」「唉唷，」. */
    fillers: z.array(z.string().min(1)).min(4),
    catchphrases: z.array(z.string().min(1)).min(2),
  }),
  /** What the client understands of insurance and money. */
  knowledge: z.enum(['low', 'medium', 'high']),
  temper: z.strictObject({
    trust: percent,
    interest: percent,
    patience: percent,
    talkativeness: percent,
    scepticism: percent,
  }),
  facts: z.array(factSchema),
  hidden: z.array(hiddenFactSchema).min(2),
  worries: z.array(worrySchema).min(6),
  questions: z.array(clientQuestionSchema).min(10),
  reactions: z.record(z.enum(REACTIONS), lines(3)),
  /** Violations that end the meeting at once, each with its parting words; other violations cost trust. */
  redLines: z.array(z.strictObject({ code, lines: lines(2) })).min(2),
  /** What makes the client say yes to a next step. */
  agree: z.strictObject({
    minTrust: percent,
    minInterest: percent,
    /** Worries, by id, that must be settled first (if they apply to the scenario's product). */
    settled: z.array(id).default([]),
    lines: lines(4),
  }),
  /** Putting off a decision politely. */
  stall: lines(6),
  /** Parting words. */
  farewell: z.strictObject({ agreed: lines(3), friendly: lines(3), cold: lines(3), impatient: lines(3) }),
  /** Said when the client has nothing else to add but the talk goes on: small remarks from their own life, never a fact that is hidden. */
  remarks: lines(15),
})
export type Persona = z.infer<typeof personaSchema>
export type PersonaFact = z.infer<typeof factSchema>
export type HiddenFact = z.infer<typeof hiddenFactSchema>
export type Worry = z.infer<typeof worrySchema>
/** `askedFrom`: a question out of a product's document, with the passage and the kind of number that answers it. */
export type ClientQuestion = z.infer<typeof clientQuestionSchema> & {
  askedFrom?: { passageId: string; measure: 'time' | 'share' | 'age' | 'money' | null }
}
