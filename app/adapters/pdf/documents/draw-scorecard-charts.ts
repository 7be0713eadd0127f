import { curveMonotoneX, area as d3Area, line as d3Line } from 'd3-shape'
import type { DimensionResult, Moment, Scorecard } from '~/domain/judging/score-types'
import type { ScorecardPrint } from '~/domain/print-ports'
import { DIMENSIONS, type Dimension } from '~/domain/shared/dimensions'
import { COLOURS, type DrawOp } from '../layout/page-parts'
import type { FigureArea, PrintBlock } from '../layout/print-block'
import type { DocumentWords } from './document-words'

type Scored = Extract<Scorecard, { status: 'scored' }>

const ROW = 24
const NAME_WIDTH = 112
const WORD_WIDTH = 100
const STEPS = [1, 2, 3, 4, 5] as const
const LEVEL_COLOURS = { 1: COLOURS.breach, 2: COLOURS.weak, 3: COLOURS.teal, 4: COLOURS.teal, 5: COLOURS.good }

function writeLevel(result: DimensionResult, words: DocumentWords): string {
  if (result.status === 'graded') return `${result.level}　${words.level[result.level]}`
  return result.status === 'not-applicable' ? words.notApplicable : words.notScored
}

/** Five steps for each of the eight skills; how many are filled is the level, which also stands there in words. */
export function buildDimensionChart(dimensions: Record<Dimension, DimensionResult>, words: DocumentWords): PrintBlock {
  const described = DIMENSIONS.map((one) => `${words.dimension[one]} ${writeLevel(dimensions[one], words)}`).join('；')
  return {
    kind: 'figure',
    height: ROW * DIMENSIONS.length,
    alt: `八項能力的等級：${described}`,
    draw: (area) => DIMENSIONS.flatMap((one, index) => drawDimension(area, one, dimensions[one], index * ROW, words)),
  }
}

function drawDimension(
  { x, width, node, text }: FigureArea,
  dimension: Dimension,
  result: DimensionResult,
  y: number,
  words: DocumentWords,
): DrawOp[] {
  const level = result.status === 'graded' ? result.level : null
  const step = (width - NAME_WIDTH - WORD_WIDTH - 12) / STEPS.length
  const bars = STEPS.map(
    (each): DrawOp => ({
      kind: 'rect',
      x: x + NAME_WIDTH + (each - 1) * step,
      y: y + 7,
      width: step - 2,
      height: 10,
      fill: level !== null && each <= level ? LEVEL_COLOURS[level] : COLOURS.hairline,
      node,
    }),
  )
  return [
    ...text({ x, y: y + 16, text: words.dimension[dimension], size: 10.5, weight: 'medium', width: NAME_WIDTH - 8 }),
    ...bars,
    ...text({
      x: x + width - WORD_WIDTH,
      y: y + 16,
      text: writeLevel(result, words),
      size: 10,
      colour: level === null ? COLOURS.faint : COLOURS.ink,
      width: WORD_WIDTH,
    }),
  ]
}

/** The overall as a number and on a bar with the mark to pass. */
export function buildOverallChart(card: Scored, passMark: number): PrintBlock {
  const verdict = card.passed ? '通過' : '還沒通過'
  return {
    kind: 'figure',
    height: 74,
    alt: `總分 ${card.overall}，滿分 100，${passMark} 分通過：${verdict}`,
    draw({ x, width, node, text }) {
      const colour = card.passed ? COLOURS.good : COLOURS.weak
      const from = x + 118
      const length = width - 118
      const at = (value: number) => from + (length * value) / 100
      return [
        ...text({ x, y: 48, text: String(card.overall), size: 46, weight: 'bold', colour }),
        ...text({ x: from, y: 18, text: verdict, size: 13, weight: 'bold', colour }),
        ...text({ x: x + width, y: 18, text: '滿分 100', size: 9, colour: COLOURS.faint, align: 'right' }),
        { kind: 'rect', x: from, y: 28, width: length, height: 12, fill: COLOURS.hairline, node },
        { kind: 'rect', x: from, y: 28, width: (length * card.overall) / 100, height: 12, fill: colour, node },
        { kind: 'line', x: at(passMark), y: 24, toX: at(passMark), toY: 46, stroke: COLOURS.ink, thickness: 1.2, node },
        ...text({ x: at(passMark), y: 58, text: `${passMark} 分通過`, size: 9, colour: COLOURS.soft, align: 'centre' }),
      ]
    },
  }
}

// ---- trust and score over the turns

const TRUST = { top: 26, bottom: 96 }
const SCORE = { top: 128, bottom: 200 }
const SIDE = 26
type Turn = ScorecardPrint['turns'][number]
type MarkKind = Moment['kind'] | 'violation'

const MARKS: Record<MarkKind, { fill: string; path: string; name: string }> = {
  best: {
    fill: COLOURS.good,
    path: 'M0-6 1.7-1.9 6-1.7 2.7 1.2 3.9 5.6 0 3.1-3.9 5.6-2.7 1.2-6-1.7-1.7-1.9Z',
    name: '最好',
  },
  costliest: { fill: COLOURS.breach, path: 'M0 5-5.5-4.6H5.5Z', name: '最傷' },
  missed: { fill: COLOURS.weak, path: 'M0-5.5 5.5 0 0 5.5-5.5 0Z', name: '錯過' },
  violation: { fill: COLOURS.breach, path: 'M-2.5-5.5H2.5L5.5-2.5V2.5L2.5 5.5H-2.5L-5.5 2.5V-2.5Z', name: '違規' },
}

export function listMarks(card: Scorecard): Map<number, MarkKind> {
  const marks = new Map<number, MarkKind>()
  // The gravest last: it takes the place of the others.
  const moments = card.status === 'scored' ? card.moments : []
  for (const kind of ['best', 'missed', 'costliest'] as const)
    for (const moment of moments) if (moment.kind === kind) marks.set(moment.turnIndex, kind)
  for (const violation of card.violations) marks.set(violation.turnIndex, 'violation')
  return marks
}

/** Trust above, one column a turn below, on the same turns. */
export function buildTimeline(turns: readonly Turn[], card: Scorecard): PrintBlock {
  const said = turns.map(
    (turn) => `第 ${turn.turnIndex + 1} 句信任 ${Math.round(turn.trust)}、分數 ${turn.total ?? '未評分'}`,
  )
  return {
    kind: 'figure',
    height: SCORE.bottom + 44,
    alt: `整場的信任與每句分數：${said.join('；')}`,
    draw: (area) => drawTimeline(area, turns, listMarks(card)),
  }
}

function drawTimeline(area: FigureArea, turns: readonly Turn[], marks: ReadonlyMap<number, MarkKind>): DrawOp[] {
  const { x: left, width, node, text } = area
  const step = (width - SIDE * 2) / Math.max(1, turns.length)
  const x = (index: number) => left + SIDE + (index + 0.5) * step
  const yTrust = (value: number) => TRUST.bottom - ((TRUST.bottom - TRUST.top) * value) / 100
  const points = turns.map((turn, index) => ({ x: x(index), y: yTrust(turn.trust) }))
  const last = points.at(-1)
  const rule = (y: number): DrawOp => ({
    kind: 'line',
    x: left + SIDE,
    y,
    toX: left + width - SIDE,
    toY: y,
    stroke: COLOURS.hairline,
    thickness: 0.7,
    node,
  })
  return [
    rule(TRUST.bottom),
    rule(SCORE.bottom),
    ...text({ x: left, y: 12, text: '信任', size: 10, weight: 'medium', colour: COLOURS.clay }),
    ...text({ x: left, y: SCORE.top - 12, text: '每句分數', size: 10, weight: 'medium', colour: COLOURS.teal }),
    ...drawTrust(points, node),
    ...(last
      ? text({
          x: last.x + 8,
          y: last.y + 4,
          text: String(Math.round(turns.at(-1)!.trust)),
          size: 10,
          weight: 'bold',
          colour: COLOURS.clay,
        })
      : []),
    ...turns.flatMap((turn, index) => drawTurn(area, turn, { x: x(index), step, count: turns.length, index })),
    ...turns.flatMap((turn, index) => drawMark(marks.get(turn.turnIndex), x(index), points[index]!.y, node)),
    ...drawMarkNames(area, marks),
  ]
}

function drawTrust(points: readonly { x: number; y: number }[], node: FigureArea['node']): DrawOp[] {
  type Point = (typeof points)[number]
  const line = d3Line<Point>()
    .x((point) => point.x)
    .y((point) => point.y)
    .curve(curveMonotoneX)
    .digits(2)
  const ground = d3Area<Point>()
    .x((point) => point.x)
    .y0(TRUST.bottom)
    .y1((point) => point.y)
    .curve(curveMonotoneX)
    .digits(2)
  const all = [...points]
  return [
    { kind: 'path', x: 0, y: 0, path: ground(all) ?? '', fill: COLOURS.clay, opacity: 0.13, node },
    { kind: 'path', x: 0, y: 0, path: line(all) ?? '', stroke: COLOURS.clay, thickness: 1.6, node },
  ]
}

const LOW = 40
const BREACH = 12

function drawTurn(
  { text, node }: FigureArea,
  turn: Turn,
  { x, step, count, index }: { x: number; step: number; count: number; index: number },
): DrawOp[] {
  const every = Math.max(1, Math.ceil(count / 24))
  const label =
    index % every === 0
      ? text({
          x,
          y: SCORE.bottom + 13,
          text: String(turn.turnIndex + 1),
          size: 8,
          colour: COLOURS.faint,
          align: 'centre',
        })
      : []
  if (turn.total === null)
    return [...label, ...text({ x, y: SCORE.bottom - 4, text: '–', size: 9, colour: COLOURS.faint, align: 'centre' })]
  const height = Math.max(1.5, ((SCORE.bottom - SCORE.top) * turn.total) / 100)
  const half = Math.min(11, step * 0.34)
  const fill = turn.total <= BREACH ? COLOURS.breach : turn.total < LOW ? COLOURS.weak : COLOURS.teal
  const number =
    step >= 17
      ? text({
          x,
          y: SCORE.bottom - height - 3.5,
          text: String(turn.total),
          size: 8,
          colour: COLOURS.soft,
          align: 'centre',
        })
      : []
  return [
    ...label,
    { kind: 'rect', x: x - half, y: SCORE.bottom - height, width: half * 2, height, fill, node },
    ...number,
  ]
}

const drawMark = (kind: MarkKind | undefined, x: number, y: number, node: FigureArea['node']): DrawOp[] =>
  kind ? [{ kind: 'path', x, y: Math.max(8, y - 12), path: MARKS[kind].path, fill: MARKS[kind].fill, node }] : []

/** What the marks mean, only those that are there. */
function drawMarkNames({ x, text, node }: FigureArea, marks: ReadonlyMap<number, MarkKind>): DrawOp[] {
  const kinds = (Object.keys(MARKS) as MarkKind[]).filter((kind) => [...marks.values()].includes(kind))
  return kinds.flatMap((kind, index) => {
    const left = x + SIDE + index * 52
    const y = SCORE.bottom + 32
    return [
      ...drawMark(kind, left + 6, y + 9, node),
      ...text({ x: left + 16, y, text: MARKS[kind].name, size: 9, colour: COLOURS.soft }),
    ]
  })
}
