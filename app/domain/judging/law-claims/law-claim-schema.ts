import { z } from 'zod'
import { type ContentProblem, findRepeated } from '../../shared/content-problem'

/** Where a measure stands in a pattern. */
export const MEASURE_PLACE = '{n}'

/** What a number is of: a span of time, a share (百分之十, 一成, 四分之三, 年利一分), an age or a sum of money. */
export const MEASURE_KINDS = ['time', 'share', 'age', 'money'] as const
export type MeasureKind = (typeof MEASURE_KINDS)[number]

const pattern = z.string().min(2).refine(isPattern, 'is no regular expression')
const withMeasure = pattern.refine((one) => one.split(MEASURE_PLACE).length === 2, `must hold ${MEASURE_PLACE} once`)

const common = {
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  /** The law by its full name and the article that decides. */
  law: z.string().min(2),
  article: z.string().regex(/^\d+(?:-\d+)?$/),
  /** Nothing is looked for in an utterance that holds none of these words. */
  words: z.array(z.string().min(1)).min(1),
  /** A sentence with this is about something else. */
  unless: pattern.optional(),
  /** What the law says, in our words; `{n}` becomes the measure as the passage writes it. */
  fact: z.string().min(4),
}

/** A number that the law sets; which one is read from the text in force, never from here. */
const measureClaimSchema = z.strictObject({
  ...common,
  kind: z.literal('measure'),
  measure: z.enum(MEASURE_KINDS),
  /** Finds the measure in the passage. */
  reads: withMeasure,
  /** Finds it in everyday speech. */
  says: z.array(withMeasure).min(1),
  /** `most`: less than the law's limit is fine; `least`: more is. What is fine but not what the law says is neither supported nor contradicted. */
  holds: z.enum(['exactly', 'most', 'least']).default('exactly'),
})

/** Who must, may or may not do what. */
const ruleClaimSchema = z.strictObject({
  ...common,
  kind: z.literal('rule'),
  /** The words of the passage that say so; where they are not in it, nothing is known. */
  reads: pattern,
  wrong: z.array(pattern).min(1),
  right: z.array(pattern).default([]),
})

const lawClaimSchema = z.discriminatedUnion('kind', [measureClaimSchema, ruleClaimSchema])

/** `content/knowledge/law-claims.yaml`. */
export const lawClaimsFileSchema = z.array(lawClaimSchema).min(1)
export type LawClaim = z.infer<typeof lawClaimSchema>
export type MeasureClaim = z.infer<typeof measureClaimSchema>

/** Finds claims told twice. */
export function checkLawClaims(claims: readonly LawClaim[]): ContentProblem[] {
  return findRepeated(
    claims.map((one, i) => ({ path: [i, 'id'], value: one.id })),
    'claim',
  )
}

function isPattern(source: string): boolean {
  try {
    new RegExp(source.replaceAll(MEASURE_PLACE, '(?<n>一)'), 'u')
    return true
  } catch {
    return false
  }
}
