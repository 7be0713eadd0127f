import { extractObligations } from '../knowledge/extract-obligations'
import { splitProvisions } from '../knowledge/split-provisions'
import type { ItemSource } from '../quiz/item'
import { findMeasures } from '../retrieval/find-measures'
import { normaliseText } from '../retrieval/normalise-text'
import { splitSentences } from '../roleplay/split-sentences'

/** A sentence of a source, in its own words, with what it is worth as a key point. */
export type Statement = { text: string; source: ItemSource; weight: number }
/** A list of a source that is too long for one sentence: 「…有下列情事之一者」 with its items. */
export type Provision = { lead: string; items: readonly string[]; source: ItemSource; weight: number }

/** A point that is longer is no point. */
const MAX_CHARACTERS = 170
const MIN_CHARACTERS = 9
/** Words that lean on the sentence before: alone they are not understood. */
const LEANING = /^(?:前項|前條|前二項|前三項|第[一二三四五六七八九十]+項|依前|其|該|此|這|反過來|例如|舉例)/u
const DEFINITION = /所稱|，?(?:係|是)指|的意思是|不是.{1,16}(?:，|；)(?:而)?是|視為/u
const EXCEPTION = /除外|不在此限|但(?!是)|例外|不賠|不給付|不受|以外|不適用/u
const RISK = /虧|損失|風險|不保證|非保證|扣|停效|解除契約|拿不回|少於|低於已繳/u
/** What authorities do is no key point for somebody who sells. */
const AUTHORITY = /由?(?:中央)?主管機關(?:會同|洽|定之|得|應|核定)|施行日期|由.{2,12}定之/u

/**
 * Cuts a source into sentences that can stand alone, each with its weight: duties and bans first, then limits, sums, definitions, exceptions and a product's
 * figures. What asks, or is only a quote, is left out. Marks of statute language are read; nothing beyond them is understood.
 */
export function cutStatements(source: ItemSource): Statement[] {
  return cutTexts(source).flatMap((text) => {
    const weight = weighStatement(text, source)
    return weight === null ? [] : [{ text, source, weight }]
  })
}

/** The long lists of a law, which are read as a table. */
export function cutProvisions(source: ItemSource): Provision[] {
  if (source.kind !== 'regulation') return []
  return splitProvisions(source.text).flatMap((paragraph): Provision[] => {
    const items = paragraph.items.map((item) => [item.text, ...item.subItems.map((sub) => sub.text)].join(''))
    if (items.length < 3 || joinList(paragraph.text, items).length <= MAX_CHARACTERS) return []
    const weight = (weighStatement(paragraph.text.replace(/[：:]$/u, '。'), source) ?? 0) + 1
    return [{ lead: paragraph.text, items, source, weight }]
  })
}

const joinList = (lead: string, items: readonly string[]) => `${lead}${items.join('')}`

function cutTexts(source: ItemSource): string[] {
  if (source.kind !== 'regulation') return source.text.split('\n').flatMap(cutLine)
  return splitProvisions(source.text).flatMap((paragraph) => {
    const items = paragraph.items.map((item) => [item.text, ...item.subItems.map((sub) => sub.text)].join(''))
    if (items.length === 0) return cutLine(paragraph.text)
    const whole = joinList(paragraph.text, items)
    return whole.length <= MAX_CHARACTERS ? [whole] : []
  })
}

/** A line is one point as long as it is short: its sentences explain each other. */
function cutLine(line: string): string[] {
  const text = line.trim().replace(/^\d+(?:\.\d+)*[.、]?\s+/u, '')
  if (text.length <= MAX_CHARACTERS) return [text]
  return joinLeaning(splitSentences(text))
}

/** 「但…」 belongs to the sentence that it limits. */
function joinLeaning(sentences: readonly string[]): string[] {
  const joined: string[] = []
  for (const sentence of sentences) {
    const before = joined.at(-1)
    if (before !== undefined && /^(?:但|惟)/u.test(sentence)) joined[joined.length - 1] = before + sentence
    else joined.push(sentence)
  }
  return joined
}

/** Sends the reader elsewhere. */
const POINTER = /請看第|另外計算|[：，]見「|，見第|^本.{1,4}依.+訂定之。$/u

type Reading = { kinds: ReadonlySet<string>; limits: number; sums: number; figures: number; kind: ItemSource['kind'] }

/** What each mark of a sentence adds to its weight. */
const MARKS: readonly ((text: string, reading: Reading) => number)[] = [
  (_, { kinds }) => (kinds.has('must-not') ? 5 : kinds.has('must') ? 4 : kinds.has('may') ? 1.5 : 0),
  (_, { limits }) => (limits > 0 ? 2 : 0),
  (_, { sums }) => (sums > 0 ? 1.5 : 0),
  (_, { figures, kind }) => (figures === 0 ? 0 : kind === 'product' ? 2.5 : 1),
  (text) => (DEFINITION.test(text) ? 2.5 : 0),
  (text) => (EXCEPTION.test(text) ? 2 : 0),
  (text, { kind }) => (RISK.test(text) ? (kind === 'regulation' ? 0.5 : 2) : 0),
  (text, { kind }) => (kind !== 'regulation' && text.includes('§') ? 1.5 : 0),
  (text) => (AUTHORITY.test(text) ? -4 : 0),
  (text) => (LEANING.test(text) ? -2 : 0),
  (text) => (POINTER.test(text) ? -6 : 0),
  (text) => (text.length > MAX_CHARACTERS ? -1.5 : 0),
]

/** @returns null for what is no statement. */
function weighStatement(text: string, { kind }: ItemSource): number | null {
  const length = [...text].length
  if (length < MIN_CHARACTERS || length > MAX_CHARACTERS * 1.6) return null
  if (/[？?：:][」』）)]?$/u.test(text) || /^[「『].*[」』]。?$/u.test(text)) return null
  const { duties, limits, sums } = extractObligations(text)
  const reading: Reading = {
    kinds: new Set(duties.map((one) => one.kind)),
    limits: limits.length,
    sums: sums.length,
    figures: findMeasures(normaliseText(text)).length,
    kind,
  }
  return MARKS.reduce((sum, mark) => sum + mark(text, reading), 0)
}
