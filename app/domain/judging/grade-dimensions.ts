import { type Catalogue, DIMENSIONS, type Dimension, type Observation, type Severity } from '../shared/observation'
import { isWorried } from './read-moment'
import type { Rubric } from './rubric-schema'
import type { DimensionResult, LedgerEntry } from './score-types'

/** One trainee turn as the scorecard sees it. */
export type GradedTurn = { index: number; observations: readonly Observation[]; clientLineBefore: string }

export type GradeInput = {
  turns: readonly GradedTurn[]
  /** Tells which products' duties were on the table. */
  ledger: readonly Pick<LedgerEntry, 'dutyId'>[]
}

type Level = 1 | 2 | 3 | 4 | 5
type GradedDimension = Exclude<Dimension, 'compliance'>

const MAX_EVIDENCE = 6
/** Below this many trainee turns a meeting was over before needs or a closing could come up. */
const TURNS_FOR_DISCOVERY = 2
const TURNS_FOR_CLOSING = 4

/**
 * Grades the eight dimensions from 1 to 5.
 *
 * Each different good code earns credit, further turns with it a share; faults take credit; thresholds make the level.
 * A talk most of whose turns are poor or harmful is limited in every dimension. `not-applicable` where no occasion arose.
 * Source: content/rubrics/README.md, "Dimensions".
 */
export function gradeDimensions(
  input: GradeInput,
  rubric: Rubric,
  catalogue: Catalogue,
): Record<Dimension, DimensionResult> {
  const limit = limitByConduct(input.turns, rubric, catalogue)
  const entries = DIMENSIONS.map((dimension): [Dimension, DimensionResult] => {
    const evidence = collectEvidence(dimension, input.turns, rubric, catalogue)
    if (dimension === 'compliance') {
      return [dimension, { status: 'graded', level: gradeCompliance(input.turns, rubric, catalogue), evidence }]
    }
    if (evidence.length === 0 && !hasOccasion(dimension, input)) return [dimension, { status: 'not-applicable' }]
    const earned = levelOf(countCredits(dimension, input.turns, rubric, catalogue), rubric.dimensions[dimension].levels)
    return [dimension, { status: 'graded', level: Math.min(earned, limit) as Level, evidence }]
  })
  return Object.fromEntries(entries) as Record<Dimension, DimensionResult>
}

/** @returns the most severe violation of the turns; null when there is none. */
export function findWorstSeverity(turns: readonly GradedTurn[], catalogue: Catalogue): Severity | null {
  const order: Record<Severity, number> = { minor: 1, major: 2, critical: 3 }
  let worst: Severity | null = null
  for (const { observations } of turns) {
    for (const { code } of observations) {
      const severity = catalogue.entries.get(code)?.severity
      if (severity && (worst === null || order[severity] > order[worst])) worst = severity
    }
  }
  return worst
}

/** Credits of one dimension; the sum that the thresholds are compared with. */
export function countCredits(
  dimension: GradedDimension,
  turns: readonly GradedTurn[],
  rubric: Rubric,
  catalogue: Catalogue,
): number {
  const rules = rubric.dimensions[dimension]
  const turnsWith = (code: string) => turns.filter((turn) => turn.observations.some((one) => one.code === code)).length
  let credits = 0
  for (const [code, credit] of Object.entries(rules.credits)) {
    const times = turnsWith(code)
    if (times > 0) credits += credit * (1 + rules.again * Math.min(times - 1, rules.againTurns))
  }
  for (const [code, cost] of Object.entries(rules.faults)) credits -= cost * turnsWith(code)
  return credits - rules.poorTurn * turns.filter((turn) => isPoor(turn, catalogue)).length
}

function gradeCompliance(turns: readonly GradedTurn[], rubric: Rubric, catalogue: Catalogue): Level {
  return rubric.complianceLevels[findWorstSeverity(turns, catalogue) ?? 'none'] as Level
}

function levelOf(credits: number, thresholds: Rubric['dimensions']['opening']['levels']): Level {
  return (1 + thresholds.filter((threshold) => credits >= threshold).length) as Level
}

function limitByConduct(turns: readonly GradedTurn[], rubric: Rubric, catalogue: Catalogue): number {
  const share = (test: (turn: GradedTurn) => boolean) => turns.filter(test).length / Math.max(1, turns.length)
  const poor = share((turn) => isPoor(turn, catalogue))
  const harmful = share((turn) => turn.observations.some((one) => polarityOf(one, catalogue) === 'violation'))
  const limits = [
    ...rubric.conduct.poorShare.filter((one) => poor >= one.from),
    ...rubric.conduct.violationShare.filter((one) => harmful >= one.from),
  ]
  return Math.min(5, ...limits.map((one) => one.level))
}

function hasOccasion(dimension: GradedDimension, { turns, ledger }: GradeInput): boolean {
  const hasDuty = (id: string) => ledger.some((entry) => entry.dutyId === id)
  switch (dimension) {
    case 'opening':
      return true
    case 'discovery':
      return turns.length >= TURNS_FOR_DISCOVERY
    case 'listening':
      return turns.some((turn) => turn.clientLineBefore !== '')
    case 'explanation':
    case 'disclosure':
      return hasDuty('premium-term')
    case 'objection':
      return turns.some((turn) => isWorried(turn.clientLineBefore))
    case 'closing':
      return turns.length >= TURNS_FOR_CLOSING
  }
}

function collectEvidence(dimension: Dimension, turns: readonly GradedTurn[], rubric: Rubric, catalogue: Catalogue) {
  const counts = (code: string) => {
    if (catalogue.entries.get(code)?.dimension === dimension) return true
    return dimension !== 'compliance' && rubric.dimensions[dimension].faults[code] !== undefined
  }
  const all = turns.flatMap((turn) =>
    turn.observations
      .filter((one) => counts(one.code))
      .map((one) => ({
        turnIndex: turn.index,
        code: one.code,
        quote: one.quote,
        isGood: polarityOf(one, catalogue) === 'good',
      })),
  )
  // What went wrong is shown first: it explains the level best.
  const ordered = [...all.filter((one) => !one.isGood), ...all.filter((one) => one.isGood)]
  return ordered.slice(0, MAX_EVIDENCE).map(({ turnIndex, code, quote }) => ({ turnIndex, code, quote }))
}

function isPoor(turn: GradedTurn, catalogue: Catalogue): boolean {
  return turn.observations.some((one) => {
    const polarity = polarityOf(one, catalogue)
    return polarity === 'fault' || polarity === 'violation'
  })
}

function polarityOf(observation: Observation, catalogue: Catalogue) {
  return catalogue.entries.get(observation.code)?.polarity
}
