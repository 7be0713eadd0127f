import { buildCandidates } from './build-candidates'
import type { CandidateInput } from './plan-slots'
import type { Rubric } from './rubric-schema'
import type { BetterWording, TurnPoints } from './score-types'

export type SuggestInput = CandidateInput & {
  /**
   * The same judge on another text at the same place of the talk: observe, then score. Null when it failed.
   * Called at most four times.
   */
  rescore: (text: string) => number | null | Promise<number | null>
}

/** A wording is worth showing from so many points more. */
export const LEAST_GAIN = 8

/** A turn of the top band needs no other words. */
export function needsNoOtherWords(points: Pick<TurnPoints, 'total'>, rubric: Rubric): boolean {
  return points.total >= rubric.qualityCuts[3]
}

/**
 * A better wording that the same judge, run again, really scores higher by at least eight points.
 *
 * @returns null when no candidate does, or when the turn is excellent already: then none is shown. Of equal totals the earlier candidate wins: plans come best first.
 */
export async function suggestWording(input: SuggestInput, rubric: Rubric): Promise<BetterWording | null> {
  if (needsNoOtherWords(input.points, rubric)) return null
  const least = input.points.total + LEAST_GAIN
  let best: BetterWording | null = null
  for (const text of buildCandidates(input, rubric)) {
    const total = await input.rescore(text)
    if (total === null || total < least) continue
    if (best === null || total > best.total) best = { text, total }
    // No total is higher than the ceiling, and of equal ones the first is taken.
    if (best.total >= rubric.turn.ceiling) break
  }
  return best
}
