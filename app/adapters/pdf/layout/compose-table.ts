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
import { COLOURS, type DrawOp, type Strip, type StructNode } from './page-parts'
import type { PrintBlock, Rich } from './print-block'

type Table = Extract<PrintBlock, { kind: 'table' }>
const PADDING = 7
const ROW_GAP = 4.5
/** A row, or a whole table, that is taller than this may go on over the page. */
const MAX_KEPT_HEIGHT = 220
const MIN_COLUMN = 46

/** A table whose head is drawn again on every page that it goes on to. */
export function composeTable(context: ComposeContext, table: Table): Strip[] {
  const node: StructNode = { role: 'Table', parent: null }
  const columns = fitColumns(measureColumns(context, table), context.width)
  const bodyNode: StructNode = { role: 'TBody', parent: node }
  const head = buildRow(
    context,
    table.head.map((text) => [{ text, weight: 'medium' as const }]),
    columns,
    {
      row: { role: 'TR', parent: { role: 'THead', parent: node } },
      cell: 'TH',
      fill: COLOURS.sunken,
    },
  )
  const repeated = head.map((strip) => ({ ...strip, ops: strip.ops.map(asArtifact) }))
  const rows = table.rows.map((cells) =>
    buildRow(context, cells, columns, { row: { role: 'TR', parent: bodyNode }, cell: 'TD', fill: null }).map(
      (strip) => ({ ...strip, head: repeated }),
    ),
  )
  const body = rows.flat()
  const isShort = body.reduce((sum, strip) => sum + strip.height, 0) <= MAX_KEPT_HEIGHT
  const kept = isShort ? body.map((strip, index) => ({ ...strip, keepsNext: index < body.length - 1 })) : body
  return withGap([...composeCaption(context, table, node), ...keepAll(head), ...kept], 12)
}

const asArtifact = (op: DrawOp): DrawOp => (op.kind === 'link' ? op : { ...op, node: null })

function composeCaption(context: ComposeContext, { caption, cites = [] }: Table, table: StructNode): Strip[] {
  if (!caption && cites.length === 0) return []
  const lines = composeLines(
    context,
    toRuns(context, [{ text: caption ?? '', cites }], { ...LOOKS.cell, weight: 'medium' }),
    { x: context.left, width: context.width, leading: 18, node: { role: 'Caption', parent: table } },
  )
  return keepAll([...lines, blank(2)])
}

/** How wide each column would like to be, and how wide it must be at least. */
function measureColumns(context: ComposeContext, table: Table) {
  return table.head.map((title, column) => {
    const cells: Rich[] = [title, ...table.rows.map((row) => row[column] ?? '')]
    const widths = cells.map((cell) => {
      const text = typeof cell === 'string' ? cell : cell.map((span) => span.text).join('')
      return context.measure(context.clean(text), 'medium', LOOKS.cell.size) + PADDING * 2 + 2
    })
    return { wanted: Math.max(MIN_COLUMN, ...widths), least: Math.max(MIN_COLUMN, Math.min(widths[0]!, 110)) }
  })
}

/**
 * Shares a width among columns: short ones get what they want, long ones the rest by the root of their want, so that none starves.
 *
 * @returns widths that sum to `width`.
 */
export function fitColumns(columns: readonly { wanted: number; least: number }[], width: number): number[] {
  const total = columns.reduce((sum, one) => sum + one.wanted, 0)
  if (total <= width) {
    // What is left over goes to all of them alike, by their size.
    return columns.map((one) => (one.wanted / total) * width)
  }
  const fixed = new Map<number, number>()
  for (;;) {
    const left = width - [...fixed.values()].reduce((sum, one) => sum + one, 0)
    const open = columns.map((one, index) => ({ ...one, index })).filter((one) => !fixed.has(one.index))
    const weight = open.reduce((sum, one) => sum + Math.sqrt(one.wanted), 0)
    const settled = open.filter((one) => one.wanted <= (Math.sqrt(one.wanted) / weight) * left)
    if (settled.length === 0 || settled.length === open.length) {
      for (const one of open) fixed.set(one.index, (Math.sqrt(one.wanted) / weight) * left)
      break
    }
    for (const one of settled) fixed.set(one.index, one.wanted)
  }
  const shared = columns.map((one, index) => Math.max(one.least, fixed.get(index)!))
  const scale = width / shared.reduce((sum, one) => sum + one, 0)
  return shared.map((one) => one * scale)
}

/** One strip for each line of the row, so that a long row can go on over the page. */
function buildRow(
  context: ComposeContext,
  cells: readonly Rich[],
  columns: readonly number[],
  look: { row: StructNode; cell: 'TH' | 'TD'; fill: string | null },
): Strip[] {
  const leading = LOOKS.cell.leading
  let x = context.left
  const set = columns.map((width, column) => {
    const node: StructNode = { role: look.cell, parent: look.row, ...(look.cell === 'TH' && { scope: 'Column' }) }
    const lines = composeLines(context, toRuns(context, cells[column] ?? '', LOOKS.cell), {
      x: x + PADDING,
      width: width - PADDING * 2,
      leading,
      node,
    })
    x += width
    return lines
  })
  const count = Math.max(...set.map((lines) => lines.length))
  const lines = Array.from({ length: count }, (_, index) =>
    blank(leading, {
      ops: set.flatMap((column) => column[index]?.ops ?? []),
      notes: set.flatMap((column) => column[index]?.notes ?? []),
    }),
  )
  const kept = count * leading <= MAX_KEPT_HEIGHT ? keepAll(lines) : keepParagraph(lines)
  const strips = [
    blank(ROW_GAP, { keepsNext: true }),
    ...kept.slice(0, -1),
    { ...kept.at(-1)!, keepsNext: true },
    blank(ROW_GAP),
  ]
  return strips.map((strip, index) => ({
    ...strip,
    ops: [...drawGround(context, strip, look.fill, index === strips.length - 1), ...strip.ops],
  }))
}

function drawGround(context: ComposeContext, strip: Strip, fill: string | null, isLast: boolean): DrawOp[] {
  const { left: x, width } = context
  const rule: DrawOp = {
    kind: 'line',
    x,
    y: strip.height,
    toX: x + width,
    toY: strip.height,
    stroke: fill ? COLOURS.soft : COLOURS.hairline,
    thickness: fill ? 0.8 : 0.5,
    node: null,
  }
  return [
    ...(fill ? [{ kind: 'rect' as const, x, y: 0, width, height: strip.height + 0.3, fill, node: null }] : []),
    ...(isLast ? [rule] : []),
  ]
}
