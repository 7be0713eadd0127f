import type { AliasMatches } from './alias-index'
import { matchAliases } from './alias-index'
import { type SearchIndex, toDayNumber } from './build-index'
import { explainHit } from './explain-hit'
import { measureProximity } from './measure-proximity'
import { addTerm } from './postings'
import { type ReadQuery, readQuery } from './read-query'
import type { HitExplanation, SearchHit, SearchRequest, SearchResult } from './search-types'

/** What each part adds to a score in which 1 means: all words of the query, at average strength. Measured in docs/search.md. */
const ALIAS_SHARE = 0.45
const PROXIMITY_SHARE = 0.35
const NAMED_LAW_FACTOR = 1.35
/** So that a law's name alone finds the law. */
const NAMED_LAW_BONUS = 0.01
/** For 「第64條」 without a law: a hint beside other words, an order when there are none. */
const NUMBER_BONUS = 0.3
/** Above every sum of words, so that an article that is asked for by its number comes first. */
const NAMED_ARTICLE_BONUS = 10
/** How many of the best by words are read again for proximity. */
const REREAD = 40
const MAX_DENSE_WEIGHT = 0.3

/** Below this the best hit does not answer the question. Set on questions about other matters; see docs/search.md, "Good enough". */
const GOOD_ENOUGH = 0.45

type Candidate = { passage: number; words: number; proximity: number; dense: number | null; score: number }

/**
 * Finds the passages that answer a query, best first. Ties keep the order of the passages; the same index and request give the same result.
 *
 * @param request `k` from 1. A dense weight above 0.3 is cut to 0.3 (see docs/search.md).
 */
export function searchPassages(index: SearchIndex, request: SearchRequest): SearchResult {
  const query = readQuery(index, request.query)
  if (query.terms.size === 0 && query.references.length === 0) return { hits: [], isGoodEnough: false }
  const aliases = index.ingredients.hasAliases ? matchAliases(index.aliases, query.terms) : (new Map() as AliasMatches)
  const found = rankCandidates(index, request, query, aliases)
  const isGoodEnough = Math.max(0, ...found.map((one) => one.score)) >= GOOD_ENOUGH
  const candidates = addDense(index, request, found)
  const hits = candidates.slice(0, request.k).map((one): SearchHit => {
    let explanation: HitExplanation | null = null
    return {
      passageId: index.passages[one.passage]!.passage.id,
      score: one.score,
      // To explain takes as long as to find, and few ask.
      get explain() {
        explanation ??= explainHit(index, query, aliases, one)
        return explanation
      },
    }
  })
  return { hits, isGoodEnough }
}

function rankCandidates(
  index: SearchIndex,
  request: SearchRequest,
  query: ReadQuery,
  aliases: AliasMatches,
): Candidate[] {
  const { words, sums } = index.scratch
  words.fill(0)
  for (const { termId, weight } of query.known.values()) addTerm(index.postings, termId, weight / query.mass, words)
  sums.set(words)
  for (const [passage, { likeness }] of aliases) sums[passage]! += ALIAS_SHARE * likeness
  for (let i = 0; i < sums.length; i++) sums[i]! *= index.lawWeights[i]!
  addNamed(query, sums)
  const top = pickTop(sums, Math.max(REREAD, request.k), buildFilter(index, request))
  return top.map((passage): Candidate => {
    const proximity = index.ingredients.hasProximity ? measureProximity(index, passage, query) : 0
    const score = sums[passage]! + PROXIMITY_SHARE * proximity * index.lawWeights[passage]!
    return { passage, words: words[passage]!, proximity, dense: null, score }
  })
}

/** Puts the dense half in, where there is one. @returns best first. */
function addDense(index: SearchIndex, request: SearchRequest, candidates: Candidate[]): Candidate[] {
  const { dense } = request
  if (!dense || dense.scores.size === 0) return candidates.sort(compareCandidates)
  addUnknown(index, request, candidates, dense.scores)
  if (dense.isByRank) fuseRanks(index, candidates, dense.scores)
  else mixScores(index, candidates, dense.scores, dense.weight)
  return candidates.sort(compareCandidates)
}

function compareCandidates(a: Candidate, b: Candidate): number {
  return b.score - a.score || a.passage - b.passage
}

function addNamed(query: ReadQuery, sums: Float32Array): void {
  for (const passage of query.namedLawPassages) sums[passage] = sums[passage]! * NAMED_LAW_FACTOR + NAMED_LAW_BONUS
  for (const passage of query.numberedPassages) sums[passage]! += NUMBER_BONUS
  for (const passage of query.namedArticlePassages) sums[passage]! += NAMED_ARTICLE_BONUS
}

function buildFilter(index: SearchIndex, { kind, asOf }: SearchRequest): (passage: number) => boolean {
  const day = asOf === undefined ? null : toDayNumber(asOf, 0)
  const { from, to, kinds } = index
  return (passage) => {
    if (kind !== undefined && kinds[passage] !== kind) return false
    return day === null ? to[passage] === 99_991_231 : from[passage]! <= day && day <= to[passage]!
  }
}

/** @returns the passages with the highest sums above 0, at most `count`, best first. */
function pickTop(sums: Float32Array, count: number, isAllowed: (passage: number) => boolean): number[] {
  const heap: number[] = []
  const isWorse = (a: number, b: number) => sums[a]! < sums[b]! || (sums[a] === sums[b] && a > b)
  for (let passage = 0; passage < sums.length; passage++) {
    if (sums[passage]! <= 0 || (heap.length === count && !isWorse(heap[0]!, passage)) || !isAllowed(passage)) continue
    if (heap.length < count) {
      heap.push(passage)
      siftUp(heap, heap.length - 1, isWorse)
    } else {
      heap[0] = passage
      siftDown(heap, isWorse)
    }
  }
  return heap.sort((a, b) => (isWorse(a, b) ? 1 : -1))
}

function siftUp(heap: number[], start: number, isWorse: (a: number, b: number) => boolean): void {
  for (let i = start; i > 0; ) {
    const parent = (i - 1) >> 1
    if (!isWorse(heap[i]!, heap[parent]!)) return
    ;[heap[i], heap[parent]] = [heap[parent]!, heap[i]!]
    i = parent
  }
}

function siftDown(heap: number[], isWorse: (a: number, b: number) => boolean): void {
  for (let i = 0; ; ) {
    const [left, right] = [2 * i + 1, 2 * i + 2]
    let worst = i
    if (left < heap.length && isWorse(heap[left]!, heap[worst]!)) worst = left
    if (right < heap.length && isWorse(heap[right]!, heap[worst]!)) worst = right
    if (worst === i) return
    ;[heap[i], heap[worst]] = [heap[worst]!, heap[i]!]
    i = worst
  }
}

/** What only the dense half knows may enter as well. */
function addUnknown(
  index: SearchIndex,
  request: SearchRequest,
  candidates: Candidate[],
  scores: ReadonlyMap<string, number>,
): void {
  const known = new Set(candidates.map((one) => one.passage))
  const isAllowed = buildFilter(index, request)
  for (const id of scores.keys()) {
    const passage = index.byId.get(id)
    if (passage === undefined || known.has(passage) || !isAllowed(passage)) continue
    candidates.push({ passage, words: 0, proximity: 0, dense: null, score: 0 })
  }
}

/** By score: a weak dense half fused by rank ruins good results by words. */
function mixScores(
  index: SearchIndex,
  candidates: Candidate[],
  scores: ReadonlyMap<string, number>,
  wanted: number,
): void {
  const weight = Math.min(Math.max(wanted, 0), MAX_DENSE_WEIGHT)
  const values = [...scores.values()]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const best = Math.max(1, ...candidates.map((one) => one.score))
  for (const one of candidates) {
    const score = scores.get(index.passages[one.passage]!.passage.id)
    one.dense = score === undefined ? 0 : high === low ? 1 : (score - low) / (high - low)
    one.score = (1 - weight) * one.score + weight * best * one.dense
  }
}

/** The usual constant of reciprocal rank fusion: how little the first places weigh more than those after. */
const RANK_OFFSET = 60

/** By rank; scores stay on the scale of the words. An article that the query names comes first whatever the dense half says. */
function fuseRanks(index: SearchIndex, candidates: Candidate[], scores: ReadonlyMap<string, number>): void {
  const idOf = (one: Candidate) => index.passages[one.passage]!.passage.id
  const byWords = candidates.filter((one) => one.score > 0).sort(compareCandidates)
  const byDense = candidates
    .filter((one) => scores.has(idOf(one)))
    .sort((a, b) => scores.get(idOf(b))! - scores.get(idOf(a))! || a.passage - b.passage)
  const sums = new Map<Candidate, number>()
  for (const list of [byWords, byDense])
    for (const [rank, one] of list.entries()) sums.set(one, (sums.get(one) ?? 0) + 1 / (RANK_OFFSET + 1 + rank))
  const best = byWords.find((one) => one.score < NAMED_ARTICLE_BONUS)?.score ?? 1
  const most = 2 / (RANK_OFFSET + 1)
  for (const one of candidates) {
    const rank = byDense.indexOf(one)
    one.dense = rank === -1 ? 0 : (RANK_OFFSET + 1) / (RANK_OFFSET + 1 + rank)
    if (one.score < NAMED_ARTICLE_BONUS) one.score = (best * (sums.get(one) ?? 0)) / most
  }
}
