import { foldDisguises } from './fold-disguises'
import { INSTRUCTION_WORDS, type WordKind } from './instruction-words'

/** A word of the lexicon at `[start, end)` of the folded text. */
export type FoundWord = { kind: WordKind; start: number; end: number }

type Entry = { word: string; kind: WordKind; isLatin: boolean; isStem: boolean }

const isLatinLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 48 && code <= 57)

function compile(): Map<string, Entry[]> {
  const entries = new Map<string, Entry[]>()
  for (const [kind, words] of Object.entries(INSTRUCTION_WORDS) as [WordKind, string][]) {
    for (const written of words.split(' ')) {
      const isStem = written.endsWith('*')
      const word = foldDisguises(written.replace('*', '').replaceAll('_', ' ')).text
      const entry: Entry = { word, kind, isStem, isLatin: /^[a-z]/u.test(word) }
      entries.set(word[0]!, [...(entries.get(word[0]!) ?? []), entry])
    }
  }
  // The longest first; of equal ones the kind that stands last in the lexicon is the more special.
  for (const list of entries.values()) list.sort((a, b) => b.word.length - a.word.length)
  return entries
}

const ENTRIES = compile()

function matches(text: string, at: number, entry: Entry, isJoined: boolean): number {
  if (!text.startsWith(entry.word, at)) return -1
  let end = at + entry.word.length
  if (!entry.isLatin) return end
  if (isJoined && entry.word.length >= LEAST_JOINED) return end
  if (at > 0 && isLatinLetter(text.charCodeAt(at - 1))) return -1
  if (entry.isStem) while (end < text.length && isLatinLetter(text.charCodeAt(end))) end++
  return end < text.length && isLatinLetter(text.charCodeAt(end)) ? -1 : end
}

/** Points, not minutes or parts: 九十分, 高一點的分. */
const POINTS =
  /(?:[0-9一二三四五六七八九十百零兩]{1,4}|(?<=加|多|補)幾|高(?:一點|一些)?的|補)分(?![鐘之類行期公別店紅析享擔攤段散配成期給])/gu

/** Shorter Latin words stand within too many others. */
const LEAST_JOINED = 4

/**
 * @param isJoined whether Latin words may stand without blanks between them, as after `p r i n t  m e`.
 * @returns the words of the lexicon in a folded text, the longest at each place, none within another.
 */
export function findWords(text: string, isJoined = false): FoundWord[] {
  const found: FoundWord[] = []
  for (let at = 0; at < text.length; ) {
    let next = at + 1
    for (const entry of ENTRIES.get(text[at]!) ?? []) {
      const end = matches(text, at, entry, isJoined)
      if (end < 0) continue
      found.push({ kind: entry.kind, start: at, end })
      next = end
      break
    }
    at = next
  }
  for (const { index, 0: points } of text.matchAll(POINTS)) {
    const end = index + points.length
    if (!found.some((word) => word.kind === 'plain' && word.start < end && index < word.end))
      found.push({ kind: 'score', start: index, end })
  }
  return found.sort((a, b) => a.start - b.start)
}
