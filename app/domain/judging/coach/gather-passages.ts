import { readChineseNumber } from '../../knowledge/read-chinese-number'
import { findCitedArticle, readCitation } from '../../knowledge/read-citation'
import { splitProvisions } from '../../knowledge/split-provisions'
import type { Catalogue } from '../../shared/observation'
import type { ClaimFacts, SourceText } from '../law-claims/claim-facts'
import type { LineItem } from '../score-types'
import type { GroundPassage } from './coaching'

export type GatherInput = {
  /** Codes that are advised on. */
  codes: readonly string[]
  /** Of the turn's score; one may name the passage that contradicts it. */
  items: readonly LineItem[]
  /** The client's last line, the utterance and the advice in the coach's own words: what the passages are to be about. */
  about: readonly string[]
  facts: ClaimFacts | undefined
  /** An article in force on the day of the talk; null where that law is not at hand. */
  findArticle: (law: string, article: string) => SourceText | null
}

const MAX_CITED = 3
const MAX_TOUCHED = 2
const MAX_OF_PRODUCTS = 3
/** Longer ones are cut: what a model is shown is what its words are held against. */
const MAX_CHARACTERS = 900

/**
 * The passages that advice on a turn may lean on: what contradicts it, the provisions behind the advised behaviours, articles that the talk
 * touches on, and those of the products' passages that have most to do with it.
 *
 * @returns each place once, in this order; none where no source is at hand.
 */
export function gatherPassages(input: GatherInput, catalogue: Catalogue): GroundPassage[] {
  const { facts } = input
  const ofProducts = (facts?.products ?? []).flatMap((one) => one.passages)
  const ofLaws = (facts?.laws ?? []).flatMap(({ passage }) => passage ?? [])
  const against = input.items.flatMap(({ passageId }) => passageId ?? [])
  const contradicting = [...ofProducts, ...ofLaws].filter((one) => against.includes(one.id))
  const cited = input.codes
    .flatMap((code) => catalogue.entries.get(code)?.cite ?? [])
    .flatMap((cite) => readProvision(cite, input.findArticle) ?? [])
    .slice(0, MAX_CITED)
  const text = input.about.join('\n')
  const touched = (facts?.laws ?? [])
    .filter(({ claim, passage }) => passage !== null && claim.words.some((word) => text.includes(word)))
    .map(({ passage }) => passage!)
    .slice(0, MAX_TOUCHED)
  const plain = [...contradicting, ...touched, ...rankByShared(ofProducts, text).slice(0, MAX_OF_PRODUCTS)]
  const [first, rest] = [plain.slice(0, contradicting.length), plain.slice(contradicting.length)]
  const seen = new Set<string>()
  return [...first.map(toGround), ...cited, ...rest.map(toGround)].filter(
    ({ id, place }) => !seen.has(`${id} ${place}`) && seen.add(`${id} ${place}`) !== undefined,
  )
}

function toGround({ id, cite, text }: SourceText): GroundPassage {
  return { id, place: cite, text: text.slice(0, MAX_CHARACTERS) }
}

/** @returns the words of the cited provision, with what stands above it; the whole article where it has no such place. */
function readProvision(cite: string, findArticle: GatherInput['findArticle']): GroundPassage | null {
  const citation = readCitation(cite)
  if (!citation) return null
  const article = findCitedArticle(citation, (number) => findArticle(citation.law, number) !== null)
  const source = article === null ? null : findArticle(citation.law, article)
  if (!source) return null
  const [paragraphNumber, itemNumber] = citation.numbers.slice(article!.split('-').length).map(Number)
  const paragraph = splitProvisions(source.text).find((one) => one.number === paragraphNumber)
  if (!paragraph) return toGround(source)
  const item = paragraph.items.find((one) => one.number === itemNumber)
  if (itemNumber !== undefined && !item) return toGround(source)
  const subItem = citation.subItem === null ? null : findSubItem(source.text, item?.text, Number(citation.subItem))
  const below = item?.subItems.map((one) => one.text) ?? paragraph.items.map((one) => one.text)
  const lines = [paragraph.text, ...(item ? [item.text] : []), ...(subItem === null ? below : [subItem])]
  return { id: source.id, place: cite, text: lines.join('\n').slice(0, MAX_CHARACTERS) }
}

const SUB_ITEM = /^\s*[（(]([一二三四五六七八九十]+)[)）]\s*(.+)$/u
const ITEM_LINE = /^\s*[一二三四五六七八九十百]+、/u

/** Below 「（一）」 the points may be counted again (「1.」): only those in brackets are meant by a citation. */
function findSubItem(text: string, itemText: string | undefined, number: number): string | null {
  const lines = text.split('\n')
  const from = itemText === undefined ? -1 : lines.findIndex((line) => ITEM_LINE.test(line) && line.includes(itemText))
  for (const line of lines.slice(from + 1)) {
    if (from >= 0 && ITEM_LINE.test(line)) return null
    const found = SUB_ITEM.exec(line)
    if (found && readChineseNumber(found[1]!) === number) return found[2]!
  }
  return null
}

/** Those with words in common first, most first; the rest not at all. */
function rankByShared(passages: readonly SourceText[], text: string): SourceText[] {
  const wanted = listPairs(text)
  return passages
    .map((passage) => ({ passage, shared: countShared(passage, wanted) }))
    .filter((one) => one.shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .map((one) => one.passage)
}

/** The passages of a day are the same in every turn. */
const PAIRS = new WeakMap<SourceText, ReadonlySet<string>>()

function countShared(passage: SourceText, wanted: ReadonlySet<string>): number {
  const own = PAIRS.get(passage) ?? listPairs(`${passage.heading}\n${passage.text}`)
  PAIRS.set(passage, own)
  let shared = 0
  for (const pair of wanted) if (own.has(pair)) shared++
  // A long passage shares more by chance.
  return shared / Math.sqrt(own.size + 1)
}

function listPairs(text: string): Set<string> {
  const pairs = new Set<string>()
  for (const run of text.match(/\p{Script=Han}{2,}/gu) ?? [])
    for (let i = 0; i + 1 < run.length; i++) pairs.add(run.slice(i, i + 2))
  return pairs
}
