import { normaliseText } from '../../../app/domain/retrieval/normalise-text'
import { addTerm, PostingsBuilder } from '../../../app/domain/retrieval/postings'
import type { SearchablePassage } from '../../../app/domain/retrieval/search-types'
import { tokenise } from '../../../app/domain/retrieval/tokenise'
import type { Searcher } from './measure-ranking'

export type Cutter = (text: string) => string[]

const K1 = 1.2
const B = 0.75

export const CUTTERS: Readonly<Record<string, Cutter>> = {
  'characters + bigrams': (text) => cut(text, () => true),
  bigrams: (text) => cut(text, (term) => term.length > 1 || !/\p{Script=Han}/u.test(term)),
  'ICU words': (text) => {
    const words = new Intl.Segmenter('zh-Hant', { granularity: 'word' }).segment(text)
    return [...words].filter((one) => one.isWordLike).map((one) => one.segment)
  },
}

function cut(text: string, keeps: (term: string) => boolean): string[] {
  const terms: string[] = []
  tokenise(text, (term) => {
    if (keeps(term)) terms.push(term)
  })
  return terms
}

/** Plain BM25 over title and text as one field: the rival. */
export function createPlainBm25(passages: readonly SearchablePassage[], cutter: Cutter, withTitle: boolean): Searcher {
  const documents = passages.map((one) =>
    cutter(normaliseText(withTitle ? `${one.title}\n${one.passage.text}` : one.passage.text)),
  )
  const mean = documents.reduce((sum, terms) => sum + terms.length, 0) / documents.length
  const builder = new PostingsBuilder()
  for (const terms of documents) {
    const counts = new Map<string, number>()
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
    const norm = K1 * (1 - B + (B * terms.length) / mean)
    builder.addDocument(new Map([...counts].map(([term, count]) => [term, (count * (K1 + 1)) / (count + norm)])))
  }
  const postings = builder.build()
  const sums = new Float32Array(passages.length)
  return (query) => {
    sums.fill(0)
    for (const term of cutter(normaliseText(query))) {
      const id = postings.termIds.get(term)
      if (id !== undefined) addTerm(postings, id, postings.idf[id]!, sums)
    }
    const order = [...sums.keys()].filter((i) => sums[i]! > 0).sort((a, b) => sums[b]! - sums[a]! || a - b)
    return order.slice(0, 100).map((i) => passages[i]!.passage.id)
  }
}
