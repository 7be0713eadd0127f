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
import { composeTable } from './compose-table'
import { COLOURS, type DrawOp, type Strip, type StructNode } from './page-parts'
import type { FigureArea, PrintBlock, Tone } from './print-block'

type Of<Kind extends PrintBlock['kind']> = Extract<PrintBlock, { kind: Kind }>
const nodeOf = (role: string, parent: StructNode | null = null): StructNode => ({ role, parent })

/** Sets one block as the strips of a page. */
export function composeBlock(context: ComposeContext, block: PrintBlock): Strip[] {
  switch (block.kind) {
    case 'chapter':
      return composeChapter(context, block)
    case 'heading':
      return composeHeading(context, block)
    case 'text':
      return composeText(context, block)
    case 'box':
      return composeBox(context, block)
    case 'list':
      return composeList(context, block)
    case 'table':
      return composeTable(context, block)
    case 'talk':
      return composeTalk(context, block)
    case 'figure':
      return composeFigure(context, block)
    case 'answer-lines':
      return composeAnswerLines(context, block)
    case 'fill-in':
      return composeFillIn(context, block)
    case 'together': {
      const strips = block.blocks.flatMap((one) => composeBlock(context, one))
      return strips.map((strip, index) => ({ ...strip, keepsNext: index < strips.length - 1 }))
    }
    case 'rule':
      return [blank(1, { gap: 12, ops: [ruleAt(context, 0.5)] })]
    case 'gap':
      return [blank(block.height)]
  }
}

const ruleAt = (context: ComposeContext, y: number, stroke: string = COLOURS.hairline): DrawOp => ({
  kind: 'line',
  x: context.left,
  y,
  toX: context.left + context.width,
  toY: y,
  stroke,
  thickness: 0.75,
  node: null,
})

function composeChapter(context: ComposeContext, block: Of<'chapter'>): Strip[] {
  context.startChapter()
  const node = nodeOf('H1')
  const { left: x, width } = context
  const label = block.label
    ? composeLines(context, toRuns(context, block.label, LOOKS.label), { x, width, leading: 18, node })
    : []
  const title = composeLines(context, toRuns(context, block.title, LOOKS.h1), { x, width, leading: 30, node })
  const name = context.clean(block.label ? `${block.label}　${block.title}` : block.title)
  const all = keepAll([...label, ...title, blank(14, { ops: [ruleAt(context, 7, COLOURS.teal)] })])
  all[0] = {
    ...all[0]!,
    startsPage: true,
    chapter: block.running === undefined ? name : context.clean(block.running),
    anchor: { id: context.nextAnchorId(), title: name, level: 1 },
  }
  return all
}

function composeHeading(context: ComposeContext, { level, text, isInContents }: Of<'heading'>): Strip[] {
  const look = level === 2 ? LOOKS.h2 : LOOKS.h3
  const lines = composeLines(context, toRuns(context, text, look), {
    x: context.left,
    width: context.width,
    leading: look.leading,
    node: nodeOf(`H${level}`),
  })
  const strips = keepAll(withGap([...lines, blank(level === 2 ? 4 : 1)], level === 2 ? 20 : 12))
  if (isInContents)
    strips[0] = { ...strips[0]!, anchor: { id: context.nextAnchorId(), title: context.clean(text), level: 2 } }
  return strips
}

function composeText(context: ComposeContext, block: Of<'text'>): Strip[] {
  const look = LOOKS[block.look ?? 'body']
  const indent = block.indent ?? 0
  const box = { x: context.left + indent, width: context.width - indent, leading: look.leading, align: block.align }
  const parent = nodeOf('P')
  const node = block.link ? nodeOf('Link', parent) : parent
  const lines = composeLines(context, toRuns(context, block.rich, look), { ...box, node })
  const strips = withGap(keepParagraph(lines), block.gap ?? 6)
  const last = strips.at(-1)!
  if (block.keepsNext) strips[strips.length - 1] = { ...last, keepsNext: true }
  if (!block.link) return strips
  const area = { x: box.x, y: 0, width: box.width, height: look.leading }
  return strips.map((strip, index) =>
    index < strips.length - 1
      ? strip
      : { ...strip, ops: [...strip.ops, { kind: 'link', ...area, to: block.link!, node }] },
  )
}

const TONES: Record<Tone, { fill: string; bar: string }> = {
  plain: { fill: COLOURS.sunken, bar: COLOURS.hairline },
  teal: { fill: COLOURS.tealSoft, bar: COLOURS.teal },
  clay: { fill: COLOURS.claySoft, bar: COLOURS.clay },
  weak: { fill: COLOURS.weakSoft, bar: COLOURS.weak },
  breach: { fill: COLOURS.breachSoft, bar: COLOURS.breach },
}
const BOX_PADDING = 14
/** A box that is no taller than this stays on one page. */
const MAX_KEPT_BOX = 170

/** Every strip draws its share of the ground, so that a box may go on over the page. */
function composeBox(context: ComposeContext, block: Of<'box'>): Strip[] {
  const { fill, bar } = TONES[block.tone]
  const x = context.left + BOX_PADDING
  const width = context.width - BOX_PADDING * 2
  const setLines = (rich: Of<'box'>['paragraphs'][number], look: (typeof LOOKS)['body'], role: string) =>
    keepParagraph(
      composeLines(context, toRuns(context, rich, look), { x, width, leading: look.leading, node: nodeOf(role) }),
    )
  const title = block.title
    ? keepAll(setLines(block.title, { ...LOOKS.h3, colour: bar === COLOURS.hairline ? COLOURS.ink : bar }, 'P'))
    : []
  const paragraphs = block.paragraphs.flatMap((rich, index) => [
    ...(index > 0 ? [blank(4)] : []),
    ...setLines(rich, LOOKS.body, 'P'),
  ])
  const inner = [blank(8, { keepsNext: true }), ...title, ...paragraphs]
  inner[inner.length - 1] = { ...inner.at(-1)!, keepsNext: true }
  const isShort = inner.reduce((sum, strip) => sum + strip.height, 0) <= MAX_KEPT_BOX
  return withGap(
    [...inner, blank(8)].map((strip, index) => ({
      ...strip,
      keepsNext: index < inner.length && (isShort || strip.keepsNext),
      ops: [
        // A hair taller than the strip: no line of paper shows between two of them.
        { kind: 'rect', x: context.left, y: 0, width: context.width, height: strip.height + 0.3, fill, node: null },
        { kind: 'rect', x: context.left, y: 0, width: 3, height: strip.height + 0.3, fill: bar, node: null },
        ...strip.ops,
      ],
    })),
    10,
  )
}

const HANG = 20

function composeList(context: ComposeContext, block: Of<'list'>): Strip[] {
  const list = nodeOf('L')
  const look = LOOKS.body
  const left = context.left + (block.indent ?? 0)
  return block.entries.flatMap((entry, index) => {
    const item = nodeOf('LI', list)
    const mark = drawMark(context, block.marks, index, { x: left, node: nodeOf('Lbl', item) })
    const lines = composeLines(context, toRuns(context, entry, look), {
      x: left + HANG,
      width: context.left + context.width - left - HANG,
      leading: look.leading,
      node: nodeOf('LBody', item),
    })
    lines[0] = { ...lines[0]!, ops: [...mark, ...lines[0]!.ops] }
    return withGap(keepParagraph(lines), block.isTight ? 1 : index === 0 ? 6 : 5)
  })
}

function drawMark(
  context: ComposeContext,
  marks: Of<'list'>['marks'],
  index: number,
  { x, node }: { x: number; node: StructNode },
): DrawOp[] {
  const y = LOOKS.body.leading / 2
  if (marks === 'box')
    return [{ kind: 'frame', x: x + 2, y: y - 4.6, width: 9.2, height: 9.2, stroke: COLOURS.soft, node: null }]
  if (marks === 'bullet')
    return [{ kind: 'rect', x: x + 5, y: y - 1.8, width: 3.6, height: 3.6, fill: COLOURS.teal, node: null }]
  const look = { ...LOOKS.body, colour: COLOURS.teal, weight: 'medium' as const }
  const runs = toRuns(context, marks[index] ?? '', look)
  return [...composeLines(context, runs, { x, width: HANG * 2, leading: look.leading, node })[0]!.ops]
}

const SPEAKER = 58

function composeTalk(context: ComposeContext, block: Of<'talk'>): Strip[] {
  const list = nodeOf('L')
  return block.lines.flatMap(({ who, label, rich, tail }, index) => {
    const colour = who === 'client' ? COLOURS.clay : COLOURS.teal
    const item = nodeOf('LI', list)
    const x = context.left + SPEAKER
    const width = context.width - SPEAKER - 4
    const lines = composeLines(context, toRuns(context, rich, LOOKS.body), {
      x,
      width,
      leading: LOOKS.body.leading,
      node: nodeOf('LBody', item),
    })
    const small = { ...LOOKS.small, colour }
    const tails = tail
      ? composeLines(context, toRuns(context, tail, LOOKS.small), {
          x,
          width,
          leading: 14,
          node: nodeOf('LBody', item),
        })
      : []
    const name = composeLines(context, toRuns(context, label, { ...small, weight: 'medium' }), {
      x: context.left + 10,
      width: SPEAKER - 14,
      leading: LOOKS.body.leading,
      node: nodeOf('Lbl', item),
    })
    lines[0] = { ...lines[0]!, ops: [...name[0]!.ops, ...lines[0]!.ops] }
    const barred = keepParagraph([...lines, ...tails]).map((strip, at) => ({
      ...strip,
      ops: [
        {
          kind: 'rect' as const,
          x: context.left,
          y: at === 0 ? 1 : 0,
          width: 2.5,
          height: strip.height - (at === 0 ? 0.7 : -0.3),
          fill: colour,
          node: null,
        },
        ...strip.ops,
      ],
    }))
    return withGap(barred, index === 0 ? 8 : 5)
  })
}

function composeFigure(context: ComposeContext, block: Of<'figure'>): Strip[] {
  const node: StructNode = { role: 'Figure', parent: null, alt: context.clean(block.alt) }
  const setText: FigureArea['text'] = (at) => {
    const { weight = 'regular', colour = COLOURS.ink, size, align = 'left', width } = at
    const text =
      width === undefined ? context.clean(at.text) : cutToWidth(context, context.clean(at.text), weight, size, width)
    const length = context.measure(text, weight, size)
    const x = at.x - (align === 'left' ? 0 : align === 'centre' ? length / 2 : length)
    return text === '' ? [] : [{ kind: 'text', x, y: at.y, text, weight, size, colour, node }]
  }
  const ops = block.draw({ x: context.left, width: context.width, node, text: setText })
  return [blank(block.height, { gap: 8, ops })]
}

/** Cuts what is too wide and ends it with …, so that the reader knows. */
export function cutToWidth(
  context: Pick<ComposeContext, 'measure'>,
  text: string,
  weight: 'regular' | 'medium' | 'bold',
  size: number,
  width: number,
): string {
  if (context.measure(text, weight, size) <= width) return text
  const characters = [...text]
  while (characters.length > 1 && context.measure(`${characters.join('')}…`, weight, size) > width) characters.pop()
  return `${characters.join('').trimEnd()}…`
}

const ANSWER_LINE = 26

function composeAnswerLines(context: ComposeContext, { count }: Of<'answer-lines'>): Strip[] {
  return Array.from({ length: count }, (_, index) =>
    blank(ANSWER_LINE, { keepsNext: index < count - 1, ops: [ruleAt(context, ANSWER_LINE - 4)] }),
  )
}

function composeFillIn(context: ComposeContext, { labels }: Of<'fill-in'>): Strip[] {
  const share = context.width / labels.length
  const ops = labels.flatMap((label, index): DrawOp[] => {
    const x = context.left + share * index
    const words = composeLines(context, toRuns(context, label, LOOKS.body), {
      x,
      width: share,
      leading: 24,
      node: nodeOf('P'),
    })[0]!
    const from = x + context.measure(context.clean(label), 'regular', LOOKS.body.size) + 8
    return [
      ...words.ops,
      { kind: 'line', x: from, y: 20, toX: x + share - 14, toY: 20, stroke: COLOURS.soft, thickness: 0.6, node: null },
    ]
  })
  return [blank(26, { gap: 10, ops })]
}
