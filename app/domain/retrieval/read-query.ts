import { analyseText, weighTerm } from './analyse-text'
import type { SearchIndex } from './build-index'
import { findIntents } from './find-intents'
import { normaliseText } from './normalise-text'
import { type LawReference, parseLawQuery } from './parse-law-query'
import { computeIdf } from './postings'

export type ReadQuery = {
  /** Terms and their weights before rarity. */
  terms: ReadonlyMap<string, number>
  /** Those that the index knows, with weight × rarity. */
  known: ReadonlyMap<string, { termId: number; weight: number }>
  hasMeasures: boolean
  /** Weight × rarity of all terms, known or not: what a passage could earn. */
  mass: number
  references: readonly LawReference[]
  /** Passages whose law and article the query names. */
  namedArticlePassages: readonly number[]
  /** Passages with an article number that the query gives without a law. */
  numberedPassages: readonly number[]
  namedLawPassages: readonly number[]
}

/** Longer queries are cut: what a person asks fits well inside, and a pasted page must not stall the search. */
const MAX_CHARACTERS = 400

/** Reads a query: references to laws first, then phrases of asking are dropped, then the rest becomes weighted terms. */
export function readQuery(index: SearchIndex, source: string): ReadQuery {
  const cut = source.slice(0, MAX_CHARACTERS)
  const { references, rest } = index.ingredients.hasLawReferences
    ? parseLawQuery(cut, index.lawNames)
    : { references: [], rest: normaliseText(cut) }
  const matter = index.stopPattern === null ? rest : rest.replace(index.stopPattern, ' ')
  // A query of nothing but such phrases is searched as it stands.
  const text = /\p{L}|\p{N}/u.test(matter) ? matter : rest
  const terms = new Map<string, number>()
  analyseText(text, index.analyser, (term) => terms.set(term, weighTerm(term, index.analyser.lexicon)))
  if (index.ingredients.hasObligations) {
    for (const mark of findIntents(rest)) if (terms.size > 0) terms.set(mark, weighTerm(mark, index.analyser.lexicon))
  }
  return { terms, references, ...findKnown(index, terms), ...findNamed(index, references) }
}

function findKnown(
  index: SearchIndex,
  terms: ReadonlyMap<string, number>,
): Pick<ReadQuery, 'known' | 'mass' | 'hasMeasures'> {
  const { postings } = index
  const known = new Map<string, { termId: number; weight: number }>()
  let mass = 0
  for (const [term, weight] of terms) {
    const termId = postings.termIds.get(term)
    const value = weight * (termId === undefined ? computeIdf(postings.documentCount, 0) : postings.idf[termId]!)
    mass += value
    if (termId !== undefined) known.set(term, { termId, weight: value })
  }
  return { known, mass: mass || 1, hasMeasures: [...known.keys()].some((term) => term.startsWith('#')) }
}

type Named = Pick<ReadQuery, 'namedArticlePassages' | 'numberedPassages' | 'namedLawPassages'>

function findNamed(index: SearchIndex, references: readonly LawReference[]): Named {
  const [articles, numbered, laws] = [new Set<number>(), new Set<number>(), new Set<number>()]
  const addArticle = (to: Set<number>, law: string, article: string) => {
    for (const passage of index.byArticle.get(`${law}§${article}`) ?? []) to.add(passage)
  }
  for (const { law, article } of references) {
    if (law !== null) for (const passage of index.byLaw.get(law) ?? []) laws.add(passage)
    if (law !== null && article !== null) addArticle(articles, law, article)
    else if (article !== null) for (const name of index.byLaw.keys()) addArticle(numbered, name, article)
  }
  return { namedArticlePassages: [...articles], numberedPassages: [...numbered], namedLawPassages: [...laws] }
}
