import type { ItemCitation } from '~/domain/quiz/item'
import type { Weight } from '../text/break-lines'
import type { DrawOp, StructNode } from './page-parts'

/** Text in one look. `cites` become references to the foot of the page, behind the text. */
export type Span = {
  text: string
  weight?: Weight
  colour?: string
  size?: number
  cites?: readonly ItemCitation[]
}
export type Rich = string | readonly Span[]

export type TextLook = 'body' | 'small' | 'lead' | 'label' | 'title' | 'subtitle'
export type Tone = 'plain' | 'teal' | 'clay' | 'weak' | 'breach'

/** Room that a figure gets, and a way to set its words. */
export type FigureArea = {
  x: number
  width: number
  node: StructNode
  /** Words that fit, cut with … where they do not. */
  text(at: {
    x: number
    y: number
    text: string
    size: number
    colour?: string
    weight?: Weight
    align?: 'left' | 'centre' | 'right'
    /** No wider than this. */
    width?: number
  }): DrawOp[]
}

/** One piece of a printed document, in the order in which it is read. */
export type PrintBlock =
  /** On a new page, in contents, bookmarks and running head. Notes count from 1 again. */
  | {
      kind: 'chapter'
      title: string
      label?: string
      /** In the running head in place of its title; empty where the title of the document says it all. */
      running?: string
    }
  | { kind: 'heading'; level: 2 | 3; text: string; isInContents?: boolean }
  | {
      kind: 'text'
      rich: Rich
      look?: TextLook
      align?: 'left' | 'centre'
      /** Room before it. */
      gap?: number
      indent?: number
      keepsNext?: boolean
      /** Its words lead to this address. */
      link?: string
    }
  /** Paragraphs on a tinted ground with a bar at the left. */
  | { kind: 'box'; tone: Tone; title?: string; paragraphs: readonly Rich[] }
  | {
      kind: 'list'
      marks: 'bullet' | 'box' | readonly string[]
      entries: readonly Rich[]
      isTight?: boolean
      indent?: number
    }
  | {
      kind: 'table'
      caption?: string
      cites?: readonly ItemCitation[]
      head: readonly string[]
      rows: readonly (readonly Rich[])[]
    }
  /** What was said, line by line. */
  | { kind: 'talk'; lines: readonly { who: 'client' | 'trainee'; label: string; rich: Rich; tail?: string }[] }
  | { kind: 'figure'; height: number; alt: string; draw(area: FigureArea): DrawOp[] }
  /** Room to write an answer by hand. */
  | { kind: 'answer-lines'; count: number }
  /** Blanks to fill in, side by side: 姓名 ____ */
  | { kind: 'fill-in'; labels: readonly string[] }
  /** Kept on one page, as far as a page holds it. */
  | { kind: 'together'; blocks: readonly PrintBlock[] }
  | { kind: 'rule' }
  | { kind: 'gap'; height: number }
