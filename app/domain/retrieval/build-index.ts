import { extractObligations } from '../knowledge/extract-obligations'
import type { DocumentKind } from '../knowledge/passage'
import { type AliasIndex, buildAliasIndex } from './alias-index'
import { type AnalyserParts, analyseText } from './analyse-text'
import { markObligations } from './find-intents'
import { buildLexicon } from './lexicon'
import { normaliseText } from './normalise-text'
import { buildLawNames, type LawNames } from './parse-law-query'
import { type Postings, PostingsBuilder } from './postings'
import { runAtOnce, type Steps } from './run-steps'
import {
  ALL_INGREDIENTS,
  EMPTY_VOCABULARY,
  type SearchablePassage,
  type SearchField,
  type SearchIngredients,
  type SearchVocabulary,
} from './search-types'

/** BM25F: how much an occurrence counts per field, and how much a long field is held against it. */
const FIELDS: Readonly<Record<SearchField, { weight: number; b: number }>> = {
  title: { weight: 0.4, b: 0.3 },
  heading: { weight: 0.5, b: 0.3 },
  text: { weight: 1, b: 0.75 },
  obligations: { weight: 0.4, b: 0.75 },
  aliases: { weight: 0.8, b: 0.6 },
}
const K1 = 1.2

export type SearchIndex = {
  passages: readonly SearchablePassage[]
  postings: Postings
  aliases: AliasIndex
  analyser: AnalyserParts
  /** All aliases of an article as one text, per `law§article`. */
  aliasTexts: ReadonlyMap<string, string>
  lawNames: LawNames
  byId: ReadonlyMap<string, number>
  /** Passage numbers per `law§article` and per law. */
  byArticle: ReadonlyMap<string, readonly number[]>
  byLaw: ReadonlyMap<string, readonly number[]>
  lawWeights: Float32Array
  /** First and last day in force as numbers like 20240701. */
  from: Int32Array
  to: Int32Array
  kinds: readonly DocumentKind[]
  stopPattern: RegExp | null
  ingredients: SearchIngredients
  /** Reused by every query: a search is synchronous, and fresh arrays would cost more than the sums themselves. */
  scratch: { words: Float32Array; sums: Float32Array; lines: Map<number, readonly string[]> }
}

/**
 * Builds the search index of all passages, in memory; docs/search.md has time and size for 100,000.
 *
 * @param vocabulary may lack parts; aliases for articles that are not among the passages do nothing.
 * @param ingredients for measurements only.
 */
export function buildSearchIndex(
  passages: readonly SearchablePassage[],
  vocabulary: Partial<SearchVocabulary> = {},
  ingredients: SearchIngredients = ALL_INGREDIENTS,
): SearchIndex {
  return runAtOnce(buildIndexInSteps(passages, vocabulary, ingredients))
}

/** As `buildSearchIndex`, to be left between steps: a large index takes seconds, and a process has other work. */
export function* buildIndexInSteps(
  passages: readonly SearchablePassage[],
  vocabulary: Partial<SearchVocabulary> = {},
  ingredients: SearchIngredients = ALL_INGREDIENTS,
): Steps<SearchIndex> {
  const words: SearchVocabulary = { ...EMPTY_VOCABULARY, ...vocabulary }
  const lexicon = buildLexicon(
    ingredients.hasSynonyms ? words.synonyms : [],
    ingredients.hasConcepts ? words.concepts : [],
  )
  const analyser = { lexicon, hasMeasures: ingredients.hasMeasures }
  const { byArticle, byLaw, byId } = yield* groupPassages(passages)
  const marks = yield* readMarks(passages, ingredients.hasLawWeights ? words.lawWeights : {})
  const laws = [...byLaw.keys()].filter((title) => title.length >= 3)
  const aliases = ingredients.hasAliases ? words.aliases : []
  const aliasTexts = new Map(aliases.map((one) => [`${one.law}§${one.article}`, one.aliases.join('\n')]))
  return {
    passages,
    postings: yield* buildPostings(passages, analyser, aliasTexts, ingredients),
    aliases: yield* buildAliasIndex(aliases, analyser, byArticle),
    analyser,
    aliasTexts,
    lawNames: buildLawNames(laws, words.lawAliases),
    byId,
    byArticle,
    byLaw,
    ...marks,
    stopPattern:
      ingredients.hasStopPatterns && words.stopPatterns.length > 0
        ? new RegExp(words.stopPatterns.join('|'), 'gu')
        : null,
    ingredients,
    scratch: {
      words: new Float32Array(passages.length),
      sums: new Float32Array(passages.length),
      lines: new Map(),
    },
  }
}

type Marks = Pick<SearchIndex, 'lawWeights' | 'from' | 'to' | 'kinds'>

function* readMarks(passages: readonly SearchablePassage[], weights: Readonly<Record<string, number>>): Steps<Marks> {
  const kinds: DocumentKind[] = []
  const marks = {
    lawWeights: new Float32Array(passages.length),
    from: new Int32Array(passages.length),
    to: new Int32Array(passages.length),
    kinds,
  }
  for (const [i, one] of passages.entries()) {
    marks.lawWeights[i] = weights[one.title] ?? 1
    marks.from[i] = toDayNumber(one.effectiveFrom, 0)
    marks.to[i] = toDayNumber(one.effectiveTo, CURRENT)
    kinds.push(one.kind)
    yield
  }
  return marks
}

/** The last day of a text that is current. */
export const CURRENT = 99_991_231

/** @returns 20240701 for 2024-07-01. */
export function toDayNumber(localDate: string | null, otherwise: number): number {
  return localDate === null ? otherwise : Number(localDate.replace(/-/gu, ''))
}

type Groups = { byArticle: Map<string, number[]>; byLaw: Map<string, number[]>; byId: Map<string, number> }

function* groupPassages(passages: readonly SearchablePassage[]): Steps<Groups> {
  const byId = new Map<string, number>()
  const byArticle = new Map<string, number[]>()
  const byLaw = new Map<string, number[]>()
  const put = (map: Map<string, number[]>, key: string, i: number) => {
    const list = map.get(key)
    if (list) list.push(i)
    else map.set(key, [i])
  }
  for (const [i, one] of passages.entries()) {
    if (one.kind === 'regulation') put(byLaw, one.title, i)
    if (one.passage.article !== null) put(byArticle, `${one.title}§${one.passage.article}`, i)
    byId.set(one.passage.id, i)
    yield
  }
  return { byArticle, byLaw, byId }
}

/** The normalised text of each field that a passage has, and the marks of its obligations. */
export function readFields(
  one: SearchablePassage,
  aliasTexts: ReadonlyMap<string, string>,
  ingredients: SearchIngredients,
): { fields: [SearchField, string][]; marks: string[] } {
  const { text, headings, article } = one.passage
  const aliases = normaliseText(aliasTexts.get(`${one.title}§${article}`) ?? '')
  if (!ingredients.hasFields) return { fields: [['text', `${normaliseText(text)}\n${aliases}`]], marks: [] }
  const fields: [SearchField, string][] = [
    ['title', normaliseText(one.title)],
    ['heading', normaliseText(headings.join(' '))],
    ['text', normaliseText(text)],
    ['aliases', aliases],
  ]
  if (!ingredients.hasObligations || one.kind !== 'regulation') return { fields, marks: [] }
  const obligations = extractObligations(text)
  const clauses = [...obligations.duties, ...obligations.limits].map((duty) => duty.text).join(' ')
  return { fields: [...fields, ['obligations', normaliseText(clauses)]], marks: markObligations(obligations) }
}

type ReadFields = ReturnType<typeof readFields>

function* buildPostings(
  passages: readonly SearchablePassage[],
  analyser: AnalyserParts,
  aliasTexts: ReadonlyMap<string, string>,
  ingredients: SearchIngredients,
): Steps<Postings> {
  const read: ReadFields[] = []
  const lengths = new FieldLengths()
  for (const one of passages) {
    const fields = readFields(one, aliasTexts, ingredients)
    lengths.add(fields)
    read.push(fields)
    yield
  }
  const means = lengths.computeMeans()
  const builder = new PostingsBuilder()
  const frequencies = new Map<string, number>()
  for (const { fields, marks } of read) {
    frequencies.clear()
    for (const [field, text] of fields) {
      if (text === '') continue
      const { weight, b } = FIELDS[field]
      const share = weight / (1 - b + (b * text.length) / means.get(field)!)
      analyseText(text, analyser, (term) => frequencies.set(term, (frequencies.get(term) ?? 0) + share))
    }
    for (const mark of marks) frequencies.set(mark, 1)
    for (const [term, frequency] of frequencies) frequencies.set(term, (frequency * (K1 + 1)) / (frequency + K1))
    builder.addDocument(frequencies)
    yield
  }
  return yield* builder.buildInSteps()
}

/** The mean length of each field over the passages that have it. */
class FieldLengths {
  private readonly sums = new Map<SearchField, { length: number; count: number }>()

  add({ fields }: ReadFields): void {
    for (const [field, text] of fields) {
      const sum = this.sums.get(field) ?? { length: 0, count: 0 }
      this.sums.set(field, { length: sum.length + text.length, count: sum.count + (text === '' ? 0 : 1) })
    }
  }

  computeMeans(): Map<SearchField, number> {
    return new Map([...this.sums].map(([field, { length, count }]) => [field, length / Math.max(count, 1)]))
  }
}
