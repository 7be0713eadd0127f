import type { SeededRandom } from '../../../shared/seeded-random'
import { listBigrams } from '../../check/canonical-text'
import type { ItemContent } from '../../item'
import { buildOptions, cite, explainWith, namePlace, type WriteContext } from '../candidate'
import { drawSome } from '../draw-some'
import type { Article, ListedItem, Listing } from './read-law'

export type PlacedListing = Listing & { article: Article }

const LONGEST_ITEM = 60
/** Share of the pairs of characters in two heads from which their lists are about like things. */
const LIKE_HEADS = 0.3
const NEAR_ARTICLES = 60
const HEAD =
  /^(.*?)(應(?:行)?(?:\p{Script=Han}{0,6}?)|不得(?:\p{Script=Han}{0,4}?)|得(?:\p{Script=Han}{0,4}?)|有|指|為|符合|具備|包括|包含|載明|記載|遵守|檢附|檢具)(?:下列|左列)(各款|各項)?之?(\p{Script=Han}{2,5}?)(之一)?(者)?(，.*)?$/u

/** Questions on what a list of an article holds: one that belongs, all that belong, one that does not. @param all the lists of the whole law. */
export function writeListingItems(
  article: Article,
  all: readonly PlacedListing[],
  context: WriteContext,
): ItemContent[] {
  return article.listings.flatMap((listing) => {
    const asked = readHead(listing.head)
    if (asked === null) return []
    const items = listing.items.filter((one) => one.text.length <= LONGEST_ITEM)
    const strangers = listStrangers(article, listing, asked.thing, all)
    const made: (ItemContent | null)[] = []
    if (context.types.has('single')) {
      made.push(askOutsider(article, listing, asked, items, strangers, context.random))
      if (items.length >= 2) made.push(askMember(article, asked, items, strangers, context.random))
    }
    if (context.types.has('multiple')) made.push(askMembers(article, asked, items, strangers, context.random))
    if (context.types.has('ordering')) made.push(askOrder(article, listing))
    return made.filter((one) => one !== null)
  })
}

/** `isOneOf`: the law asks for one of the list, not for all of it. */
type AskedHead = { before: string; verb: string; thing: string; behind: string; isOneOf: boolean }

/** Reads 業務員有下列各款情事之一者，應… into what is asked: 業務員 有 情事 者，應…. */
function readHead(head: string): AskedHead | null {
  if (head.length > 90 || /第[^，]{1,6}條|前[項條款]|規定辦理|準用|[本該](?:法|規則|辦法|準則)/u.test(head)) return null
  const [, before, verb, , thing, oneOf, , behind] = HEAD.exec(head) ?? []
  if (before === undefined || before === '' || verb === undefined || thing === undefined) return null
  if (/規定|規範|標準|方式計|如下/u.test(thing)) return null
  // What one list forbids another forbids too: no stranger would be wrong.
  if (/不得/u.test(verb) || /(?:行為|情事|情形)$/u.test(thing)) return null
  // What is to be done at one step sounds right at every other one.
  if (/(?:事項|措施|原則|方式)$/u.test(thing) && !/載明|記載|揭露|登載|包括|包含/u.test(verb)) return null
  if (/但$|^(?:但|並|前|其)|其(?!他)/u.test(before)) return null
  return { before, verb, thing, behind: behind ?? '', isOneOf: oneOf !== undefined }
}

function listStrangers(article: Article, listing: Listing, thing: string, all: readonly PlacedListing[]): ListedItem[] {
  const own = listing.items.map((one) => new Set(listBigrams(one.text)))
  const sound = new Set(listing.items.flatMap((one) => listBigrams(one.text)))
  const kind = thing.slice(-2)
  return all
    .filter((one) => one.article.source.passageId !== article.source.passageId && one.head !== listing.head)
    .filter((one) => isNear(one.article, article))
    .filter((one) => readHead(one.head)?.thing.slice(-2) === kind && isAlike(one.head, listing.head))
    .flatMap((one) => one.items)
    .filter((one) => one.text.length <= LONGEST_ITEM && !article.source.text.includes(one.quote))
    .filter((one) => {
      const bigrams = listBigrams(one.text)
      // It must sound like the list (姓名, 執照 …) without being in it.
      if (bigrams.filter((two) => sound.has(two)).length < 2) return false
      // Nothing that one of the list's own items says in other words.
      return own.every((held) => bigrams.filter((two) => held.has(two)).length / Math.max(bigrams.length, 1) < 0.4)
    })
}

/** A list from another part of a long law (of a code) is plainly about something else. */
function isNear(a: Article, b: Article): boolean {
  const [first, second] = [a, b].map((one) => Number.parseInt(one.source.article ?? '', 10))
  return Math.abs(first! - second!) <= NEAR_ARTICLES
}

/** Whether two lists speak of like things, so that what one holds can be taken for the other's. */
function isAlike(a: string, b: string): boolean {
  const [first, second] = [new Set(listBigrams(a)), listBigrams(b)]
  return second.filter((one) => first.has(one)).length / Math.max(first.size, second.length, 1) >= LIKE_HEADS
}

function ask({ before, verb, thing, behind }: AskedHead, which: '何種' | '哪些'): string {
  return `${before}${verb}下列${which}${thing}${behind}`
}

function clean(item: ListedItem): string {
  return item.text.replace(/[，；。]$/u, '').replace(/；(?:或|及)$/u, '')
}

function explainList({ source }: Article, listed: readonly ListedItem[]): string {
  return explainWith(source, `列有「${listed.map(clean).join('」「')}」等。`)
}

function askMember(
  article: Article,
  asked: AskedHead,
  items: readonly ListedItem[],
  strangers: readonly ListedItem[],
  random: SeededRandom,
): ItemContent | null {
  const right = random.pick(items)
  const wrong = pickAsLong(right, strangers, 3, random)
  if (wrong.length < 3) return null
  return {
    type: 'single',
    stem: `${article.lead}${ask(asked, '何種')}？`,
    options: buildOptions(
      [{ text: clean(right), reason: `${namePlace(article.source)}列有這一款。` }],
      wrong.map((one) => ({ text: clean(one), reason: `${namePlace(article.source)}沒有列這一款。` })),
    ),
    explanation: explainList(article, [right]),
    citations: [cite(article.source, right.quote)],
    difficulty: 2,
    ability: 'understand',
    dimension: null,
  }
}

function askMembers(
  article: Article,
  asked: AskedHead,
  items: readonly ListedItem[],
  strangers: readonly ListedItem[],
  random: SeededRandom,
): ItemContent | null {
  if (items.length < 2) return null
  const rights = drawSome(items, items.length >= 3 && random.next() < 0.5 ? 3 : 2, random)
  const wrong = pickAsLong(rights[0]!, strangers, rights.length === 3 ? 1 : 2, random)
  if (rights.length + wrong.length < 4) return null
  return {
    type: 'multiple',
    stem: asked.isOneOf
      ? `下列哪些是${namePlace(article.source)}所列，${asked.before}${asked.verb}之${asked.thing}之一？（複選）`
      : `${article.lead}${ask(asked, '哪些')}？（複選）`,
    options: buildOptions(
      rights.map((one) => ({ text: clean(one), reason: `${namePlace(article.source)}列有這一款。` })),
      wrong.map((one) => ({ text: clean(one), reason: `${namePlace(article.source)}沒有列這一款。` })),
    ),
    explanation: explainList(article, rights),
    citations: [cite(article.source, rights[0]!.quote)],
    difficulty: 3,
    ability: 'understand',
    dimension: null,
  }
}

function askOutsider(
  article: Article,
  listing: Listing,
  asked: AskedHead,
  items: readonly ListedItem[],
  strangers: readonly ListedItem[],
  random: SeededRandom,
): ItemContent | null {
  if (items.length < 3 || asked.behind !== '') return null
  const rights = drawSome(items, 3, random)
  const [key] = pickAsLong(rights[0]!, strangers, 1, random)
  if (key === undefined) return null
  const topic = /^(?:應|不得|得|符合|具備|包括|包含|載明|記載|遵守|檢附|檢具)/u.test(asked.verb)
    ? `${asked.before}${asked.verb}之${asked.thing}`
    : null
  if (topic === null || /[，應得]/u.test(asked.before) || listing.items.length < 3) return null
  return {
    type: 'single',
    stem: `下列何者【不是】${namePlace(article.source)}所列，${topic}？`,
    options: buildOptions(
      [{ text: clean(key), reason: `${namePlace(article.source)}沒有列這一款。` }],
      rights.map((one) => ({ text: clean(one), reason: `${namePlace(article.source)}列有這一款。` })),
    ),
    explanation: explainList(article, rights),
    citations: [cite(article.source, rights[0]!.quote)],
    difficulty: 2,
    ability: 'understand',
    dimension: null,
  }
}

/** Only where the text itself says that its list is an order. */
function askOrder(article: Article, listing: Listing): ItemContent | null {
  if (!/順序|順位|次序|先後/u.test(listing.head) || listing.items.length < 3 || listing.items.length > 8) return null
  if (/第[^，]{1,6}條|前[項條款]/u.test(listing.head)) return null
  return {
    type: 'ordering',
    stem: `${article.lead}${listing.head.replace(/(?:如下|如左)$/u, '')}。請依法條的順序排列。`,
    steps: listing.items.map(clean),
    explanation: explainWith(article.source, `順序是${listing.items.map(clean).join('、')}。`),
    citations: [cite(article.source, listing.items[0]!.quote)],
    difficulty: 2,
    ability: 'recall',
    dimension: null,
  }
}

/** @returns items of about the length of the right one, drawn at random. */
function pickAsLong(right: ListedItem, from: readonly ListedItem[], count: number, random: SeededRandom): ListedItem[] {
  const fit = from.filter((one, i) => {
    const ratio = one.text.length / right.text.length
    return ratio > 0.55 && ratio < 1.8 && from.findIndex((other) => other.text === one.text) === i
  })
  return drawSome(fit, count, random)
}
