import { z } from 'zod'
import { productSchema } from '../knowledge/product-schema'
import { localisedSchema } from '../shared/localised'

const code = z.string().regex(/^[a-z]+\.[a-z0-9_]+$/)

export const DUTY_IDS = [
  'identify',
  'purpose',
  'need',
  'family',
  'finance',
  'existing-cover',
  'premium-source',
  'risk-profile',
  'affordability',
  'premium-term',
  'fees',
  'surrender-loss',
  'non-guaranteed',
  'investment-risk',
  'fx-risk',
  'exclusions',
  'cooling-off',
  'duty-to-disclose',
  'elder-recording',
  'elder-capacity',
  'replacement-loss',
  'suitability',
  'scam-check',
  'not-deposit',
] as const

/** How far a talk has come, judged by what the trainee did. */
export const DUTY_STAGES = ['opening', 'discovery', 'proposal', 'closing'] as const
export type DutyStage = (typeof DUTY_STAGES)[number]

/** Everything named must hold; what is about a product must hold for one and the same product. */
export const conditionSchema = z.strictObject({
  /** Never holds when the client's age is unknown. */
  minAge: z.number().int().optional(),
  hasProducts: z.boolean().optional(),
  involvesReplacement: z.boolean().optional(),
  /** The scenario is one of protecting the client (right outcome `protect`, or it rewards disclosure.scam_check). */
  isProtective: z.boolean().optional(),
  /** The talk's as-of date is on or after / before this local date. */
  asOfFrom: z.iso.date().optional(),
  asOfBefore: z.iso.date().optional(),
  kinds: z.array(productSchema.shape.kind).optional(),
  isForeignCurrency: z.boolean().optional(),
  isInvestmentLinked: z.boolean().optional(),
  isInterestSensitive: z.boolean().optional(),
  hasSurrenderValue: z.boolean().optional(),
  hasHealthQuestions: z.boolean().optional(),
  hasWaitingDays: z.boolean().optional(),
  hasCharges: z.boolean().optional(),
  isElderRecordingExempt: z.boolean().optional(),
})
export type Condition = z.infer<typeof conditionSchema>

export const dutySchema = z.strictObject({
  id: z.enum(DUTY_IDS),
  name: localisedSchema,
  why: localisedSchema,
  /** It applies when any of these holds. */
  appliesWhen: z.array(conditionSchema).min(1),
  /** Met once every code of `all` and at least one of `any` (when given) was seen. */
  meetBy: z.strictObject({ any: z.array(code).default([]), all: z.array(code).default([]) }),
  /** Needed besides where the law binds; until then the duty stays open with a note. */
  lawAlso: z.array(code).default([]),
  /** The first rule whose condition holds makes it law; otherwise it is good practice. */
  binds: z.array(
    z.strictObject({ when: conditionSchema, cite: z.array(z.string().min(1)).min(1), why: localisedSchema }),
  ),
  /** What it leans on where no article binds. */
  goodPractice: z.strictObject({ cite: z.array(z.string().min(1)), why: localisedSchema }),
  /** It falls due once the talk has come this far: then not meeting it is missing it. */
  dueFrom: z.enum(DUTY_STAGES),
  lastReasonable: localisedSchema,
  /** Remarks that hold for talks as of `from` or later. */
  notes: z.array(z.strictObject({ from: z.iso.date(), when: conditionSchema, note: localisedSchema })).default([]),
})
export type Duty = z.infer<typeof dutySchema>

/** `content/duties.yaml`. */
export const dutiesFileSchema = z.strictObject({
  version: z.number().int().positive(),
  /** Date of each text cited, by the law's name: the last amendment that the citation was checked against. */
  texts: z.record(z.string(), z.iso.date()),
  /** Codes that show how far the talk has come. */
  stageCodes: z.strictObject({
    discovery: z.array(code).min(1),
    proposal: z.array(code).min(1),
    closing: z.array(code).min(1),
  }),
  /** A talk of so many trainee turns has reached discovery whatever was said. */
  discoveryFromTurns: z.number().int().positive(),
  duties: z.array(dutySchema).length(DUTY_IDS.length),
})
export type DutiesFile = z.infer<typeof dutiesFileSchema>

/** @returns faults a schema cannot see: repeated ids, duties nothing can meet, citations of a law whose text date is not given. */
export function checkDuties(file: DutiesFile, knownCodes: ReadonlySet<string>): string[] {
  const faults: string[] = []
  const ids = new Set<string>()
  for (const duty of file.duties) {
    if (ids.has(duty.id)) faults.push(`${duty.id} comes twice`)
    ids.add(duty.id)
    const codes = [...duty.meetBy.any, ...duty.meetBy.all, ...duty.lawAlso]
    if (duty.meetBy.any.length + duty.meetBy.all.length === 0) faults.push(`${duty.id} can never be met`)
    for (const one of codes) if (!knownCodes.has(one)) faults.push(`${duty.id} names unknown code ${one}`)
    const cites = [...duty.binds.flatMap((rule) => rule.cite), ...duty.goodPractice.cite]
    for (const cite of cites) {
      if (!Object.hasOwn(file.texts, cite.split(' §')[0]!))
        faults.push(`${duty.id} cites a text without a date: ${cite}`)
    }
  }
  return faults
}
