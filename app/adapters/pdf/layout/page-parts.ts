import type { Weight } from '../text/break-lines'

/** A node of the tagged structure. What belongs to no node (running heads, rules, backgrounds) is an artifact. */
export type StructNode = {
  role: string
  /** null: under the document itself. */
  parent: StructNode | null
  /** What a figure shows, in words. */
  alt?: string
  scope?: 'Column' | 'Row'
}

/** Something to draw; x from the left edge of the page, y from the top of the strip, both in points. */
export type DrawOp =
  | {
      kind: 'text'
      x: number
      /** Of the baseline. */
      y: number
      text: string
      weight: Weight
      size: number
      colour: string
      node: StructNode | null
    }
  | { kind: 'rect'; x: number; y: number; width: number; height: number; fill: string; node: StructNode | null }
  | { kind: 'frame'; x: number; y: number; width: number; height: number; stroke: string; node: StructNode | null }
  | {
      kind: 'line'
      x: number
      y: number
      toX: number
      toY: number
      stroke: string
      thickness: number
      /** Lengths of stroke and blank. */
      dash?: readonly [number, number]
      node: StructNode | null
    }
  /** An SVG path whose origin is at x, y. */
  | {
      kind: 'path'
      x: number
      y: number
      path: string
      fill?: string
      stroke?: string
      thickness?: number
      opacity?: number
      node: StructNode | null
    }
  /** To an anchor of the document or to an address. Its node is a Link and gets nothing behind it. */
  | { kind: 'link'; x: number; y: number; width: number; height: number; to: string; node: StructNode }

/** A place that contents and bookmarks lead to. */
export type Anchor = { id: string; title: string; level: 1 | 2 }

/** A band across the page that is never parted. */
export type Strip = {
  height: number
  /** Room before it, save at the top of a page. */
  gap: number
  /** Stays on one page with the strip behind it. */
  keepsNext: boolean
  ops: readonly DrawOp[]
  /** Notes that are referred to here and stand at the foot of the same page. */
  notes: readonly number[]
  startsPage?: boolean
  /** Drawn again where this strip begins a page: the head of a table. */
  head?: readonly Strip[]
  anchor?: Anchor
  /** Running head from here on. */
  chapter?: string
}

export type PlacedStrip = { strip: Strip; y: number; isRepeated: boolean }
export type Page = { strips: PlacedStrip[]; notes: number[]; chapter: string }

export type Frame = { left: number; width: number; top: number; bottom: number; pageWidth: number; pageHeight: number }
export const A4: Frame = { left: 62, width: 471.28, top: 76, bottom: 776, pageWidth: 595.28, pageHeight: 841.89 }

export const COLOURS = {
  ink: '#1F2430',
  soft: '#555C69',
  faint: '#767C88',
  hairline: '#D5D1C8',
  sunken: '#F4F1EB',
  white: '#FFFFFF',
  teal: '#0F766E',
  tealSoft: '#E7F2F0',
  clay: '#9A4422',
  claySoft: '#F8EDE6',
  good: '#2A7148',
  weak: '#96600A',
  weakSoft: '#FBF3E2',
  breach: '#A3231C',
  breachSoft: '#FBEBEA',
} as const
