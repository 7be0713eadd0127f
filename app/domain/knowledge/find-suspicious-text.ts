import { hearInDocument } from '../shared/instructions/hear-instructions'

/** What a trainer should look at in a text from outside. It is flagged, never obeyed. */
export const TEXT_FLAGS = ['instruction', 'zero-width', 'hidden-text', 'script', 'unreadable'] as const
export type TextFlagCode = (typeof TEXT_FLAGS)[number]
/** @param quote the words, shortened to 80 characters; empty where there is nothing to show. */
export type TextFlag = { code: TextFlagCode; quote: string; count: number }

/** Characters that nobody sees: zero-width, direction marks, word joiners, tags. A soft hyphen is harmless but splits words too. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu
const CONTROL = /(?![\n\r\t])\p{Cc}/gu

const QUOTE_CHARACTERS = 80
const LEAD_CHARACTERS = 10

/** @returns the text without characters that nobody sees, and how many there were. */
export function stripInvisible(text: string): { text: string; count: number } {
  let count = 0
  const note = () => {
    count++
    return ''
  }
  return {
    text: text
      .replace(/^\uFEFF/u, '')
      .replace(INVISIBLE, note)
      .replace(CONTROL, note),
    count,
  }
}

/** Lower than what a trainee is faulted for: a trainer who looks at a flag in vain loses a moment. */
const FLAG_WEIGHT = 4

/**
 * Looks for words that address a model instead of a reader, also encoded, disguised or in other tongues. It finds most, not every one: what is
 * found is shown, nothing relies on it.
 *
 * @returns at most one flag, which counts the places and quotes the first.
 */
export function findInstructions(text: string): TextFlag[] {
  let count = 0
  let quote = ''
  let before = ''
  for (const line of text.split('\n')) {
    const places = findPlaces(line)
    if (places.length > 0 && count === 0)
      quote = `${before.slice(-LEAD_CHARACTERS)} ${line.slice(Math.max(0, places[0]!.start - LEAD_CHARACTERS))}`
    count += places.length
    before = line
  }
  return count === 0 ? [] : [{ code: 'instruction', quote: shorten(quote), count }]
}

/** @returns the text without the sentences that address a model; what goes to a model is thinned by this. Lines stay lines. */
export function dropInstructions(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const places = findPlaces(line)
      if (places.length === 0) return line
      return cutSentences(line)
        .filter((sentence) => !places.some((place) => place.start < sentence.end && sentence.start < place.end))
        .map((sentence) => line.slice(sentence.start, sentence.end))
        .join('')
    })
    .filter((line) => line.trim() !== '')
    .join('\n')
}

type Place = { start: number; end: number }

/** A line longer than this is looked through piece by piece. */
const MOST_LINE = 2_000

function findPlaces(line: string): Place[] {
  if (line.trim() === '') return []
  const pieces = line.length <= MOST_LINE ? [{ start: 0, end: line.length }] : cutSentences(line)
  const found = pieces.flatMap((piece) =>
    hearInDocument(line.slice(piece.start, piece.end))
      .spans.filter((span) => span.weight >= FLAG_WEIGHT)
      .map((span) => ({ start: span.start + piece.start, end: span.end + piece.start })),
  )
  return found.filter(
    (place, i) => !found.slice(0, i).some((other) => other.start < place.end && place.start < other.end),
  )
}

function cutSentences(line: string): Place[] {
  return [...line.matchAll(/[^。！？!?；;]+[。！？!?；;]?/gu)].map(({ index, 0: sentence }) => ({
    start: index,
    end: index + sentence.length,
  }))
}

/** Puts flags of one kind together; the first quote is kept. */
export function mergeFlags(flags: readonly TextFlag[]): TextFlag[] {
  const merged = new Map<TextFlagCode, TextFlag>()
  for (const flag of flags) {
    const known = merged.get(flag.code)
    if (!known) merged.set(flag.code, { ...flag, quote: shorten(flag.quote) })
    else merged.set(flag.code, { ...known, quote: known.quote || shorten(flag.quote), count: known.count + flag.count })
  }
  return [...merged.values()]
}

function shorten(text: string): string {
  const flat = [...text.replace(/\s+/gu, ' ').trim()]
  return flat.length <= QUOTE_CHARACTERS ? flat.join('') : `${flat.slice(0, QUOTE_CHARACTERS - 1).join('')}…`
}
