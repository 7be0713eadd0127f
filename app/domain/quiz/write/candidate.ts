import { hashText, type SeededRandom } from '../../shared/seeded-random'
import { listMeasures } from '../check/canonical-text'
import type { ItemCitation, ItemContent, ItemOption, ItemSource, ItemType } from '../item'

/** What a generator may know beside its own source. */
export type WriteContext = {
  /** All passages of this round, in the order given: where distractors are found. */
  sources: readonly ItemSource[]
  /** The passages of one document, in the order given. */
  listSiblings(documentId: string): readonly ItemSource[]
  /** Depends on the seed and the passage alone, so that one source more or less changes no other source's items. */
  random: SeededRandom
  /** Types that are asked for; others need not be made. */
  types: ReadonlySet<ItemType>
}

/** Makes candidates from one source, best first; none when it bears none. Everything it returns is checked by `checkItem` afterwards. */
export type ItemGenerator = (source: ItemSource, context: WriteContext) => ItemContent[]

export type OptionDraft = { text: string; reason: string }

/**
 * Builds options with the ids a, b, c …: numbers from small to large, as exams print them; other options in an order that depends on their words alone, so
 * that the key stands nowhere in particular and nothing is shuffled twice.
 *
 * @param keys those that are right. @param distractors those that are wrong.
 */
export function buildOptions(keys: readonly OptionDraft[], distractors: readonly OptionDraft[]): ItemOption[] {
  const drafts = [
    ...keys.map((one) => ({ ...one, isKey: true })),
    ...distractors.map((one) => ({ ...one, isKey: false })),
  ]
  const areNumbers = drafts.every((one) => readSize(one.text) !== null)
  const rank = areNumbers ? (one: OptionDraft) => readSize(one.text)! : (one: OptionDraft) => hashText(one.text)
  return drafts
    .sort((a, b) => rank(a) - rank(b))
    .map(({ text, isKey, reason }, i) => ({ id: 'abcdefgh'[i]!, text, isKey, reason }))
}

/** @returns how large the number is that a short option states, or null where it is more than a number. */
function readSize(text: string): number | null {
  const measures = listMeasures(text)
  if (measures.length === 0 || text.length > 24) return null
  const [first] = measures
  return first!.days ?? first!.value
}

/** @param quote exact words of the source that hold the key. */
export function cite(source: ItemSource, quote?: string): ItemCitation {
  return { passageId: source.passageId, label: source.label, ...(quote === undefined ? {} : { quote }) }
}

/** @returns 「保險法第58條：…」 for an article, 「商品名稱「標題」：…」 for other pieces. */
export function explainWith(source: ItemSource, sentence: string): string {
  return `${namePlace(source)}：${sentence}`
}

/** @returns 保險法第107條之1, or the document's title with the innermost heading. */
export function namePlace(source: ItemSource): string {
  if (source.kind === 'regulation' && source.article !== null) return `${source.title}${nameArticle(source.article)}`
  const heading = source.headings.at(-1)
  return heading && heading !== source.title ? `${source.title}「${heading}」` : source.title
}

function nameArticle(article: string): string {
  const [number, ...branches] = article.split('-')
  return `第${number}條${branches.map((one) => `之${one}`).join('')}`
}
