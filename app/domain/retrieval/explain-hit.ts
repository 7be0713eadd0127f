import type { AliasMatches } from './alias-index'
import { analyseText } from './analyse-text'
import { readFields, type SearchIndex } from './build-index'
import type { ReadQuery } from './read-query'
import type { HitExplanation, SearchField } from './search-types'

/** Reads a hit again to tell which terms of the query it holds, and where. */
export function explainHit(
  index: SearchIndex,
  query: ReadQuery,
  aliases: AliasMatches,
  hit: { passage: number; words: number; proximity: number; dense: number | null },
): HitExplanation {
  const where = new Map<string, Set<SearchField>>()
  const { fields, marks } = readFields(index.passages[hit.passage]!, index.aliasTexts, index.ingredients)
  const note = (term: string, field: SearchField) => {
    if (!query.known.has(term)) return
    where.set(term, (where.get(term) ?? new Set()).add(field))
  }
  for (const [field, text] of fields) analyseText(text, index.analyser, (term) => note(term, field))
  for (const mark of marks) note(mark, 'obligations')
  const match = aliases.get(hit.passage)
  return {
    isNamedArticle: query.namedArticlePassages.includes(hit.passage),
    isNamedLaw: query.namedLawPassages.includes(hit.passage),
    words: hit.words,
    alias: match ? { likeness: match.likeness, text: index.aliases.texts[match.alias]! } : null,
    proximity: hit.proximity,
    lawWeight: index.lawWeights[hit.passage]!,
    dense: hit.dense,
    terms: [...where]
      .map(([term, found]) => ({ term, fields: [...found], share: query.known.get(term)!.weight / query.mass }))
      .sort((a, b) => b.share - a.share),
  }
}
