import { findMeasures } from './find-measures'
import { findLexiconTerms, type Lexicon } from './lexicon'
import { tokenise } from './tokenise'

export type AnalyserParts = { lexicon: Lexicon; hasMeasures: boolean }

/** Weight of a shared single character beside a shared pair: it tells little, but it is what remains of a word split differently or mistyped. */
export const UNIGRAM_WEIGHT = 0.75
const MEASURE_WEIGHT = 0.7
export const INTENT_WEIGHT = 0.3

/** Emits every term of normalised text: characters, pairs, words and numbers, then measures (#30日), synonyms (=解約金) and concepts (~nondisclosure). */
export function analyseText(text: string, parts: AnalyserParts, emit: (term: string) => void): void {
  tokenise(text, emit)
  findLexiconTerms(parts.lexicon, text, emit)
  if (parts.hasMeasures) for (const measure of findMeasures(text)) emit(measure)
}

/** @returns how much a term of the query counts, before its rarity. */
export function weighTerm(term: string, lexicon: Lexicon): number {
  const first = term[0]!
  if (first === '=' || first === '~') return lexicon.weights.get(term) ?? 0
  if (first === '#') return MEASURE_WEIGHT
  if (first === '@') return INTENT_WEIGHT
  return term.length === 1 ? UNIGRAM_WEIGHT : 1
}
