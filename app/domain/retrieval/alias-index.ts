import { type AnalyserParts, analyseText, weighTerm } from './analyse-text'
import type { ArticleAliases } from './article-alias-schema'
import { normaliseText } from './normalise-text'
import { addTerm, computeIdf, type Postings, PostingsBuilder } from './postings'
import type { Steps } from './run-steps'

/** Every alias as a small document of its own: a question is compared with each, and an article is as like as its best one. */
export type AliasIndex = {
  texts: readonly string[]
  /** Per article: its aliases from `first` up to before `end`, and its passages in all versions. */
  articles: readonly { first: number; end: number; passages: readonly number[] }[]
  postings: Postings
}

/** @param byArticle passages per `law§article`; aliases of articles that are not there are left out. */
export function* buildAliasIndex(
  aliases: readonly ArticleAliases[],
  analyser: AnalyserParts,
  byArticle: ReadonlyMap<string, readonly number[]>,
): Steps<AliasIndex> {
  const texts: string[] = []
  const articles: AliasIndex['articles'][number][] = []
  for (const one of aliases) {
    const passages = byArticle.get(`${one.law}§${one.article}`)
    if (!passages) continue
    articles.push({ first: texts.length, end: texts.length + one.aliases.length, passages })
    texts.push(...one.aliases)
  }
  const terms: Set<string>[] = []
  const counts = new Map<string, number>()
  for (const text of texts) {
    const line = collectTerms(normaliseText(text), analyser)
    terms.push(line)
    for (const term of line) counts.set(term, (counts.get(term) ?? 0) + 1)
    yield
  }
  const builder = new PostingsBuilder()
  for (const line of terms) {
    // Cosine: each line is scaled to length 1, so a long alias wins nothing by its length.
    const weights = new Map(
      [...line].map((term) => [term, weighTerm(term, analyser.lexicon) * computeIdf(texts.length, counts.get(term)!)]),
    )
    const norm = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0))
    builder.addDocument(new Map([...weights].map(([term, weight]) => [term, weight / norm])))
    yield
  }
  return { texts, articles, postings: yield* builder.buildInSteps() }
}

function collectTerms(text: string, analyser: AnalyserParts): Set<string> {
  const terms = new Set<string>()
  analyseText(text, analyser, (term) => terms.add(term))
  return terms
}

/** Best alias per passage: its number and its likeness from 0 to 1. */
export type AliasMatches = ReadonlyMap<number, { alias: number; likeness: number }>

/**
 * Compares the question with every alias (cosine of rarity-weighted terms).
 *
 * @param terms the question's terms and their weights before rarity.
 */
export function matchAliases(index: AliasIndex, terms: ReadonlyMap<string, number>): AliasMatches {
  const { postings } = index
  if (postings.documentCount === 0) return new Map()
  const sums = new Float32Array(postings.documentCount)
  let square = 0
  for (const [term, weight] of terms) {
    const id = postings.termIds.get(term)
    const value = weight * (id === undefined ? computeIdf(postings.documentCount, 1) : postings.idf[id]!)
    square += value * value
    if (id !== undefined) addTerm(postings, id, value, sums)
  }
  return pickBest(index, sums, Math.sqrt(square))
}

function pickBest(index: AliasIndex, sums: Float32Array, norm: number): AliasMatches {
  const best = new Map<number, { alias: number; likeness: number }>()
  for (const { first, end, passages } of index.articles) {
    let alias = first
    for (let i = first + 1; i < end; i++) if (sums[i]! > sums[alias]!) alias = i
    if (sums[alias] === 0) continue
    const match = { alias, likeness: sums[alias]! / norm }
    for (const passage of passages) best.set(passage, match)
  }
  return best
}
