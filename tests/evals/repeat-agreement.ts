/**
 * How far runs of one judge on the same sentences agree.
 *
 * @param runs each run holds one set of codes per sentence, in the same order.
 * @returns `agreement`: mean Jaccard overlap of the codes over all pairs of runs and sentences (two empty sets agree); `flipRate`: of the
 *   codes that some run saw in a sentence, the share that not every run saw. null with fewer than two runs.
 */
export function measureRepeats(
  runs: readonly (readonly ReadonlySet<string>[])[],
): { agreement: number; flipRate: number } | null {
  if (runs.length < 2) return null
  const overlaps: number[] = []
  let [seen, flipped] = [0, 0]
  for (const [i] of runs[0]!.entries()) {
    const sets = runs.map((run) => run[i]!)
    for (const [a, one] of sets.entries()) for (const other of sets.slice(a + 1)) overlaps.push(findOverlap(one, other))
    for (const code of new Set(sets.flatMap((set) => [...set]))) {
      seen++
      if (!sets.every((set) => set.has(code))) flipped++
    }
  }
  const agreement = overlaps.reduce((sum, one) => sum + one, 0) / Math.max(1, overlaps.length)
  return { agreement, flipRate: seen === 0 ? 0 : flipped / seen }
}

function findOverlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const all = new Set([...a, ...b])
  return all.size === 0 ? 1 : [...all].filter((code) => a.has(code) && b.has(code)).length / all.size
}
