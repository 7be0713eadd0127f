/** Agreement of a judge with raters (scoring.md, "Labels in the rated transcripts"). Pure; all rates are 0 to 1, and NaN never comes out. */

export type CodeCounts = { truePositives: number; falsePositives: number; falseNegatives: number }
export type Rates = { precision: number; recall: number; f1: number }

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

/** @returns precision, recall and F1; each is 0 where it has no denominator. */
export function computeRates(counts: CodeCounts): Rates {
  const precision = ratio(counts.truePositives, counts.truePositives + counts.falsePositives)
  const recall = ratio(counts.truePositives, counts.truePositives + counts.falseNegatives)
  return { precision, recall, f1: ratio(2 * precision * recall, precision + recall) }
}

export type CodePair = { expected: ReadonlySet<string>; seen: ReadonlySet<string> }

/** Counts per code over turns. */
export function countCodes(pairs: readonly CodePair[]): Map<string, CodeCounts> {
  const counts = new Map<string, CodeCounts>()
  const of = (code: string) => {
    const found = counts.get(code) ?? { truePositives: 0, falsePositives: 0, falseNegatives: 0 }
    counts.set(code, found)
    return found
  }
  for (const { expected, seen } of pairs) {
    for (const code of seen) {
      if (expected.has(code)) of(code).truePositives++
      else of(code).falsePositives++
    }
    for (const code of expected) if (!seen.has(code)) of(code).falseNegatives++
  }
  return counts
}

/** All codes of all turns as one. */
export function computeMicro(counts: ReadonlyMap<string, CodeCounts>): Rates {
  const sum = { truePositives: 0, falsePositives: 0, falseNegatives: 0 }
  for (const c of counts.values()) {
    sum.truePositives += c.truePositives
    sum.falsePositives += c.falsePositives
    sum.falseNegatives += c.falseNegatives
  }
  return computeRates(sum)
}

/** Mean F1 over the codes that raters gave at least `leastPositives` times; 0 when there is none. */
export function computeMacroF1(counts: ReadonlyMap<string, CodeCounts>, leastPositives = 5): number {
  const scores = [...counts.values()]
    .filter((c) => c.truePositives + c.falseNegatives >= leastPositives)
    .map((c) => computeRates(c).f1)
  return ratio(
    scores.reduce((sum, f1) => sum + f1, 0),
    scores.length,
  )
}

/** Whether some code passing `isCounted` is there at all, per turn. */
export function computeSomeRates(pairs: readonly CodePair[], isCounted: (code: string) => boolean): Rates {
  const counts = { truePositives: 0, falsePositives: 0, falseNegatives: 0 }
  for (const { expected, seen } of pairs) {
    const [isExpected, isSeen] = [[...expected].some(isCounted), [...seen].some(isCounted)]
    if (isExpected && isSeen) counts.truePositives++
    else if (isSeen) counts.falsePositives++
    else if (isExpected) counts.falseNegatives++
  }
  return computeRates(counts)
}

const QUALITY_CUTS = [12.5, 37.5, 62.5, 87.5] as const

/** @returns quality 0 to 4 for a turn score of 0 to 100; a score on a cut belongs above it. */
export function cutQuality(score: number): number {
  return QUALITY_CUTS.filter((cut) => score >= cut).length
}

/**
 * Cohen's kappa with quadratic weights over the classes 0 to `classes - 1`.
 *
 * @returns 1 for equal lists, 0 at chance; 1 when both lists are one and the same constant.
 */
export function computeQuadraticKappa(pairs: readonly (readonly [number, number])[], classes = 5): number {
  const total = pairs.length
  if (total === 0) return 0
  const [rows, columns] = [new Array<number>(classes).fill(0), new Array<number>(classes).fill(0)]
  let observed = 0
  for (const [a, b] of pairs) {
    rows[a]!++
    columns[b]!++
    observed += (a - b) ** 2
  }
  let expected = 0
  for (let i = 0; i < classes; i++)
    for (let j = 0; j < classes; j++) expected += ((i - j) ** 2 * rows[i]! * columns[j]!) / total
  if (expected === 0) return observed === 0 ? 1 : 0
  return 1 - observed / expected
}

/** Ranks from 1, ties sharing their mean. */
export function rankWithTies(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).toSorted((a, b) => a.value - b.value)
  const ranks = new Array<number>(values.length).fill(0)
  for (let i = 0; i < order.length; ) {
    let j = i
    while (j + 1 < order.length && order[j + 1]!.value === order[i]!.value) j++
    for (let k = i; k <= j; k++) ranks[order[k]!.index] = (i + j) / 2 + 1
    i = j + 1
  }
  return ranks
}

/** Spearman's rho; 0 when a list does not vary. */
export function computeSpearman(xs: readonly number[], ys: readonly number[]): number {
  const [a, b] = [rankWithTies(xs), rankWithTies(ys)]
  const mean = (a.length + 1) / 2
  let [top, left, right] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    top += (a[i]! - mean) * (b[i]! - mean)
    left += (a[i]! - mean) ** 2
    right += (b[i]! - mean) ** 2
  }
  return left === 0 || right === 0 ? 0 : top / Math.sqrt(left * right)
}

export function computeMeanAbsoluteError(xs: readonly number[], ys: readonly number[]): number {
  return ratio(
    xs.reduce((sum, x, i) => sum + Math.abs(x - ys[i]!), 0),
    xs.length,
  )
}

export function computeAccuracy(pairs: readonly (readonly [boolean, boolean])[]): number {
  return ratio(pairs.filter(([a, b]) => a === b).length, pairs.length)
}
