import type { ItemCitation } from '~/domain/quiz/item'
import { breakLines, type Line, type Measure, type TextRun } from '../text/break-lines'
import { COLOURS, type DrawOp, type Strip, type StructNode } from './page-parts'
import type { Rich, Span, TextLook } from './print-block'

/** What setting text needs to know. */
export type ComposeContext = {
  measure: Measure
  clean(text: string): string
  /** Width and left edge of the text. */
  left: number
  width: number
  /** @returns the id of a note, and its number as it is printed. */
  citeNote(citation: ItemCitation): { id: number; number: number }
  /** Unique within the document. */
  nextAnchorId(): string
  startChapter(): void
}

type Look = { size: number; leading: number; weight: TextRun['weight']; colour: string }
export const LOOKS: Readonly<Record<TextLook | 'h1' | 'h2' | 'h3' | 'cell' | 'note', Look>> = {
  body: { size: 10.5, leading: 18, weight: 'regular', colour: COLOURS.ink },
  small: { size: 9, leading: 15, weight: 'regular', colour: COLOURS.soft },
  lead: { size: 12.5, leading: 22, weight: 'regular', colour: COLOURS.ink },
  label: { size: 9.5, leading: 16, weight: 'medium', colour: COLOURS.teal },
  title: { size: 28, leading: 40, weight: 'bold', colour: COLOURS.ink },
  subtitle: { size: 16, leading: 26, weight: 'medium', colour: COLOURS.ink },
  h1: { size: 20, leading: 30, weight: 'bold', colour: COLOURS.ink },
  h2: { size: 13.5, leading: 22, weight: 'bold', colour: COLOURS.teal },
  h3: { size: 11, leading: 18, weight: 'bold', colour: COLOURS.ink },
  cell: { size: 9.5, leading: 15.5, weight: 'regular', colour: COLOURS.ink },
  note: { size: 8, leading: 12.5, weight: 'regular', colour: COLOURS.soft },
}

const NOTE_SCALE = 0.64
const RAISE = 0.36
/** Of the full-width square above the baseline. */
const ASCENT = 0.88

/** Text as it is set: cleaned, each citation a raised number behind its words. */
export function toRuns(context: ComposeContext, rich: Rich, look: Look): TextRun[] {
  const spans: readonly Span[] = typeof rich === 'string' ? [{ text: rich }] : rich
  return spans.flatMap((span) => {
    const run: TextRun = {
      text: context.clean(span.text),
      weight: span.weight ?? look.weight,
      size: span.size ?? look.size,
      colour: span.colour ?? look.colour,
    }
    const notes = [
      ...new Map((span.cites ?? []).map((one) => context.citeNote(one)).map((one) => [one.id, one])).values(),
    ]
    const marks = notes.map(({ id, number }, index) => ({
      ...run,
      text: index === 0 ? String(number) : `,${number}`,
      weight: 'medium' as const,
      size: run.size * NOTE_SCALE,
      colour: COLOURS.teal,
      note: id,
    }))
    return run.text === '' ? marks : [run, ...marks]
  })
}

export type LineBox = {
  x: number
  width: number
  leading: number
  node: StructNode | null
  align?: 'left' | 'centre' | 'right' | undefined
}

/** One strip a line, with nothing that keeps them together yet. */
export function composeLines(context: ComposeContext, runs: readonly TextRun[], box: LineBox): Strip[] {
  return breakLines(runs, box.width, context.measure).map((line) => ({
    height: box.leading,
    gap: 0,
    keepsNext: false,
    ops: drawLine(line, box),
    notes: line.notes,
  }))
}

function drawLine(line: Line, { x, width, leading, node, align = 'left' }: LineBox): DrawOp[] {
  const size = Math.max(0, ...line.runs.map((run) => (run.note === undefined ? run.size : 0)))
  const baseline = (leading - size) / 2 + size * ASCENT
  const start = x + (align === 'left' ? 0 : (width - line.width) / (align === 'centre' ? 2 : 1))
  return line.runs
    .filter((run) => run.text !== '')
    .map((run) => ({
      kind: 'text',
      x: start + run.x,
      y: run.note === undefined ? baseline : baseline - size * RAISE,
      text: run.text,
      weight: run.weight,
      size: run.size,
      colour: run.colour,
      node,
    }))
}

/** Neither the first nor the last line of a paragraph stands alone on a page; three lines stay together. */
export function keepParagraph(strips: readonly Strip[]): Strip[] {
  return strips.map((strip, index) => ({
    ...strip,
    keepsNext: index < strips.length - 1 && (strips.length <= 3 || index === 0 || index === strips.length - 2),
  }))
}

export function withGap(strips: readonly Strip[], gap: number): Strip[] {
  return strips.map((strip, index) => (index === 0 ? { ...strip, gap } : strip))
}

export const keepAll = (strips: readonly Strip[]): Strip[] => strips.map((strip) => ({ ...strip, keepsNext: true }))

/** An empty band. */
export const blank = (height: number, more: Partial<Strip> = {}): Strip => ({
  height,
  gap: 0,
  keepsNext: false,
  ops: [],
  notes: [],
  ...more,
})
