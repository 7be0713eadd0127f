import type { Probe } from './load-search-sets'

/** Finds the ids of the best 100 passages, best first. */
export type Searcher = (query: string) => readonly string[]

export type RankingFigures = {
  recallAt1: number
  recallAt5: number
  recallAt100: number
  mrrAt10: number
  ndcgAt10: number
}

/**
 * Recall at k: share of questions with at least one right passage among the first k. MRR and nDCG look at the first 10; nDCG counts every right passage
 * once, with gain 1.
 */
export function measureRanking(search: Searcher, probes: readonly Probe[]): RankingFigures {
  const sum: RankingFigures = { recallAt1: 0, recallAt5: 0, recallAt100: 0, mrrAt10: 0, ndcgAt10: 0 }
  for (const { query, gold } of probes) {
    const found = search(query)
    const ranks = gold.map((id) => found.indexOf(id)).filter((rank) => rank >= 0)
    const first = Math.min(Number.POSITIVE_INFINITY, ...ranks)
    if (first < 1) sum.recallAt1++
    if (first < 5) sum.recallAt5++
    if (first < 100) sum.recallAt100++
    if (first < 10) sum.mrrAt10 += 1 / (first + 1)
    const gain = ranks.filter((rank) => rank < 10).reduce((total, rank) => total + 1 / Math.log2(rank + 2), 0)
    const ideal = gold.slice(0, 10).reduce((total, _, i) => total + 1 / Math.log2(i + 2), 0)
    sum.ndcgAt10 += gain / ideal
  }
  const count = probes.length
  return {
    recallAt1: sum.recallAt1 / count,
    recallAt5: sum.recallAt5 / count,
    recallAt100: sum.recallAt100 / count,
    mrrAt10: sum.mrrAt10 / count,
    ndcgAt10: sum.ndcgAt10 / count,
  }
}
