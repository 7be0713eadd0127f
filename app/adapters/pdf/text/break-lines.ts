import { findBreaks } from './find-breaks'

export type Weight = 'regular' | 'medium' | 'bold'

/** A stretch of text in one look. */
export type TextRun = {
  text: string
  weight: Weight
  /** Points. */
  size: number
  colour: string
  /** A reference to the foot of the page: raised and small, and never parted from what it follows. */
  note?: number | undefined
}

export type PlacedRun = TextRun & { x: number; width: number }
export type Line = { runs: PlacedRun[]; width: number; notes: number[] }

/** Width in points. */
export type Measure = (text: string, weight: Weight, size: number) => number

type Piece = { text: string; run: TextRun; width: number }
/** What is never parted, unless it is wider than a whole line. `space` is the width of the blanks at its end. */
type Word = { pieces: Piece[]; width: number; space: number }

/**
 * Breaks runs into lines, left-aligned, filling each line as far as it goes.
 *
 * @param width of a line in points. A word that is wider is broken where it must be.
 * @returns at least one line; a new line of the text begins a new one.
 */
export function breakLines(runs: readonly TextRun[], width: number, measure: Measure): Line[] {
  return splitParagraphs(runs).flatMap((paragraph) => fillLines(buildWords(paragraph, measure), width, measure))
}

function splitParagraphs(runs: readonly TextRun[]): TextRun[][] {
  const paragraphs: TextRun[][] = [[]]
  for (const run of runs) {
    const [first = '', ...rest] = run.text.split('\n')
    if (first) paragraphs.at(-1)!.push({ ...run, text: first })
    for (const text of rest) paragraphs.push(text ? [{ ...run, text }] : [])
  }
  return paragraphs
}

/** Breaks are looked for in the text without the note marks, which then cling to what they follow. */
function buildWords(runs: readonly TextRun[], measure: Measure): Word[] {
  const breaks = findBreaks(runs.map((run) => (run.note === undefined ? run.text : '')).join(''))
  const words: Word[] = []
  let at = 0
  for (const run of runs) {
    if (run.note !== undefined) {
      addPiece(words, run.text, run, false, measure)
      continue
    }
    let from = 0
    for (let index = 1; index <= run.text.length; index++) {
      if (index < run.text.length && !breaks[at + index]) continue
      addPiece(words, run.text.slice(from, index), run, breaks[at + from] === true, measure)
      from = index
    }
    at += run.text.length
  }
  return words
}

function addPiece(words: Word[], text: string, run: TextRun, isNew: boolean, measure: Measure) {
  if (text === '') return
  const solid = text.trimEnd()
  const width = measure(text, run.weight, run.size)
  const space = solid === text ? 0 : width - measure(solid, run.weight, run.size)
  const last = words.at(-1)
  const piece = { text, run, width }
  if (!last || isNew) words.push({ pieces: [piece], width, space })
  else {
    last.pieces.push(piece)
    last.width += width
    last.space = space
  }
}

function fillLines(words: readonly Word[], width: number, measure: Measure): Line[] {
  const lines: Word[][] = [[]]
  let used = 0
  for (const word of words.flatMap((one) => (one.width - one.space > width ? cutWord(one, width, measure) : [one]))) {
    const line = lines.at(-1)!
    if (line.length > 0 && used + word.width - word.space > width + 0.01) {
      lines.push([word])
      used = word.width
    } else {
      line.push(word)
      used += word.width
    }
  }
  fillLastLine(lines, width)
  return lines.map(placeRuns)
}

/** A last line of a single character looks forgotten: it gets company from the line before, where that has some to spare. */
function fillLastLine(lines: Word[][], width: number) {
  const [before, last] = [lines.at(-2), lines.at(-1)!]
  if (!before || before.length < 4) return
  const size = last[0]?.pieces[0]?.run.size ?? 0
  const room = last.reduce((sum, word) => sum + word.width, 0)
  const moved = before.at(-1)!
  if (room < size * 2.2 && moved.width <= size * 4 && room + moved.width <= width) last.unshift(before.pop()!)
}

/** Character by character; only for what fits no line. */
function cutWord(word: Word, width: number, measure: Measure): Word[] {
  const parts: Word[] = []
  for (const { text, run } of word.pieces) {
    for (const character of run.note === undefined ? text : [text]) {
      const size = measure(character, run.weight, run.size)
      const last = parts.at(-1)
      if (!last || (last.width + size > width && run.note === undefined))
        parts.push({ pieces: [{ text: character, run, width: size }], width: size, space: 0 })
      else {
        last.pieces.push({ text: character, run, width: size })
        last.width += size
      }
    }
  }
  return parts
}

/** Neighbours in the same look become one run again. */
function placeRuns(words: readonly Word[]): Line {
  const runs: PlacedRun[] = []
  const notes: number[] = []
  let x = 0
  for (const { text, run, width } of words.flatMap((word) => word.pieces)) {
    const last = runs.at(-1)
    if (run.note !== undefined && !notes.includes(run.note)) notes.push(run.note)
    if (last && isSameLook(last, run)) {
      last.text += text
      last.width += width
    } else runs.push({ ...run, text, x, width })
    x += width
  }
  const end = runs.at(-1)
  if (end) end.text = end.text.trimEnd()
  return { runs, width: x - (words.at(-1)?.space ?? 0), notes }
}

const isSameLook = (one: TextRun, other: TextRun) =>
  one.weight === other.weight && one.size === other.size && one.colour === other.colour && one.note === other.note
