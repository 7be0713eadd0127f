import { DIMENSIONS, type Dimension, type Severity } from '../shared/observation'
import type { Rubric } from './rubric-schema'
import type { DimensionResult, LineItem } from './score-types'

export type OverallInput = {
  dimensions: Record<Dimension, DimensionResult>
  /** The scenario's; the rubric's own when null. */
  weights: Partial<Record<Dimension, number>> | null
  worst: Severity | null
  /** Hints opened during the talk. */
  hintsUsed: number
}
export type Overall = { overall: number; items: LineItem[]; caps: { code: string; limit: number }[] }

/**
 * The overall from 0 to 100: slope × weighted mean level + intercept, less hints, under the caps of violations.
 *
 * Dimensions that are not applicable are left out of the mean; items sum to `overall` exactly.
 * Source: content/rubrics/README.md, "Overall".
 */
export function computeOverall(input: OverallInput, rubric: Rubric): Overall {
  const rules = rubric.overall
  const mean = meanLevel(input.dimensions, input.weights ?? rules.weights)
  const items: LineItem[] = [{ code: 'overall.mean', points: Math.round(rules.slope * mean + rules.intercept) }]
  if (input.hintsUsed > 0) items.push({ code: 'hint', points: -rules.hint * input.hintsUsed })
  const caps = listCaps(input.worst, rubric)
  const total = () => items.reduce((sum, item) => sum + item.points, 0)
  for (const cap of [...caps, { code: 'ceiling', limit: 100 }]) {
    if (total() > cap.limit) items.push({ code: cap.code, points: cap.limit - total() })
  }
  if (total() < 0) items.push({ code: 'floor.zero', points: -total() })
  return { overall: total(), items, caps }
}

/** Weighted mean of the graded levels; when every graded weight is 0 all count alike. */
export function meanLevel(
  dimensions: Record<Dimension, DimensionResult>,
  weights: Partial<Record<Dimension, number>>,
): number {
  const graded = DIMENSIONS.flatMap((name) => {
    const one = dimensions[name]
    return one.status === 'graded' ? [{ level: one.level, weight: weights[name] ?? 1 }] : []
  })
  const sumOf = (weigh: (one: { level: number; weight: number }) => number) =>
    graded.reduce((sum, one) => sum + weigh(one), 0)
  const weight = sumOf((one) => one.weight)
  if (weight > 0) return sumOf((one) => one.level * one.weight) / weight
  return graded.length > 0 ? sumOf((one) => one.level) / graded.length : 1
}

function listCaps(worst: Severity | null, rubric: Rubric): { code: string; limit: number }[] {
  if (worst === 'critical') return [{ code: 'cap.critical', limit: rubric.overall.caps.critical }]
  if (worst === 'major') return [{ code: 'cap.major', limit: rubric.overall.caps.major }]
  return []
}
