import { NUMBER_SOURCE, readChineseNumber } from '../knowledge/read-chinese-number'
import { findRocDates } from '../knowledge/read-roc-date'
import { findMeasures } from './find-measures'
import { normaliseText } from './normalise-text'

/** A passage that an answer cites. `dates`: of its version, which an answer may name too. */
export type CitedPassage = { article: string | null; text: string; title?: string; dates?: readonly string[] }

export type AnswerFaultKind = 'no-citation' | 'unknown-passage' | 'number' | 'date' | 'article'
/** @param value what the cited passages do not hold: `#30日`, `2024-07-01`, `§64`. */
export type AnswerFault = { sentence: number; kind: AnswerFaultKind; value: string }

const ARTICLE = new RegExp(
  `(?:第\\s*(${NUMBER_SOURCE})\\s*條(?:\\s*之\\s*(${NUMBER_SOURCE}))?|§\\s*(\\d+)(?:-(\\d+))?)`,
  'gu',
)
const HYPHENED = /第\s*(\d+)-(\d+)\s*條/gu
const ISO_DATE = /\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日/gu

/**
 * Checks that every sentence cites passages, and that each number with its unit, sum, date and article in it stands in them. Spelling does not matter: 三十日,
 * 30天 and 30 日 are one; 六百萬元 is 6,000,000元. Words are not checked.
 *
 * @returns all faults; an answer with one must not be shown as it is.
 */
export function checkAnswer(
  sentences: readonly { text: string; passageIds: readonly string[] }[],
  passages: ReadonlyMap<string, CitedPassage>,
): AnswerFault[] {
  return sentences.flatMap(({ text, passageIds }, sentence) => {
    if (passageIds.length === 0) return [{ sentence, kind: 'no-citation' as const, value: '' }]
    const unknown = passageIds.find((id) => !passages.has(id))
    if (unknown !== undefined) return [{ sentence, kind: 'unknown-passage' as const, value: unknown }]
    const held = readFacts(passageIds.map((id) => passages.get(id)!))
    return findUnheld(text, held).map((fault) => ({ sentence, ...fault }))
  })
}

type Facts = { measures: Set<string>; numbers: Set<number>; dates: Set<string>; articles: Set<string> }

function readFacts(passages: readonly CitedPassage[]): Facts {
  const facts: Facts = { measures: new Set(), numbers: new Set(), dates: new Set(), articles: new Set() }
  for (const { article, text, title, dates } of passages) {
    const all = normaliseText(`${title ?? ''}\n${text}`)
    for (const one of listMeasures(all)) facts.measures.add(one)
    for (const one of listNumbers(all)) facts.numbers.add(one)
    for (const one of [...listDates(all), ...(dates ?? [])]) facts.dates.add(one)
    for (const one of listArticles(all)) facts.articles.add(one)
    if (article !== null) facts.articles.add(article)
  }
  return facts
}

function findUnheld(source: string, held: Facts): { kind: AnswerFaultKind; value: string }[] {
  const text = normaliseText(source)
  const faults: { kind: AnswerFaultKind; value: string }[] = []
  for (const date of listDates(text)) if (!held.dates.has(date)) faults.push({ kind: 'date', value: date })
  for (const article of listArticles(text))
    if (!held.articles.has(article)) faults.push({ kind: 'article', value: `§${article}` })
  // What is a date or an article is no measure of its own.
  const rest = text.replace(ISO_DATE, ' ').replace(HYPHENED, ' ').replace(ARTICLE, ' ')
  const plain = findRocDates(rest).length > 0 ? rest.replace(/\S{1,4}年\S{1,3}月\S{1,3}日/gu, ' ') : rest
  for (const measure of listMeasures(plain))
    if (!held.measures.has(measure)) faults.push({ kind: 'number', value: measure })
  for (const number of listArabic(plain))
    if (!held.numbers.has(number)) faults.push({ kind: 'number', value: String(number) })
  return faults
}

/** Measures in the spelling of the search (`#30日`), and sums in foreign money (`#2000美元`). */
function listMeasures(text: string): string[] {
  const foreign = [...text.matchAll(new RegExp(`(${NUMBER_SOURCE})\\s*(美元|美金)`, 'gu'))].flatMap(([, number]) => {
    const value = readChineseNumber(number!)
    return value === null ? [] : [`#${value}美元`]
  })
  return [...findMeasures(text), ...foreign]
}

/** All numbers that the text holds, in whatever spelling. */
function listNumbers(text: string): number[] {
  return [...text.matchAll(new RegExp(NUMBER_SOURCE, 'gu'))].flatMap(([found]) => {
    const value = readChineseNumber(found)
    return value === null ? [] : [value]
  })
}

/** Numbers in digits; those in characters count only with a unit, for 一 and 十 stand in many words. */
function listArabic(text: string): number[] {
  return [...text.matchAll(/\d[\d,]*(?:\.\d+)?[十百千萬億]*/gu)].flatMap(([found]) => {
    const value = readChineseNumber(found)
    return value === null ? [] : [value]
  })
}

function listDates(text: string): string[] {
  const western = [...text.matchAll(ISO_DATE)].map(([found]) => {
    const [year, month, day] = found.match(/\d+/gu)!
    return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  })
  return [...western, ...findRocDates(text.replace(ISO_DATE, ' '))]
}

function listArticles(text: string): string[] {
  const hyphened = [...text.matchAll(HYPHENED)].map(([, number, branch]) => `${number}-${branch}`)
  const others = [...text.replace(HYPHENED, ' ').matchAll(ARTICLE)].flatMap(
    ([, number, branch, signed, signedBranch]) => {
      const [first, second] = [number ?? signed, branch ?? signedBranch]
      const value = readChineseNumber(first!)
      const behind = second === undefined ? null : readChineseNumber(second)
      return value === null ? [] : [behind === null ? String(value) : `${value}-${behind}`]
    },
  )
  return [...hyphened, ...others]
}
