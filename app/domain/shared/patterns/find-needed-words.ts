/**
 * Reads a pattern for the words without which it cannot match, so that most patterns need not be tried on most texts.
 *
 * A part of a pattern that is not understood is taken for one that matches anything: the words are then those of the other
 * parts, or none. What is returned is therefore always safe to go by.
 */

/** `words`: every match holds one of them. `isWhole`: any text that holds one of them is matched. */
export type NeededWords = { words: readonly string[]; isWhole: boolean }

/**
 * What is known of a part: `spelled`, all that it can spell when these are few; `needed`, words one of which it spells somewhere;
 * `isExact`, whether nothing but the spelling decides (no look-around, no anchor, nothing cut off).
 */
type Part = { spelled: readonly string[] | null; needed: readonly string[] | null; isExact: boolean }

const ANYTHING: Part = { spelled: null, needed: null, isExact: false }
/** Matches between characters: it adds no words, and may forbid a match. */
const PLACE: Part = { spelled: [''], needed: null, isExact: false }
/** Reading ends here: nothing can be said of the pattern. */
function giveUp(reader: Reader): Part {
  reader.at = Number.POSITIVE_INFINITY
  return ANYTHING
}

const MOST_SPELLED = 96
const MOST_NEEDED = 700
const MOST_IN_CLASS = 32
/** Characters that stand in most sentences tell nothing. */
const COMMON = '您我的是了這那就有不在也都要會可以說一個麼什好多少,。!?嗎跟'

type Reader = { source: string; at: number }

/**
 * @param source of a pattern without the flag `i`.
 * @returns null where no words can be named.
 */
export function findNeededWords(source: string): NeededWords | null {
  const reader = { source, at: 0 }
  const part = readAlternatives(reader)
  if (reader.at !== source.length) return null
  const isWhole = part.isExact && part.spelled !== null && !part.spelled.includes('')
  const words = isWhole ? part.spelled : (part.needed ?? wordsOf(part))
  return words === null ? null : { words: dropLonger(words), isWhole }
}

/** A word that holds another one of them says no more than that one. */
function dropLonger(words: readonly string[]): string[] {
  const all = [...new Set(words)].sort((a, b) => a.length - b.length)
  const kept: string[] = []
  for (const word of all) if (!kept.some((one) => word.includes(one))) kept.push(word)
  return kept
}

function wordsOf({ spelled, needed }: Part): readonly string[] | null {
  return spelled !== null && !spelled.includes('') ? spelled : needed
}

function readAlternatives(reader: Reader): Part {
  const parts = [readSequence(reader)]
  while (reader.source[reader.at] === '|') {
    reader.at++
    parts.push(readSequence(reader))
  }
  return parts.length === 1 ? parts[0]! : joinAlternatives(parts)
}

function joinAlternatives(parts: readonly Part[]): Part {
  const isExact = parts.every((part) => part.isExact)
  const spelled = parts.every((part) => part.spelled !== null) ? parts.flatMap((part) => part.spelled!) : null
  const words = parts.map(wordsOf)
  const needed = words.every((one) => one !== null) ? words.flatMap((one) => one!) : null
  return {
    spelled: spelled !== null && spelled.length <= MOST_NEEDED ? spelled : null,
    needed: needed !== null && needed.length <= MOST_NEEDED ? needed : null,
    isExact,
  }
}

/** Parts that spell little are read on as one run; what a run spelled at any time is needed as well. */
function readSequence(reader: Reader): Part {
  let run: readonly string[] = ['']
  let needed: readonly string[] | null = null
  let [isOneRun, isExact] = [true, true]
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at]!)) {
    const part = readRepeated(reader)
    isExact &&= part.isExact
    if (part.spelled !== null && run.length * part.spelled.length <= MOST_SPELLED) {
      run = run.flatMap((one) => part.spelled!.map((other) => one + other))
    } else {
      isOneRun = false
      run = part.spelled ?? ['']
      needed = pickRarer(needed, part.needed)
    }
    if (!run.includes('')) needed = pickRarer(needed, run)
  }
  return { spelled: isOneRun ? run : null, needed, isExact: isExact && isOneRun }
}

/** Either would do; the one that fewer texts hold keeps more patterns out. */
function pickRarer(first: readonly string[] | null, second: readonly string[] | null): readonly string[] | null {
  if (first === null || second === null) return first ?? second
  return weigh(first) <= weigh(second) ? first : second
}

function weigh(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + weighWord(word), 0)
}

/** About how many of a hundred sentences hold it. */
function weighWord(word: string): number {
  if (word.length === 1) return COMMON.includes(word) ? 40 : 5
  return word.length === 2 ? 1 : 0.5
}

function readRepeated(reader: Reader): Part {
  const part = readOne(reader)
  const times = readTimes(reader)
  if (times === null) return part
  const { least, most } = times
  if (least === 1 && most === 1) return part
  if (least === 0 && most === 1 && part.spelled !== null)
    return { spelled: ['', ...part.spelled], needed: null, isExact: part.isExact }
  if (least === 0) return ANYTHING
  return { spelled: null, needed: wordsOf(part), isExact: false }
}

const TIMES = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/uy

/** @returns null where the part stands once. */
function readTimes(reader: Reader): { least: number; most: number } | null {
  TIMES.lastIndex = reader.at
  const found = TIMES.exec(reader.source)
  if (found === null) return null
  reader.at = TIMES.lastIndex
  const [, mark, from, comma, to] = found
  if (mark !== undefined) return { least: mark === '+' ? 1 : 0, most: mark === '?' ? 1 : Number.POSITIVE_INFINITY }
  const least = Number(from)
  if (comma === '') return { least, most: least }
  return { least, most: to === '' ? Number.POSITIVE_INFINITY : Number(to) }
}

function readOne(reader: Reader): Part {
  const { source } = reader
  const character = source[reader.at]!
  if (character === '(') return readGroup(reader)
  if (character === '[') return readClass(reader)
  if (character === '\\') return readEscape(reader)
  const whole = String.fromCodePoint(source.codePointAt(reader.at)!)
  reader.at += whole.length
  if (character === '.') return ANYTHING
  if (character === '^' || character === '$') return PLACE
  return spell(whole)
}

const spell = (character: string): Part => ({ spelled: [character], needed: null, isExact: true })

const GROUP_START = /\((?:\?(?:[:=!]|<[=!]|<[A-Za-z_]\w*>))?/uy

function readGroup(reader: Reader): Part {
  GROUP_START.lastIndex = reader.at
  const start = GROUP_START.exec(reader.source)![0]
  reader.at = GROUP_START.lastIndex
  const inside = readAlternatives(reader)
  reader.at++
  if (/[=!]$/u.test(start)) return PLACE
  return inside
}

const CLASS = /\[(\^?)((?:\\.|[^\\\]])*)\]/uy

function readClass(reader: Reader): Part {
  CLASS.lastIndex = reader.at
  const found = CLASS.exec(reader.source)
  if (found === null) return giveUp(reader)
  reader.at = CLASS.lastIndex
  const [, not, inside] = found
  if (not === '^' || inside!.includes('\\')) return ANYTHING
  const characters = listCharacters(inside!)
  return characters === null ? ANYTHING : { spelled: characters, needed: null, isExact: true }
}

/** @returns null where there are too many. */
function listCharacters(inside: string): string[] | null {
  const all = [...inside]
  const listed: string[] = []
  for (let i = 0; i < all.length; i++) {
    const isRange = all[i + 1] === '-' && all[i + 2] !== undefined
    const from = all[i]!.codePointAt(0)!
    const to = isRange ? all[i + 2]!.codePointAt(0)! : from
    if (isRange) i += 2
    if (to - from > MOST_IN_CLASS) return null
    for (let code = from; code <= to; code++) listed.push(String.fromCodePoint(code))
  }
  return listed.length > MOST_IN_CLASS ? null : listed
}

const DIGITS: Part = { spelled: [...'0123456789'], needed: null, isExact: true }

function readEscape(reader: Reader): Part {
  const letter = reader.source[reader.at + 1]
  reader.at += 2
  if (letter === 'd') return DIGITS
  if (letter === 'b' || letter === 'B') return PLACE
  if (letter === 'n') return spell('\n')
  if (letter !== undefined && /[\^$\\.*+?()[\]{}|/]/u.test(letter)) return spell(letter)
  if (letter !== undefined && /[wWsSDtrfv0]/u.test(letter)) return ANYTHING
  OTHER_ESCAPE.lastIndex = reader.at - 2
  if (!OTHER_ESCAPE.test(reader.source)) return giveUp(reader)
  reader.at = OTHER_ESCAPE.lastIndex
  return ANYTHING
}

const OTHER_ESCAPE = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|k<[^>]*>|[1-9]\d*)/uy
