import type { EffectiveBasis } from './passage'
import { addDays, findRocDates } from './read-roc-date'

export type EffectiveDates = {
  effectiveFrom: string | null
  basis: EffectiveBasis
  /** Articles that come into force on another day than the rest; null where that day is not yet determined. */
  byArticle: ReadonlyMap<string, string | null>
}

/**
 * Reads from when a text is in force, and which of its articles are not (yet).
 *
 * A note that sets a day for the whole text (全文) decides it. A note about single articles decides only those; the rest, like a text without
 * a note, is in force from the third day, the day of publication counted: 中央法規標準法 §13. That is a derivation and is marked so.
 *
 * @param note 生效內容 or 生效狀態, in the source's words; may be empty.
 * @param statedFrom a date the source gives for the whole, used when its note names no article.
 */
export function decideEffectiveDates(
  amendedOn: string | null,
  note: string,
  statedFrom: string | null,
): EffectiveDates {
  const byArticle = new Map<string, string | null>()
  let whole: string | null = null
  for (const sentence of splitNote(note)) {
    const { date, isWhole } = readSentence(sentence)
    if (isWhole) whole = date ?? whole
    else for (const article of listArticles(sentence)) byArticle.set(article, date)
  }
  const stated = whole ?? (byArticle.size === 0 ? statedFrom : null)
  if (stated !== null) return { effectiveFrom: stated, basis: 'stated', byArticle }
  if (amendedOn === null) return { effectiveFrom: null, basis: 'unknown', byArticle }
  return { effectiveFrom: addDays(amendedOn, 2), basis: 'third-day-rule', byArticle }
}

/** The date of coming into force stands behind what it is about; the one before it is the amendment's. 「由行政院定之」 is no date yet. */
function readSentence(sentence: string): { date: string | null; isWhole: boolean } {
  const isPending = sentence.includes('定之')
  const date = isPending ? null : (findRocDates(sentence.slice(sentence.indexOf('條'))).at(-1) ?? null)
  return { date, isWhole: sentence.includes('全文') || !/第[\d、～~-]+條/u.test(sentence) }
}

/** Notes are wrapped at a fixed width and numbered `1.` when there are several. */
function splitNote(note: string): string[] {
  return note
    .split(/\r?\n(?=\d+\.)/u)
    .map((one) => one.replace(/\s+/gu, ''))
    .filter((one) => one !== '')
}

/** @returns 4、7～9、11-1 as ['4', '7', '8', '9', '11-1']. */
function listArticles(sentence: string): string[] {
  const listed: string[] = []
  for (const [, list] of sentence.matchAll(/第([\d、～~-]+)條/gu)) {
    for (const part of list!.split('、')) {
      const [from, to] = part.split(/[～~]/u)
      const [first, last] = [Number(from), Number(to)]
      if (to === undefined || !Number.isInteger(first) || !Number.isInteger(last)) listed.push(part)
      else for (let article = first; article <= last; article++) listed.push(String(article))
    }
  }
  return listed
}
