import type { Paragraph } from '../../../knowledge/passage'
import { splitProvisions } from '../../../knowledge/split-provisions'
import { DANGLING_START, findDanglingPointer, UNRESOLVED } from '../../check/check-stem'
import type { ItemSource } from '../../item'
import { namePlace } from '../candidate'
import { findQuantities } from './find-quantities'
import { ACTORS, findLeadingActor } from './roles'

/** A sentence of an article that can be understood on its own. */
export type Statement = {
  /** Without full stop at the end; 該法 where the text says 本法, 下列 for 左列. */
  text: string
  /** The article's own words, an exact substring. */
  quote: string
  /** What limits it (但…不在此限), in the text's own words without full stop; empty where nothing does. */
  proviso: string
}
/** @returns the rule and its exception as whole sentences. */
export function tell(text: string, proviso: string): string {
  return `${text}。${proviso === '' ? '' : `${proviso}。`}`
}

export type ListedItem = { text: string; quote: string }
/** A paragraph that lists (下列各款). */
export type Listing = { head: string; items: readonly ListedItem[]; paragraph: number }
export type Definition = { term: string; meaning: string; quote: string }
export type Article = {
  source: ItemSource
  /** 依保險法第58條規定， */
  lead: string
  /** The lead and the sentence; without the lead where the sentence names the law itself (保險法所稱…). */
  head(text: string): string
  statements: readonly Statement[]
  listings: readonly Listing[]
  definitions: readonly Definition[]
}

/** What has no lasting rule in it: coming into force, delegation, and application by analogy. */
const NO_RULE =
  /施行|特制定|特訂定|修正|中華民國[零一二三四五六七八九十百〇\d]+年|發布|準用|附表|附件|另定之|由[^，]{2,16}定之|刪除|依[^，]{0,12}規定訂定/u
const SENTENCE = /[^。]+。(?:但[^。]*。)?/gu
const LONGEST_STATEMENT = 120
const SHORTEST_STATEMENT = 16
/** A short later sentence lives on the one before it. */
const SHORTEST_LATER = 22

/** Reads what one article says, as far as each piece can be understood without the rest. @param lawText the text of the whole law. */
export function readArticle(source: ItemSource, parentLaw: string | null): Article {
  const paragraphs = splitProvisions(source.text)
  const name = (text: string) => nameLaw(text, source.title, parentLaw)
  return {
    source,
    lead: `依${namePlace(source)}規定，`,
    head: (text) => (text.startsWith(`${source.title}所`) ? text : `依${namePlace(source)}規定，${text}`),
    statements: paragraphs.flatMap((one, i) => readStatements(one, i === 0, source, name)),
    listings: paragraphs.flatMap((one) => readListing(one, name) ?? []),
    definitions: paragraphs.flatMap((one) => readDefinitions(one, name)),
  }
}

/** @returns the law that 本法 means in a regulation made under it: 依保險法（以下簡稱本法）第…. */
export function findParentLaw(lawText: string): string | null {
  return /(?:依據?|為)(\p{Script=Han}{2,24}?法)（以下簡稱本法）/u.exec(lawText)?.[1] ?? null
}

/** Names the law where its text says 本法 or 本規則. */
function nameLaw(text: string, title: string, parentLaw: string | null): string {
  const own = /(?:施行)?(細則|條例|規則|辦法|準則|標準|法)$/u.exec(title)?.[1]
  let named = text.replaceAll('左列', '下列')
  // The stem names the law in front, so that 該法 is clear; a sentence that begins with 本法 stands without that front.
  if (own !== undefined) named = named.replace(new RegExp(`^本${own}`, 'u'), title).replaceAll(`本${own}`, `該${own}`)
  return parentLaw === null ? named : named.replaceAll('本法', parentLaw)
}

function readStatements(
  paragraph: Paragraph,
  isFirst: boolean,
  source: ItemSource,
  name: (text: string) => string,
): Statement[] {
  if (paragraph.items.length > 0) return [...readHead(paragraph, source, name), ...readItems(paragraph, source, name)]
  return [...paragraph.text.matchAll(SENTENCE)].flatMap(([whole], i): Statement[] => {
    const [main, ...provisos] = whole.split('。').filter((one) => one !== '')
    const proviso = provisos.join('。')
    return splitClauses(main!).flatMap((clause, j) => {
      const text = name(clause)
      const opens = isFirst && i === 0 && j === 0
      if (!isWhole(text, opens, i > 0 || j > 0) || !source.text.includes(clause)) return []
      return [{ text, quote: clause, proviso: name(proviso) }]
    })
  })
}

/** For how long somebody is suspended where one of a list of cases is met: 業務員有該條所列情事之一者，應予以…. A fine without its cases is nothing to know. */
function readHead(paragraph: Paragraph, source: ItemSource, name: (text: string) => string): Statement[] {
  const quote = paragraph.text.replace(/[：:]$/u, '')
  const text = name(quote).replace(/有下列(?:各款)?(情[事形]|行為)之一/u, '有該條所列$1之一')
  if (!text.includes('該條所列') || !isWhole(text, true, false) || !source.text.includes(quote)) return []
  return findLeadingActor(text) === null || !findQuantities(text).some((one) => one.unit === 'time-range')
    ? []
    : [{ text, quote, proviso: '' }]
}

/** Items that are whole rules themselves (依下列規定辦理：一、保險業應…). */
function readItems(paragraph: Paragraph, source: ItemSource, name: (text: string) => string): Statement[] {
  if (!/規定|如下|辦理|方式|原則/u.test(paragraph.text)) return []
  return paragraph.items.flatMap((item): Statement[] => {
    if (item.subItems.length > 0) return []
    const [quote, ...more] = item.text.split('。').filter((one) => one !== '')
    const text = name(quote ?? '')
    const actor = findLeadingActor(text)
    // A name alone (企業經營者之名稱) is no rule.
    const isRule = actor !== null && /^(?!之|、|及|與)[^，]*(?:應|得|不得)|^，/u.test(text.slice(actor.length))
    return isRule && more.length === 0 && isWhole(text, false, true) && source.text.includes(quote!)
      ? [{ text, quote: quote!, proviso: '' }]
      : []
  })
}

/** Rules that a semicolon parts, where each names its own subject; else the sentence stays whole. */
function splitClauses(sentence: string): string[] {
  const parts = sentence.split('；')
  if (parts.length === 1) return parts
  return parts.slice(1).every((one) => findLeadingActor(one) !== null) ? parts : [sentence]
}

const MODAL = /應|得|不得|負|視為|推定|無效|喪失|有|為|以/u
/** How a sentence begins whose subject was named before it. */
const HEADLESS =
  /^(?:應|得|不得|無|有|經|依|如|未|自|因|於|對|以|前|逾|違反|屆期|其|情節|必要時|不|認|非|至|再|與|由|受|已|同|除|若|倘|致|期間|期限)/u

/** What the lead in front of the sentence names. */
const NAMED_BY_LEAD = /該(?:法|條例|規則|辦法|準則|標準|細則|條所列)/gu

function isWhole(text: string, opensArticle: boolean, isLater: boolean): boolean {
  const length = [...text].length
  if (length < SHORTEST_STATEMENT || length > LONGEST_STATEMENT) return false
  if (UNRESOLVED.test(text) || NO_RULE.test(text) || DANGLING_START.test(text)) return false
  if (
    /本(?:法|條例|規則|辦法|準則|標準|細則|會|基金|中心|機構|要點|契約|保險(?!業|公司))|^[（(\d]|亦同$|^[^，]*[未應](?:依|按)規定|^[^，]*於(?:期限|期間|期)屆?滿|下列|如下|以下簡稱|以下稱|者，從其/u.test(
      text,
    )
  )
    return false
  if (!MODAL.test(text) || findDanglingPointer(text.replace(NAMED_BY_LEAD, '')) !== null || hasOpenBracket(text))
    return false
  const actor = findLeadingActor(text)
  if (isLater)
    return (
      actor !== null &&
      length >= SHORTEST_LATER &&
      !/其(?!他)/u.test(text) &&
      !/^[並亦均仍再另]/u.test(text.slice(actor.length))
    )
  if (opensArticle) return !/^(?:應|得|不得|其|違反|情節)/u.test(text)
  return actor !== null || (!HEADLESS.test(text) && /^[^，]{4,}/u.test(text) && length >= 22) || startsWithCase(text)
}

/** A case that is told in full before its rule (…者，保險人…), with an actor in it. */
function startsWithCase(text: string): boolean {
  return /^(?:因|於|對|以|由|經)/u.test(text) && ACTORS.some((one) => text.slice(1).includes(one))
}

function hasOpenBracket(text: string): boolean {
  return [
    ['（', '）'],
    ['「', '」'],
  ].some(([open, close]) => text.split(open!).length !== text.split(close!).length)
}

function readListing(paragraph: Paragraph, name: (text: string) => string): Listing | null {
  if (paragraph.items.length < 3 || !/(?:下列|左列)[^。]{0,14}[：:]?$/u.test(paragraph.text)) return null
  const items = paragraph.items.flatMap((one): ListedItem[] => {
    const quote = one.text.replace(/[。；]$/u, '')
    const text = name(quote)
    if (one.subItems.length > 0 || UNRESOLVED.test(text) || /^其他|[。：]|準用|附表/u.test(text)) return []
    return [{ text, quote }]
  })
  const head = name(paragraph.text.replace(/[：:]$/u, ''))
  return items.length === 0 ? null : { head, items, paragraph: paragraph.number }
}

const SAID =
  /^(?:前[一二]?項|第[一二三四五六]項|本(?:法|條例|規則|辦法|準則|標準|細則))?所稱(?:之)?([^，。、；（）]{2,14}?)，?(?:係|乃)?(?:指|謂)([^。]{10,100})。$/u
const PLAIN = /^(?:前項)?([^，。、；（）]{2,8})，(?:係)?(?:謂|指|為)([^。]{12,100}(?:契約|行為|條款|之人|保險|者))。/u
const CALLED = /^稱([^，。、；（）]{2,8})者，謂([^。]{10,100})。/u
const ENTRY = /^([^，。、；：（）]{2,14})：(?:係)?指([^。]{8,100})。$/u

function readDefinitions(paragraph: Paragraph, name: (text: string) => string): Definition[] {
  const own = readDefinition(paragraph.text, [SAID, CALLED, PLAIN], name)
  const listed = paragraph.items
    .filter((one) => one.subItems.length === 0)
    .flatMap((one) => readDefinition(one.text, [ENTRY], name) ?? [])
  return own === null ? listed : [own, ...listed]
}

function readDefinition(text: string, forms: readonly RegExp[], name: (text: string) => string): Definition | null {
  for (const form of forms) {
    const [quote, term, said] = form.exec(text) ?? []
    if (quote === undefined) continue
    const meaning = name(said!)
    if (
      UNRESOLVED.test(meaning) ||
      /[本該](?:法|條例|規則|辦法|準則|標準|細則)|下列|第.{1,5}條|規定之|所稱/u.test(meaning)
    )
      return null
    if ((meaning.includes(term!) && term!.length > 2) || /^[前第本該其]/u.test(term!)) return null
    return { term: term!, meaning, quote: quote.replace(/。$/u, '') }
  }
  return null
}
