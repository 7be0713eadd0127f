import { z } from 'zod'
import { type Catalogue, DIMENSIONS } from '../shared/observation'

const code = z.string().regex(/^[a-z]+\.[a-z0-9_]+$/)
const points = z.number().int().min(0).max(100)
const share = z.number().min(0).max(3)

/** How a single turn is scored; every number is explained in content/rubrics/README.md. */
const turnSchema = z.strictObject({
  /** What a harmless turn starts from. */
  base: points,
  ceiling: points,
  /** Points of each good code, before the moment and repetition are weighed. */
  good: z.record(code, points),
  /** Points taken by each fault. */
  fault: z.record(code, points),
  /** Points taken by a violation of each severity, before its cap. */
  violation: z.strictObject({ minor: points, major: points, critical: points }),
  moments: z.strictObject({
    /** Turn indexes below this are the opening. */
    openingTurns: z.number().int().positive(),
    factor: z.strictObject({
      opening: share,
      question: share,
      worry: share,
      need: share,
      productTalk: share,
      reward: share,
    }),
    /** Codes called for after a client's question, after a worry, in the opening. */
    question: z.array(code).min(1),
    worry: z.array(code).min(1),
    opening: z.array(code).min(1),
    /** Product talk before a single question was asked and without being asked about it. */
    pitchFirst: points,
    /** Codes that make a turn product talk. */
    productTalk: z.array(code).min(1),
  }),
  /** Share earned when a code was seen in 0, 1, 2 … earlier turns; the last one stands for more. Never rises. */
  repeatedInTalk: z.array(share).min(1),
  /** Share earned by the 2nd, 3rd … span of one code in a turn; none after the last. */
  repeatedInTurn: z.array(share),
  /** Share earned by the 1st, 2nd, 3rd … different good code of a turn, dearest first; the last one stands for more. */
  breadth: z.array(share).min(1),
  caps: z.strictObject({ light: points, fault: points, minor: points, major: points, critical: points }),
  /** Faults that only cap at `caps.light`. */
  lightFaults: z.array(code),
  /** Faults that cap at their own figure. */
  ownCaps: z.record(code, points),
  /** A turn with at most `maxFaults` different faults and no violation keeps at least `points`. */
  floor: z.strictObject({ points, maxFaults: z.number().int().min(0) }),
})

/** Credits needed for levels 2, 3, 4 and 5. */
const thresholds = z.tuple([z.number(), z.number(), z.number(), z.number()])

const dimensionSchema = z.strictObject({
  /** Credit of each code the first time it is seen. */
  credits: z.record(code, z.number().min(0)),
  /** Share of the credit earned by each further turn with the same code … */
  again: z.number().min(0).max(1),
  /** … up to so many further turns. */
  againTurns: z.number().int().min(0),
  /** Credits taken by each turn that shows the fault. */
  faults: z.record(code, z.number().min(0)),
  /** Credits taken by each turn with any fault or violation. */
  poorTurn: z.number().min(0),
  levels: thresholds,
})

const level = z.number().int().min(1).max(5)

/** `content/rubrics/*.yaml`: from observations to points, levels and the overall. */
export const rubricSchema = z.strictObject({
  id: z.string().min(1),
  version: z.number().int().positive(),
  catalogueVersion: z.number().int().positive(),
  turn: turnSchema,
  /** Upper ends (exclusive) of quality 0 to 3; the top band is 4. */
  qualityCuts: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  dimensions: z.strictObject({
    opening: dimensionSchema,
    discovery: dimensionSchema,
    listening: dimensionSchema,
    explanation: dimensionSchema,
    disclosure: dimensionSchema,
    objection: dimensionSchema,
    closing: dimensionSchema,
  }),
  complianceLevels: z.strictObject({ none: level, minor: level, major: level, critical: level }),
  /** When this share of turns holds a fault or a violation, no dimension but compliance is above `level`; same for violations alone. */
  conduct: z.strictObject({
    poorShare: z.array(z.strictObject({ from: z.number().min(0).max(1), level })),
    violationShare: z.array(z.strictObject({ from: z.number().min(0).max(1), level })),
  }),
  overall: z.strictObject({
    weights: z.record(z.enum(DIMENSIONS), z.number().min(0).max(5)),
    slope: z.number(),
    intercept: z.number(),
    caps: z.strictObject({ major: points, critical: points }),
    /** Points for each hint that was opened. */
    hint: points,
    /** Used when no scenario sets one. */
    passMark: points,
  }),
})
export type Rubric = z.infer<typeof rubricSchema>

/** @returns what the rubric names and the catalogue lacks, or the other way round; empty when both agree. */
export function checkRubric(rubric: Rubric, catalogue: Catalogue): string[] {
  const faults: string[] = []
  for (const entry of catalogue.entries.values()) {
    if (entry.polarity === 'good' && rubric.turn.good[entry.code] === undefined)
      faults.push(`turn.good lacks ${entry.code}`)
    if (entry.polarity === 'fault' && rubric.turn.fault[entry.code] === undefined)
      faults.push(`turn.fault lacks ${entry.code}`)
  }
  for (const [path, codes] of listedCodes(rubric)) {
    for (const one of codes) if (!catalogue.entries.has(one)) faults.push(`${path} names unknown code ${one}`)
  }
  const shares = rubric.turn.repeatedInTalk
  if (shares.some((value, i) => i > 0 && value > shares[i - 1]!)) faults.push('turn.repeatedInTalk rises')
  if (rubric.catalogueVersion !== catalogue.version) faults.push(`catalogueVersion is not ${catalogue.version}`)
  return faults
}

function listedCodes(rubric: Rubric): [string, readonly string[]][] {
  const { turn, dimensions } = rubric
  return [
    ['turn.good', Object.keys(turn.good)],
    ['turn.fault', Object.keys(turn.fault)],
    ['turn.moments.question', turn.moments.question],
    ['turn.moments.worry', turn.moments.worry],
    ['turn.moments.opening', turn.moments.opening],
    ['turn.moments.productTalk', turn.moments.productTalk],
    ['turn.lightFaults', turn.lightFaults],
    ['turn.ownCaps', Object.keys(turn.ownCaps)],
    ...Object.entries(dimensions).flatMap(([name, one]): [string, readonly string[]][] => [
      [`dimensions.${name}.credits`, Object.keys(one.credits)],
      [`dimensions.${name}.faults`, Object.keys(one.faults)],
    ]),
  ]
}
