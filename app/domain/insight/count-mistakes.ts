import type { Scorecard, TurnScore } from '../judging/score-types'
import { groupBy } from '../shared/group-by'
import { type Catalogue, DIMENSIONS, type Dimension } from '../shared/observation'

/** An ended talk, as far as it tells what went wrong. */
export type JudgedTalk = { scorecard: Scorecard | null; turns: readonly { score: TurnScore }[] }

export type MistakeCounts = {
  /** Talks that were scored. */
  talks: number
  /** In how many of them a fault or violation was seen, by its code. */
  codes: ReadonlyMap<string, number>
  /** By duty: in how many talks it applied, and in how many of those it was missed. */
  duties: ReadonlyMap<string, { missed: number; applied: number }>
  /** Mean level, 1 to 5, over the talks that graded the dimension. */
  dimensions: ReadonlyMap<Dimension, { mean: number; graded: number }>
}

/**
 * Counts over talks what went wrong in them. A talk counts once for a code, however often it was seen there: a single bad talk does not make a habit.
 * Talks without a score are left out.
 */
export function countMistakes(talks: readonly JudgedTalk[], catalogue: Catalogue): MistakeCounts {
  const scored = talks.flatMap(({ scorecard, turns }) =>
    scorecard?.status === 'scored' ? [{ card: scorecard, turns }] : [],
  )
  const codes = new Map<string, number>()
  for (const { card, turns } of scored)
    for (const code of listFaults(card, turns, catalogue)) codes.set(code, (codes.get(code) ?? 0) + 1)
  const cards = scored.map((one) => one.card)
  return { talks: scored.length, codes, duties: countDuties(cards), dimensions: averageLevels(cards) }
}

type ScoredCard = Extract<Scorecard, { status: 'scored' }>

/** `open` in a settled ledger means that no occasion arose: it neither applied nor was missed. */
function countDuties(cards: readonly ScoredCard[]): MistakeCounts['duties'] {
  const settled = cards.flatMap((card) => card.ledger).filter((entry) => entry.status !== 'open')
  return new Map(
    [...groupBy(settled, (entry) => entry.dutyId)].map(([dutyId, entries]) => [
      dutyId,
      { missed: entries.filter((entry) => entry.status === 'missed').length, applied: entries.length },
    ]),
  )
}

function averageLevels(cards: readonly ScoredCard[]): MistakeCounts['dimensions'] {
  const graded = cards.flatMap((card) =>
    DIMENSIONS.flatMap((dimension) => {
      const result = card.dimensions[dimension]
      return result.status === 'graded' ? [{ dimension, level: result.level }] : []
    }),
  )
  return new Map(
    [...groupBy(graded, (one) => one.dimension)].map(([dimension, some]) => [
      dimension,
      { mean: some.reduce((sum, one) => sum + one.level, 0) / some.length, graded: some.length },
    ]),
  )
}

function listFaults(card: ScoredCard, turns: readonly { score: TurnScore }[], catalogue: Catalogue): Set<string> {
  const seen = turns.flatMap(({ score }) => (score.status === 'scored' ? score.observations : []))
  const faults = seen.filter((one) => catalogue.entries.get(one.code)?.polarity === 'fault')
  return new Set([...card.violations, ...faults].map((one) => one.code))
}
