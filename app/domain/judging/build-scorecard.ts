import type { Scenario } from '../persona/scenario-schema'
import type { Localised } from '../shared/localised'
import { type Catalogue, DIMENSIONS, type Dimension } from '../shared/observation'
import type { AdviceFile } from './advice-schema'
import { computeOverall } from './compute-overall'
import { decidePass } from './decide-pass'
import { findWorstSeverity, gradeDimensions } from './grade-dimensions'
import { type MomentTurn, pickMoments } from './pick-moments'
import type { Rubric } from './rubric-schema'
import type { DimensionResult, LedgerEntry, Scorecard, TurnPoints, TurnScore, ViolationRecord } from './score-types'
import { type TalkOutcome, writeHeadline } from './write-headline'

type Scored = Extract<Scorecard, { status: 'scored' }>

export type ScorecardTurn = {
  /** The trainee's turn, from 0. */
  index: number
  utterance: string
  /** Empty when the trainee spoke first. */
  clientLineBefore: string
  score: TurnPoints | TurnScore
}

export type ScorecardInput = {
  turns: readonly ScorecardTurn[]
  /** From `settleLedger`. */
  ledger: readonly LedgerEntry[]
  /** Sets weights and pass mark; the rubric's own when null. */
  scenario: Pick<Scenario, 'weights' | 'passMark'> | null
  rubric: Rubric
  catalogue: Catalogue
  advice: AdviceFile
  versions: Scored['versions']
  /** Hints opened during the talk. */
  hintsUsed: number
  /** How the client is addressed, in both languages; null when unknown. */
  address: Localised | null
  outcome: TalkOutcome
}

const MAX_PRACTISE = 2
/** A dimension at this level or above needs no practice of its own. */
const GOOD_LEVEL = 4

/**
 * The result of a whole talk.
 *
 * A single turn that the judge could not score makes the whole result `not-scored`: it could have held anything, and a
 * missing turn is never a zero. Violations and duties found so far are still shown. So is a talk without a turn.
 * Source: content/rubrics/README.md, "The scorecard".
 */
export function buildScorecard(input: ScorecardInput): Scorecard {
  const { rubric, catalogue, scenario } = input
  const ledger = [...input.ledger]
  const violations = listViolations(input.turns, catalogue)
  const failed = input.turns.find((turn) => turn.score.status === 'not-scored')
  if (failed?.score.status === 'not-scored') {
    return { status: 'not-scored', reason: failed.score.reason, violations, ledger }
  }
  if (input.turns.length === 0) return { status: 'not-scored', reason: 'no-turns', violations, ledger }
  const turns = scoredTurns(input.turns)
  const graded = turns.map((turn) => ({ ...turn, observations: turn.score.observations }))
  const dimensions = gradeDimensions({ turns: graded, ledger }, rubric, catalogue)
  const worst = findWorstSeverity(graded, catalogue)
  const weights = scenario?.weights ?? null
  const { overall, items, caps } = computeOverall({ dimensions, weights, worst, hintsUsed: input.hintsUsed }, rubric)
  const passMark = scenario?.passMark ?? rubric.overall.passMark
  return {
    status: 'scored',
    overall,
    ...decidePass({ overall, passMark, violations, ledger }, catalogue),
    headline: writeHeadline({ ...input, overall, dimensions, ledger, violations }, catalogue),
    dimensions,
    caps,
    items,
    ledger,
    violations,
    moments: pickMoments(turns, ledger, catalogue),
    practiseNext: choosePractice(dimensions, weights ?? rubric.overall.weights, input.advice),
    versions: input.versions,
  }
}

/** Every violation of the turns that could be scored, in order. */
export function listViolations(turns: readonly ScorecardTurn[], catalogue: Catalogue): ViolationRecord[] {
  return scoredTurns(turns).flatMap((turn) =>
    turn.score.observations.flatMap((one) => {
      const entry = catalogue.entries.get(one.code)
      if (entry?.polarity !== 'violation') return []
      const severity = entry.severity ?? 'minor'
      const { fact, passageId } = one.contradicts ?? {}
      return [
        {
          turnIndex: turn.index,
          code: one.code,
          severity,
          quote: one.quote,
          cite: entry.cite,
          ...(fact && { fact }),
          ...(passageId !== undefined && { passageId }),
        },
      ]
    }),
  )
}

function scoredTurns(turns: readonly ScorecardTurn[]): MomentTurn[] {
  return turns.flatMap(({ index, clientLineBefore, score }) =>
    score.status === 'scored' ? [{ index, clientLineBefore, score }] : [],
  )
}

/** What would raise the result most: low level times weight, two at most; the weakest one even when all are good. */
function choosePractice(
  dimensions: Record<Dimension, DimensionResult>,
  weights: Partial<Record<Dimension, number>>,
  advice: AdviceFile,
): Scored['practiseNext'] {
  const ranked = DIMENSIONS.flatMap((dimension) => {
    const one = dimensions[dimension]
    return one.status === 'graded'
      ? [{ dimension, level: one.level, gain: (5 - one.level) * (weights[dimension] ?? 1) }]
      : []
  }).sort((a, b) => b.gain - a.gain)
  const weak = ranked.filter((one) => one.level < GOOD_LEVEL).slice(0, MAX_PRACTISE)
  const chosen = weak.length > 0 ? weak : ranked.slice(0, 1)
  return chosen.flatMap(({ dimension }) => {
    const text = advice.practise[dimension]
    return text ? [{ dimension, ...text }] : []
  })
}
