import {
  blank,
  type ComposeContext,
  composeLines,
  keepAll,
  keepParagraph,
  LOOKS,
  toRuns,
  withGap,
} from './compose-context'
import { type Anchor, COLOURS, type Strip, type StructNode } from './page-parts'

export type ContentsEntry = { anchor: Anchor; pageNumber: number }

const NUMBER_WIDTH = 44
const INDENT = 16
const LEADING = 20

/**
 * The table of contents. Its length does not depend on the page numbers, so that it can be set once to learn how many pages it takes and once with the numbers.
 *
 * @param title such as 目錄.
 */
export function composeContents(context: ComposeContext, title: string, entries: readonly ContentsEntry[]): Strip[] {
  const heading = composeLines(context, toRuns(context, title, LOOKS.h1), {
    x: context.left,
    width: context.width,
    leading: LOOKS.h1.leading,
    node: { role: 'H1', parent: null },
  })
  const toc: StructNode = { role: 'TOC', parent: null }
  const first = { ...heading[0]!, startsPage: true, chapter: title }
  return [
    ...keepAll([first, ...heading.slice(1), blank(8)]),
    ...entries.flatMap((entry) => composeEntry(context, entry, toc)),
  ]
}

function composeEntry(context: ComposeContext, { anchor, pageNumber }: ContentsEntry, toc: StructNode): Strip[] {
  const isChapter = anchor.level === 1
  const look = { ...LOOKS.body, weight: isChapter ? ('medium' as const) : ('regular' as const) }
  const node: StructNode = { role: 'Link', parent: { role: 'TOCI', parent: toc } }
  const x = context.left + (isChapter ? 0 : INDENT)
  const right = context.left + context.width
  const lines = composeLines(context, toRuns(context, anchor.title, look), {
    x,
    width: right - NUMBER_WIDTH - x,
    leading: LEADING,
    node,
  })
  const last = lines.at(-1)!
  const number = composeLines(context, toRuns(context, String(pageNumber), look), {
    x: right - NUMBER_WIDTH,
    width: NUMBER_WIDTH,
    leading: LEADING,
    align: 'right',
    node,
  })[0]!
  const end = last.ops.findLast((op) => op.kind === 'text')
  const from = end ? end.x + context.measure(end.text, end.weight, end.size) + 6 : x
  const to = right - context.measure(String(pageNumber), look.weight, look.size) - 6
  lines[lines.length - 1] = {
    ...last,
    ops: [
      ...last.ops,
      ...number.ops,
      {
        kind: 'line',
        x: from,
        y: LEADING / 2 + 3.5,
        toX: Math.max(from, to),
        toY: LEADING / 2 + 3.5,
        stroke: COLOURS.faint,
        thickness: 0.6,
        dash: [0.6, 3],
        node: null,
      },
      { kind: 'link', x, y: 0, width: right - x, height: LEADING, to: anchor.id, node },
    ],
  }
  return withGap(keepParagraph(lines), isChapter ? 8 : 0)
}
