import { readChineseNumber } from '../knowledge/read-chinese-number'
import { findCitedArticle, readCitation } from '../knowledge/read-citation'
import { findProvision, splitProvisions } from '../knowledge/split-provisions'
import type { ItemSource } from '../quiz/item'
import { buildPairs, measureContainment } from '../roleplay/measure-likeness'
import { groupBy } from '../shared/group-by'
import type { CitedText } from './course'
import { cutStatements } from './cut-statements'
import { citeSource } from './pick-key-points'

/** The texts in force on one day, as a course may cite them. */
export type CourseLibrary = {
  /** In the order of the text; empty for an unknown document. */
  listDocument(documentId: string): readonly ItemSource[]
  /** Articles of a law by their number. */
  findLaw(title: string): ReadonlyMap<string, ItemSource> | null
  /** Product sheets and guides. */
  leaflets: readonly ItemSource[]
}

/** @param sources every passage in force, of each document in the order of its text. */
export function buildCourseLibrary(sources: readonly ItemSource[]): CourseLibrary {
  const byDocument = groupBy(sources, (one) => one.documentId)
  const laws = groupBy(
    sources.filter((one) => one.kind === 'regulation' && one.article !== null),
    (one) => one.title,
  )
  const articles = new Map([...laws].map(([title, own]) => [title, new Map(own.map((one) => [one.article!, one]))]))
  return {
    listDocument: (documentId) => byDocument.get(documentId) ?? [],
    findLaw: (title) => articles.get(title) ?? null,
    leaflets: sources.filter((one) => one.kind !== 'regulation'),
  }
}

const MAX_WORDS = 180

/** A place with its words, and the passage that it is in. `own` without what introduces them: 款 or 目 alone. */
export type CitedPlace = CitedText & { own: string; source: ItemSource }

/**
 * The words that a citation of our content means (「保險業務員管理規則 §19-1-4」), cut from the law; where that law has not been imported, a sentence of a guide or
 * sheet that names this very place.
 *
 * @param about what the citation is to bear out: of several places the one that is most about it is taken.
 * @returns null when neither is there.
 */
export function citeLaw(library: CourseLibrary, cite: string, about: string): CitedPlace | null {
  const citation = readCitation(cite)
  const articles = citation && library.findLaw(citation.law)
  if (!citation || !articles) return citeLeaflet(library, cite, about)
  const article = findCitedArticle(citation, (one) => articles.has(one))
  const source = article === null ? undefined : articles.get(article)
  if (article === null || !source) return citeLeaflet(library, cite, about)
  const rest = citation.numbers.slice(article.split('-').length).map(Number)
  const address = { rest, subItem: citation.subItem === null ? null : Number(citation.subItem) }
  return { ...cutWords(source, address, about), citations: [{ ...citeSource(source), label: cite }], source }
}

type Address = { rest: readonly number[]; subItem: number | null }

/** The words at a place of an article, with what introduces them as long as it stays short. */
function cutWords(source: ItemSource, { rest, subItem }: Address, about: string): { text: string; own: string } {
  const paragraphs = splitProvisions(source.text)
  const whole = (number: number) => findProvision(paragraphs, { paragraph: number }) ?? source.text
  if (rest.length === 0) {
    const texts = paragraphs.map((one) => whole(one.number))
    return alone(pickMostAbout(texts, about, (text) => text) ?? source.text)
  }
  const [first, second] = rest
  // §條-款 where the article has one paragraph only, else §條-項-款.
  const isItem = second === undefined && paragraphs.length === 1 && paragraphs[0]!.items.length > 0
  const paragraph = paragraphs.find((one) => one.number === (isItem ? 1 : first)) ?? paragraphs[0]
  const item = paragraph?.items.find((one) => one.number === (isItem ? first : second))
  if (!paragraph || !item) return alone(whole(paragraph?.number ?? 1))
  const sub = subItem === null ? undefined : findSubItem(source.text, item.text, subItem)
  const all = item.subItems.map((one) => one.text)
  const own = sub === undefined ? [item.text, ...all].join('') : `${item.text}${sub}`
  const introduced = `${paragraph.text}${own}`
  if (introduced.length <= MAX_WORDS) return { text: introduced, own }
  if (own.length <= MAX_WORDS) return { text: own, own }
  const part = sub ?? pickMostAbout(all, about, (one) => one) ?? ''
  const short = `${item.text}${part}`
  return alone(short.length <= MAX_WORDS || part === '' ? short : part)
}

const alone = (words: string) => ({ text: shorten(words), own: shorten(words) })

/** 目: the line 「（三）…」 below the item, whatever 「1. …」 stands in between. */
function findSubItem(text: string, itemText: string, number: number): string | undefined {
  const lines = text.split('\n').map((line) => line.trim())
  const start = lines.findIndex((line) => line.endsWith(itemText))
  for (const line of lines.slice(start + 1)) {
    if (/^[一二三四五六七八九十]+、/u.test(line)) return undefined
    const [, mark, words] = /^[（(]([一二三四五六七八九十]+)[)）]\s*(.*)$/u.exec(line) ?? []
    if (mark && readChineseNumber(mark) === number) return words
  }
  return undefined
}

/** The one that shares most with the matter; the first where nothing is shared. */
function pickMostAbout<Item>(items: readonly Item[], about: string, read: (item: Item) => string): Item | undefined {
  const wanted = buildPairs(about)
  const shares = items.map((item) => measureContainment(wanted, buildPairs(read(item))))
  return items[shares.indexOf(Math.max(...shares))]
}

/** Cut at the end of a clause, so that nothing is left half said. */
function shorten(text: string): string {
  const flat = text.replace(/\s*\n\s*/gu, '')
  if (flat.length <= MAX_WORDS) return flat
  const cut = flat.slice(0, MAX_WORDS)
  const end = Math.max(cut.lastIndexOf('。'), cut.lastIndexOf('；'))
  return end > MAX_WORDS / 3 ? cut.slice(0, end + 1) : `${cut}……`
}

function citeLeaflet(library: CourseLibrary, cite: string, about: string): CitedPlace | null {
  const plain = cite.replace(/\s/gu, '')
  const [law, place = ''] = plain.split(/(?=§)/u)
  // 「民法 §12、§13」 names both; §19-1-1 is not §19-1-17, §6-1-7 is not §6-1-7(6), and 全民健康保險法 is not 保險法.
  const isPlace = new RegExp(
    `(?<![康壽任])${escapePattern(law!)}(?:§[\\d()（）-]+、)*${escapePattern(place)}(?![\\d(（-])`,
    'u',
  )
  const names = (text: string) => isPlace.test(text.replace(/\s/gu, ''))
  const found = library.leaflets
    .filter((source) => names(source.text))
    .flatMap((source) => cutStatements(source).filter((one) => names(one.text)))
  // A guide speaks of all products; the sheet of another product would only confuse.
  const guides = found.filter((one) => one.source.kind === 'guide')
  const best = pickMostAbout(
    guides.length > 0 ? guides : found,
    about,
    (one) => `${one.source.headings.join('')}${one.text}`,
  )
  if (!best) return null
  const { text, source } = best
  return { text, own: text, citations: [citeSource(source, text)], source }
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
