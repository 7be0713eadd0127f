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
  const places = findPlaces(text)
  const count = places.filter(
    (place, i) => !places.slice(0, i).some((other) => other.start < place.end && place.start < other.end),
  ).length
  if (count === 0) return []
  const start = Math.max(0, places[0]!.start - LEAD_CHARACTERS)
  return [{ code: 'instruction', quote: shorten(text.slice(start, start + 4 * QUOTE_CHARACTERS)), count }]
}

/** @returns the text without the sentences that address a model; what goes to a model is thinned by this. Lines stay lines. */
export function dropInstructions(text: string): string {
  const places = findPlaces(text)
  return cutLines(text)
    .map((line) => dropFrom(text, line, places))
    .filter((line) => line.trim() !== '')
    .join('\n')
}

type Place = { start: number; end: number }

const overlap = (a: Place, b: Place) => a.start < b.end && b.start < a.end

function dropFrom(text: string, line: Place, places: readonly Place[]): string {
  const words = text.slice(line.start, line.end)
  const near = places.filter((place) => overlap(place, line))
  if (near.length === 0) return words
  return cutSentences(words, line.start)
    .filter((sentence) => !near.some((place) => overlap(place, sentence)))
    .map((sentence) => text.slice(sentence.start, sentence.end))
    .join('')
}

/** A line longer than this is looked through piece by piece. */
const MOST_LINE = 2_000

/** @returns where a model is addressed, in order; some may overlap. */
function findPlaces(text: string): Place[] {
  const lines = cutLines(text)
  const inLines = lines.flatMap((line) => findInLine(text, line))
  const overLines = joinBrokenSentences(text, lines).flatMap(({ words, offsets }) =>
    listHeard(words)
      .map(({ start, end }) => ({ start: offsets[start]!, end: offsets[end - 1]! + 1 }))
      .filter((place) => text.slice(place.start, place.end).includes('\n')),
  )
  return [...inLines, ...overLines].sort((a, b) => a.start - b.start)
}

function findInLine(text: string, line: Place): Place[] {
  const words = text.slice(line.start, line.end)
  if (words.trim() === '') return []
  const pieces = words.length <= MOST_LINE ? [line] : cutSentences(words, line.start)
  return pieces.flatMap((piece) =>
    listHeard(text.slice(piece.start, piece.end)).map((place) => ({
      start: place.start + piece.start,
      end: place.end + piece.start,
    })),
  )
}

const listHeard = (words: string): Place[] =>
  hearInDocument(words).spans.filter((span) => span.weight >= FLAG_WEIGHT && span.end > span.start)

function cutLines(text: string): Place[] {
  let at = 0
  return text.split('\n').map((line) => {
    const start = at
    at += line.length + 1
    return { start, end: start + line.length }
  })
}

/** @param from where `words` stand in the text. */
function cutSentences(words: string, from: number): Place[] {
  return [...words.matchAll(/[^。！？!?；;]+[。！？!?；;]?/gu)].map(({ index, 0: sentence }) => ({
    start: from + index,
    end: from + index + sentence.length,
  }))
}

/** A sentence over several lines, as where a page is wrapped. `offsets`: where each UTF-16 unit of its words stands in the text. */
type BrokenSentence = { words: string; offsets: number[] }

/** Longer ones are lists or tables without marks. */
const MOST_BROKEN = 240
/** What begins something of its own: headings, entries of a list, provisions, rows. */
const OWN_LINE =
  /^\s*(?:[#>|*•‧-]|\d{1,3}[.、)）]|[（(]?[一二三四五六七八九十]{1,3}[)）、]|第[\d一二三四五六七八九十百]{1,5}[條章節款項編])/u
const LATIN_END = /[a-z,]$/iu

/** Each line is read once: a sentence begins after the last end mark of a line and goes on to the first one of a later line. */
function joinBrokenSentences(text: string, lines: readonly Place[]): BrokenSentence[] {
  const found: BrokenSentence[] = []
  let [open, count]: [BrokenSentence, number] = [{ words: '', offsets: [] }, 0]
  const add = (start: number, end: number) => {
    const gap = LATIN_END.test(open.words) ? ' ' : ''
    open.words += gap + text.slice(start, end)
    if (gap !== '') open.offsets.push(start - 1)
    for (let i = start; i < end; i++) open.offsets.push(i)
    count++
  }
  const close = () => {
    if (count > 1) found.push(open)
    open = { words: '', offsets: [] }
    count = 0
  }
  for (const line of lines) {
    const sentences = cutSentences(text.slice(line.start, line.end), line.start)
    const [first, last] = [sentences[0], sentences.at(-1)]
    const isNew = !first || OWN_LINE.test(text.slice(line.start, line.end))
    if (isNew || open.words.length + first.end - first.start > MOST_BROKEN) close()
    if (!first || !last) continue
    if (count > 0) add(first.start, first.end)
    if (/[。！？!?；;]$/u.test(text.slice(first.start, first.end))) close()
    const isOpen = !/[。！？!?；;：:]\s*$/u.test(text.slice(last.start, last.end))
    if (isOpen && count === 0 && last.end - last.start <= MOST_BROKEN) add(last.start, last.end)
  }
  close()
  return found
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
