import { CHARACTER_VARIANTS } from '../../shared/character-variants'

export type QuoteSpan = { quote: string; start: number; end: number }

type Folded = { text: string; starts: number[]; ends: number[] }

const PUNCTUATION: Readonly<Record<string, string>> = {
  '，': ',',
  '。': '.',
  '？': '?',
  '！': '!',
  '：': ':',
  '；': ';',
  '、': ',',
}

/** Width, case, blanks, forms of punctuation and variants of characters made equal, with the way back to each letter. */
function fold(original: string): Folded {
  const folded: Folded = { text: '', starts: [], ends: [] }
  let position = 0
  for (const character of original) {
    const start = position
    position += character.length
    if (/[\s\u00ad\u200b-\u200f\u2060\ufeff]/u.test(character)) continue
    for (const part of character.normalize('NFKC').toLowerCase()) {
      const plain = PUNCTUATION[part] ?? CHARACTER_VARIANTS.get(part) ?? part
      folded.text += plain
      for (let i = 0; i < plain.length; i++) {
        folded.starts.push(start)
        folded.ends.push(position)
      }
    }
  }
  return folded
}

/** Models put quotations in marks and dots of their own. */
function stripMarks(quote: string): string {
  return quote.trim().replace(/^[「『“"'（(…。.，,]+|[」』”"'）)…。.，,；;]+$/gu, '')
}

/** A shorter quotation shows nothing. */
const LEAST_LETTERS = 2

/**
 * Finds the words that a model says it heard.
 *
 * @param from where to begin in `text` (UTF-16 code units), to find a later place of the same words.
 * @returns the exact substring of `text` with its span; null when it is not there or has fewer than two letters.
 */
export function findQuote(text: string, quote: string, from = 0): QuoteSpan | null {
  const wanted = stripMarks(quote)
  if ((wanted.match(/[\p{L}\p{N}]/gu) ?? []).length < LEAST_LETTERS) return null
  const exact = text.indexOf(wanted, from)
  if (exact >= 0) return { quote: wanted, start: exact, end: exact + wanted.length }
  const [haystack, needle] = [fold(text), fold(wanted).text]
  if (needle === '') return null
  const firstFolded = haystack.starts.findIndex((start) => start >= from)
  const at = firstFolded < 0 ? -1 : haystack.text.indexOf(needle, firstFolded)
  if (at < 0) return null
  const [start, end] = [haystack.starts[at]!, haystack.ends[at + needle.length - 1]!]
  return { quote: text.slice(start, end), start, end }
}
