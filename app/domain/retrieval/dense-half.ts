import type { SearchIndex } from './build-index'

/** Turns texts into vectors of length 1, in their order. Never throws: what goes wrong is `failed`. */
export type Embedder = {
  model: string
  embedDocuments(texts: readonly string[]): Promise<Embedded>
  /** Gives up soon: a search goes on without. */
  embedQuery(text: string, signal?: AbortSignal): Promise<Embedded>
}
export type Embedded = { status: 'embedded'; vectors: readonly Float32Array[] } | { status: 'failed'; reason: string }

/** How the two halves are put together. `off`: the dense half is so weak on the knowledge base's own questions that it would only harm. */
export type Fusion = { kind: 'rank' } | { kind: 'mix'; weight: number } | { kind: 'off' }

/** A vector of length 1 for each passage of an index, in the index's order. */
export type DenseHalf = { vectors: readonly Float32Array[]; fusion: Fusion }

/** How many passages the dense half gives to a search. */
const MOST_DENSE = 100

/** @returns the likeness (cosine) of the passages that are likest to the query, by passage id. */
export function scoreDense(
  index: Pick<SearchIndex, 'passages' | 'from' | 'to'>,
  vectors: readonly Float32Array[],
  query: Float32Array,
  isAllowed: (passage: number) => boolean = () => true,
): Map<string, number> {
  const scored: { passage: number; score: number }[] = []
  for (let passage = 0; passage < index.passages.length; passage++) {
    if (!isAllowed(passage)) continue
    const vector = vectors[passage]!
    let score = 0
    for (let i = 0; i < query.length; i++) score += vector[i]! * query[i]!
    if (score > 0) scored.push({ passage, score })
  }
  scored.sort((a, b) => b.score - a.score || a.passage - b.passage)
  return new Map(scored.slice(0, MOST_DENSE).map(({ passage, score }) => [index.passages[passage]!.passage.id, score]))
}

/** A dense half under these shares of BM25's MRR harms more than it helps, whatever its weight. Source: docs/search.md, "Dense". */
const OFF_UNDER = 0.25
const LIGHT_UNDER = 0.75
const BEATS_BY = 0.02
const FULL_WEIGHT = 0.3
const LIGHT_WEIGHT = 0.15

/**
 * Chooses the fusion by how the halves do on the knowledge base's own questions: by rank only when the dense half beats BM25, else by score with a small weight.
 *
 * @param mrr mean reciprocal rank of each half alone, 0 to 1; null where there are too few questions to tell, which gives the light weight.
 */
export function chooseFusion(mrr: { dense: number; words: number } | null): Fusion {
  if (mrr === null) return { kind: 'mix', weight: LIGHT_WEIGHT }
  if (mrr.dense > mrr.words + BEATS_BY) return { kind: 'rank' }
  if (mrr.dense < mrr.words * OFF_UNDER) return { kind: 'off' }
  return { kind: 'mix', weight: mrr.dense < mrr.words * LIGHT_UNDER ? LIGHT_WEIGHT : FULL_WEIGHT }
}

/** What of a passage is embedded: its place and its text, cut to what models take. */
export function describePassage(one: SearchIndex['passages'][number]): string {
  const { headings, article, text } = one.passage
  const place = [one.title, ...headings, article === null ? '' : `第${article}條`]
    .filter((part) => part !== '')
    .join(' ')
  return `${place}\n${text}`.slice(0, MAX_EMBEDDED)
}

const MAX_EMBEDDED = 1_500
