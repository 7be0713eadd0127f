import { CHARACTER_VARIANTS } from '../character-variants'

/** A text as it would be read aloud, with the way back to the letters as typed and what was done to hide it. */
export type FoldedDisguise = {
  text: string
  /** Of each UTF-16 unit of `text`: where its letter begins and ends in the original. */
  starts: number[]
  ends: number[]
  /** Letters that nobody sees. */
  hiddenCount: number
  /** Letters taken from another script, or drawn as signs, for the look of Latin ones. */
  lookAlikeCount: number
  /** Gaps inside words, put there to break them up. */
  gapCount: number
}

const INVISIBLE = /[\u{e0000}-\u{e007f}\u00ad\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u
const LATIN_MARK = /\p{M}/gu
const HAN = /[\u3400-\u9fff]/u
const LETTER = /[\p{L}\p{N}]/u
/** What is put between letters to break up a word; marks that end a sentence or a clause are none. */
const GAP = /[\s*_·•‧^|./~\-\u30fb]|\p{Extended_Pictographic}|[\ufe0f\u{1f3fb}-\u{1f3ff}]/u
const BLANK = /\s/u
const PICTURE = /[\u{1f000}-\u{1faff}\u2600-\u27bf]|\ufe0f/u
/** More marks than these between two letters are a pause. */
const MOST_GAP = 3

/** Cyrillic and Greek letters, and dotless ones, in the place of the Latin ones they look like. */
const LOOK_ALIKES = new Map(
  [
    ...'аaсcеeоoрpхxуyіiјjѕsԁdһhԛqԝwкkмmтtнhвbαaεeιiκkνvοoρpτtυuχxγyωwη nыb'.replaceAll(' ', '').matchAll(/(.)(.)/gu),
  ].map(([, from, to]) => [from!, to!]),
)
/** Simplified letters that matching elsewhere can do without. */
const MORE_VARIANTS = new Map(
  [...'无無语語满滿満滿显顯览覽阶階'.matchAll(/(.)(.)/gu)].map(([, from, to]) => [from!, to!]),
)

type Piece = { text: string; start: number; end: number }

const isHan = (piece: Piece | undefined) => piece !== undefined && HAN.test(piece.text)
const isGap = (piece: Piece | undefined) => piece !== undefined && GAP.test(piece.text)
const isLetter = (piece: Piece | undefined) => piece !== undefined && LETTER.test(piece.text)
const isDigit = (piece: Piece | undefined) => piece !== undefined && /\d/u.test(piece.text)
const isBlank = (piece: Piece) => BLANK.test(piece.text) && piece.text !== '\n'
const DOTLESS: Readonly<Record<string, string>> = { ı: 'i', đ: 'd', ł: 'l' }

function foldPart(part: string): string {
  const code = part.charCodeAt(0)
  // Most letters are plain or Chinese: those need no taking apart.
  if (code < 0x80) return part
  if (code < 0x3400) {
    const base = DOTLESS[part] ?? part.normalize('NFD').replace(LATIN_MARK, '')
    if (/^[a-z]$/u.test(base)) return base
  }
  return MORE_VARIANTS.get(part) ?? CHARACTER_VARIANTS.get(part) ?? part
}

function foldLetter(letter: string): string {
  const code = letter.charCodeAt(0)
  if (code < 0x80 || (code >= 0x3400 && code < 0xa000)) return foldPart(letter.toLowerCase())
  let folded = ''
  for (const part of letter.normalize('NFKC').toLowerCase()) folded += foldPart(part)
  return folded
}

/** Cuts a text into folded letters, without those that nobody sees. A joiner after a picture is a part of it and hides nothing. */
function readPieces(original: string): { pieces: Piece[]; hiddenCount: number; lookAlikeCount: number } {
  const pieces: Piece[] = []
  let [position, hiddenCount, lookAlikeCount] = [0, 0, 0]
  let isInPicture = false
  for (const letter of original) {
    const start = position
    position += letter.length
    if (INVISIBLE.test(letter)) {
      hiddenCount += (letter === '\u200d' && isInPicture) || (letter === '\ufeff' && start === 0) ? 0 : 1
      continue
    }
    isInPicture = PICTURE.test(letter)
    const folded = foldLetter(letter)
    const latin = LOOK_ALIKES.get(folded)
    lookAlikeCount += latin === undefined ? 0 : 1
    if (folded !== '') pieces.push({ text: latin ?? folded, start, end: position })
  }
  return { pieces, hiddenCount, lookAlikeCount }
}

/** Whether the gap `[from, to)` stands between letters that are spelled one by one. */
function isSpelledOut(pieces: readonly Piece[], from: number, to: number): boolean {
  if (to - from > MOST_GAP || !isLetter(pieces[to])) return false
  // 5.1 and 3/4 are numbers, not words.
  if (isDigit(pieces[from - 1]) && isDigit(pieces[to])) return false
  const isSingleBefore = isLetter(pieces[from - 1]) && (from < 2 || isGap(pieces[from - 2]))
  const isSingleAfter = to + 1 >= pieces.length || isGap(pieces[to + 1])
  if (isHan(pieces[from - 1]) && isHan(pieces[to])) return isSingleBefore || isSingleAfter
  return isSingleBefore && isSingleAfter
}

/** What stays of a gap that breaks up no word: its marks, one blank between Latin words, a comma between Chinese ones. */
function keepGap(gap: readonly Piece[], before: Piece | undefined, after: Piece | undefined): Piece[] {
  if (isHan(before) && isHan(after) && gap.every(isBlank)) return [{ ...gap[0]!, text: ',' }]
  const kept: Piece[] = []
  let last = before
  for (const piece of gap) {
    const isNeeded = !isBlank(piece) || (last !== undefined && last.text !== ' ' && !isHan(last) && !isHan(after))
    if (!isNeeded) continue
    last = isBlank(piece) ? { ...piece, text: ' ' } : piece
    kept.push(last)
  }
  return kept
}

/** Drops what breaks up a word and counts it; a single place is no breaking up. */
function joinBroken(pieces: readonly Piece[]): { pieces: Piece[]; count: number } {
  const kept: Piece[] = []
  let count = 0
  for (let i = 0; i < pieces.length; ) {
    if (!isGap(pieces[i])) {
      kept.push(pieces[i++]!)
      continue
    }
    let end = i
    while (isGap(pieces[end])) end++
    if (isSpelledOut(pieces, i, end)) count++
    else kept.push(...keepGap(pieces.slice(i, end), kept.at(-1), pieces[end]))
    i = end
  }
  return { pieces: kept, count: count >= 2 ? count : 0 }
}

/**
 * Undoes what hides words from a reader that matches them: width, case, accents, simplified letters, invisible marks, look-alike
 * letters, gaps and signs between letters.
 */
export function foldDisguises(original: string): FoldedDisguise {
  const { pieces, hiddenCount, lookAlikeCount } = readPieces(original)
  const joined = joinBroken(pieces)
  const [starts, ends]: [number[], number[]] = [[], []]
  for (const piece of joined.pieces) {
    for (let i = 0; i < piece.text.length; i++) {
      starts.push(piece.start)
      ends.push(piece.end)
    }
  }
  const text = joined.pieces.map((piece) => piece.text).join('')
  return { text, starts, ends, hiddenCount, lookAlikeCount, gapCount: joined.count }
}
