import { createSeededRandom } from '../shared/seeded-random'
import { buildIndexInSteps, CURRENT, type SearchIndex } from './build-index'
import { scoreDense } from './dense-half'
import type { Steps } from './run-steps'
import { searchPassages } from './search-passages'
import { ALL_INGREDIENTS, type SearchVocabulary } from './search-types'

/** An everyday question whose article is known: the knowledge base's own probe. */
export type HalfProbe = { query: string; passage: number }

const MOST_PROBES = 120
/** With fewer, chance decides. */
const LEAST_PROBES = 30
const MOST_OTHERS = 1_500
const RANKS = 10

/** Picks one everyday alias of each of so many articles that are at hand and in force. Deterministic. */
export function pickProbes(index: SearchIndex, aliases: SearchVocabulary['aliases']): HalfProbe[] {
  const random = createSeededRandom('probes')
  const all = aliases.flatMap((one): HalfProbe[] => {
    const passage = index.byArticle.get(`${one.law}§${one.article}`)?.find((each) => index.to[each] === CURRENT)
    return passage === undefined ? [] : [{ query: random.pick(one.aliases), passage }]
  })
  if (all.length < LEAST_PROBES) return []
  const step = Math.max(1, all.length / MOST_PROBES)
  return Array.from({ length: Math.min(MOST_PROBES, all.length) }, (_, i) => all[Math.floor(i * step)]!)
}

/**
 * Measures each half alone on the probes: BM25 without any alias, and the vectors.
 *
 * @param vectors of the passages, in the index's order.
 * @param questions vectors of the probes, in their order.
 * @returns the mean reciprocal rank (first ten) of each; null without probes.
 */
export function* measureHalves(
  index: SearchIndex,
  vocabulary: SearchVocabulary,
  vectors: readonly Float32Array[],
  probes: readonly HalfProbe[],
  questions: readonly Float32Array[],
): Steps<{ dense: number; words: number } | null> {
  if (probes.length === 0) return null
  const chosen = new Set(probes.map((one) => one.passage))
  for (let passage = 0; passage < index.passages.length && chosen.size < probes.length + MOST_OTHERS; passage++)
    if (index.to[passage] === CURRENT) chosen.add(passage)
  const passages = [...chosen].map((one) => index.passages[one]!)
  const plain = yield* buildIndexInSteps(passages, vocabulary, { ...ALL_INGREDIENTS, hasAliases: false })
  const sums = { dense: 0, words: 0 }
  for (const [i, { query, passage }] of probes.entries()) {
    const gold = index.passages[passage]!.passage.id
    const byWords = searchPassages(plain, { query, k: RANKS }).hits.map((hit) => hit.passageId)
    sums.words += reciprocalRank(byWords, gold)
    yield
    const byDense = scoreDense(index, vectors, questions[i]!, (one) => chosen.has(one))
    sums.dense += reciprocalRank([...byDense.keys()].slice(0, RANKS), gold)
    yield
  }
  return { dense: sums.dense / probes.length, words: sums.words / probes.length }
}

function reciprocalRank(ids: readonly string[], gold: string): number {
  const place = ids.indexOf(gold)
  return place === -1 ? 0 : 1 / (place + 1)
}
