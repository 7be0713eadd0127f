import { normaliseText } from './normalise-text'

/** Words that mean one thing; each stands for all: 解約金 退保金. */
export type SynonymGroup = readonly string[]
/** A matter that people and statutes name in different words; looser than a synonym. */
export type Concept = { concept: string; everyday: readonly string[]; statute: readonly string[] }

type TrieNode = { next: Map<number, TrieNode>; terms: readonly string[] }

/** Finds the words of the trade in a text, whatever name they go by. */
export type Lexicon = { root: TrieNode; weights: ReadonlyMap<string, number> }

/** How much a shared synonym or concept counts beside a shared pair of characters. Measured in docs/search.md. */
export const SYNONYM_WEIGHT = 1
export const CONCEPT_WEIGHT = 1.2

/** Builds one dictionary out of both kinds. A word may belong to several groups. */
export function buildLexicon(synonyms: readonly SynonymGroup[], concepts: readonly Concept[]): Lexicon {
  const root: TrieNode = { next: new Map(), terms: [] }
  const weights = new Map<string, number>()
  const add = (word: string, term: string) => {
    let node = root
    const normal = normaliseText(word)
    for (let i = 0; i < normal.length; i++) {
      const code = normal.charCodeAt(i)
      let child = node.next.get(code)
      if (!child) {
        child = { next: new Map(), terms: [] }
        node.next.set(code, child)
      }
      node = child
    }
    if (node !== root && !node.terms.includes(term)) node.terms = [...node.terms, term]
  }
  for (const group of synonyms) {
    const term = `=${normaliseText(group[0]!)}`
    weights.set(term, SYNONYM_WEIGHT)
    for (const word of group) add(word, term)
  }
  for (const { concept, everyday, statute } of concepts) {
    const term = `~${concept}`
    weights.set(term, CONCEPT_WEIGHT)
    for (const word of [...everyday, ...statute]) add(word, term)
  }
  return { root, weights }
}

/**
 * Finds the dictionary's words in normalised text and emits the term of their group. A word inside a longer one of the same place does not count (保險費 is not
 * also 保險), but words may overlap.
 */
export function findLexiconTerms(lexicon: Lexicon, text: string, emit: (term: string) => void): void {
  let covered = 0
  for (let i = 0; i < text.length; i++) {
    let node: TrieNode | undefined = lexicon.root.next.get(text.charCodeAt(i))
    let best: TrieNode | null = null
    let bestEnd = i
    for (let end = i + 1; node; end++) {
      if (node.terms.length > 0) {
        best = node
        bestEnd = end
      }
      node = end < text.length ? node.next.get(text.charCodeAt(end)) : undefined
    }
    if (!best || bestEnd <= covered) continue
    covered = bestEnd
    for (const term of best.terms) emit(term)
  }
}
