import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientView } from '../face/view-types'
import { toneOfTurn } from '../talk/tone-of-score'
import { Card } from '../ui/card'
import { NumbersToggle } from '../ui/numbers-toggle'
import { buildTimelineShapes, TIMELINE, type TimelineShapes } from './build-timeline-paths'
import { ExchangePanel } from './exchange-panel'
import { useBoxWidth } from './use-box-width'
import type { TimelineMark, TimelinePoint } from './view-types'

type TimelineProps = {
  points: readonly TimelinePoint[]
  marks: readonly TimelineMark[]
  client: ClientView
  /** Whose words they are; null for the reader's own. */
  speaker?: string | null
  firstChosen?: number
}

/** Trust and score over the turns on one line; choose a turn by mouse, finger or arrow keys to read it. */
export function Timeline({ points, marks, client, speaker = null, firstChosen }: TimelineProps) {
  const { t } = useTranslation('scorecard')
  const { ref, width } = useBoxWidth(720)
  const [chosen, setChosen] = useState(
    Math.min(Math.max(0, points.length - 1), firstChosen ?? marks[0]?.turnIndex ?? 0),
  )
  const point = points[chosen]
  if (!point) {
    return (
      <Card title={t('timeline.title')}>
        <p className="text-ink-soft">{t('timeline.none')}</p>
      </Card>
    )
  }
  const shapes = buildTimelineShapes(points, width)
  const move = (to: number) => setChosen(Math.min(points.length - 1, Math.max(0, to)))
  const wordsOf = (at: TimelinePoint) =>
    t('timeline.turn', {
      turn: at.turnIndex + 1,
      trust: at.trust,
      score: at.total === null ? t('notScored') : t('timeline.scored', { total: at.total }),
    })
  return (
    <Card title={t('timeline.title')} lead={t('timeline.lead')}>
      <div
        ref={ref}
        role="slider"
        tabIndex={0}
        aria-label={t('timeline.choose')}
        aria-valuemin={1}
        aria-valuemax={points.length}
        aria-valuenow={chosen + 1}
        aria-valuetext={wordsOf(point)}
        onKeyDown={(event) => moveByKey(event, chosen, points.length, move)}
        onClick={(event) => move(nearestTurn(event, shapes, points.length))}
        className="cursor-pointer touch-manipulation"
      >
        <TimelineDrawing points={points} marks={marks} chosen={chosen} shapes={shapes} width={width} />
      </div>
      <ExchangePanel
        point={point}
        client={client}
        speaker={speaker}
        onPrevious={chosen > 0 ? () => move(chosen - 1) : null}
        onNext={chosen < points.length - 1 ? () => move(chosen + 1) : null}
      />
      <NumbersToggle>
        <ol className="grid gap-1 text-small">
          {points.map((each) => (
            <li key={each.turnIndex}>{wordsOf(each)}</li>
          ))}
        </ol>
      </NumbersToggle>
    </Card>
  )
}

function moveByKey(event: KeyboardEvent, chosen: number, count: number, move: (to: number) => void) {
  const targets: Record<string, number> = {
    ArrowLeft: chosen - 1,
    ArrowDown: chosen - 1,
    ArrowRight: chosen + 1,
    ArrowUp: chosen + 1,
    Home: 0,
    End: count - 1,
  }
  const to = targets[event.key]
  if (to === undefined) return
  event.preventDefault()
  move(to)
}

function nearestTurn(event: MouseEvent<HTMLElement>, shapes: TimelineShapes, count: number): number {
  const x = event.clientX - event.currentTarget.getBoundingClientRect().left
  let best = 0
  for (let index = 1; index < count; index++) {
    if (Math.abs(shapes.x(index) - x) < Math.abs(shapes.x(best) - x)) best = index
  }
  return best
}

type DrawingProps = {
  points: readonly TimelinePoint[]
  marks: readonly TimelineMark[]
  chosen: number
  shapes: TimelineShapes
  width: number
}

const MARK_LOOKS: Record<TimelineMark['kind'], { fill: string; path: string }> = {
  best: { fill: 'fill-good', path: 'M0-7 2-2.2 7-2 3.2 1.4 4.5 6.5 0 3.6-4.5 6.5-3.2 1.4-7-2-2-2.2Z' },
  costliest: { fill: 'fill-breach', path: 'M0 6-6.5-5.5H6.5Z' },
  missed: { fill: 'fill-weak', path: 'M0-6.5 6.5 0 0 6.5-6.5 0Z' },
  violation: { fill: 'fill-breach', path: 'M-3-6.5H3L6.5-3V3L3 6.5H-3L-6.5 3V-3Z' },
}
const BAR_FILLS = { good: 'fill-teal', weak: 'fill-weak', breach: 'fill-breach' }

function TimelineDrawing({ points, marks, chosen, shapes, width }: DrawingProps) {
  const { t } = useTranslation('scorecard')
  const { x, yTrust, trustArea, trustLine, halfStep } = shapes
  const last = points.at(-1)!
  return (
    <svg
      viewBox={`0 0 ${width} ${TIMELINE.height}`}
      className="block w-full"
      aria-hidden="true"
      focusable="false"
      fontSize="13"
    >
      <rect
        x={x(chosen) - halfStep}
        width={halfStep * 2}
        y="0"
        height={TIMELINE.height}
        rx="6"
        className="fill-sunken"
      />
      {[TIMELINE.trustBottom, TIMELINE.scoreBottom].map((y) => (
        <line key={y} x1={TIMELINE.left} x2={width - TIMELINE.right} y1={y} y2={y} className="stroke-hairline" />
      ))}
      <text x={TIMELINE.left} y="14" className="fill-clay" fontWeight="500">
        {t('timeline.trust')}
      </text>
      <text x={TIMELINE.left} y={TIMELINE.scoreTop - 12} className="fill-teal" fontWeight="500">
        {t('timeline.score')}
      </text>
      <path d={trustArea} className="fill-clay" opacity="0.12" />
      <path
        d={trustLine}
        fill="none"
        className="stroke-clay"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <text x={x(points.length - 1) + 10} y={yTrust(last.trust) + 4.5} className="fill-clay" fontWeight="700">
        {last.trust}
      </text>
      {points.map((point, index) => (
        <TurnColumn
          key={point.turnIndex}
          point={point}
          index={index}
          count={points.length}
          isChosen={index === chosen}
          shapes={shapes}
          width={width}
        />
      ))}
      <MarkRow points={points} marks={marks} shapes={shapes} />
    </svg>
  )
}

type TurnColumnProps = {
  point: TimelinePoint
  index: number
  count: number
  isChosen: boolean
  shapes: TimelineShapes
  width: number
}

/** One turn: its dot on the trust line, its bar and, where there is room, its numbers. */
function TurnColumn({ point, index, count, isChosen, shapes, width }: TurnColumnProps) {
  const x = shapes.x(index)
  const hasRoomForNumber = width > count * 22
  return (
    <g>
      <circle
        cx={x}
        cy={shapes.yTrust(point.trust)}
        r={isChosen ? 5 : 3}
        className="fill-surface stroke-clay"
        strokeWidth="2"
      />
      <ScoreColumn point={point} x={x} shapes={shapes} hasRoom={width > count * 26} />
      {hasRoomForNumber || isChosen || index === 0 ? (
        <text
          x={x}
          y={TIMELINE.scoreBottom + 17}
          textAnchor="middle"
          fontSize="12"
          className={isChosen ? 'fill-ink' : 'fill-ink-faint'}
        >
          {point.turnIndex + 1}
        </text>
      ) : null}
    </g>
  )
}

function ScoreColumn({
  point,
  x,
  shapes,
  hasRoom,
}: {
  point: TimelinePoint
  x: number
  shapes: TimelineShapes
  hasRoom: boolean
}) {
  if (point.total === null) {
    return (
      <text x={x} y={TIMELINE.scoreBottom - 6} textAnchor="middle" className="fill-ink-faint">
        –
      </text>
    )
  }
  const top = shapes.yScore(point.total)
  const half = Math.min(12, shapes.halfStep * 0.7)
  return (
    <>
      <rect
        x={x - half}
        width={half * 2}
        y={Math.min(TIMELINE.scoreBottom - 2, top)}
        height={Math.max(2, TIMELINE.scoreBottom - top)}
        rx="2"
        className={BAR_FILLS[toneOfTurn(point.total, point.evidence)]}
      />
      {hasRoom ? (
        <text x={x} y={top - 4} textAnchor="middle" fontSize="12" className="fill-ink-soft">
          {point.total}
        </text>
      ) : null}
    </>
  )
}

/** Marks stand above the trust line, the gravest alone where several fall on one turn. */
function MarkRow({ points, marks, shapes }: Pick<DrawingProps, 'points' | 'marks' | 'shapes'>) {
  const order: TimelineMark['kind'][] = ['violation', 'costliest', 'missed', 'best']
  return (
    <>
      {points.map((point, index) => {
        const here = marks.filter((mark) => mark.turnIndex === point.turnIndex)
        const kind = order.find((one) => here.some((mark) => mark.kind === one))
        if (!kind) return null
        const y = Math.max(9, shapes.yTrust(point.trust) - 15)
        return (
          <path
            key={point.turnIndex}
            transform={`translate(${shapes.x(index).toFixed(1)} ${y.toFixed(1)})`}
            d={MARK_LOOKS[kind].path}
            className={MARK_LOOKS[kind].fill}
          />
        )
      })}
    </>
  )
}
