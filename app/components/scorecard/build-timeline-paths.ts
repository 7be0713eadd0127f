import { scaleLinear } from 'd3-scale'
import { area, curveMonotoneX, line } from 'd3-shape'
import type { TimelinePoint } from './view-types'

export const TIMELINE = {
  trustTop: 26,
  trustBottom: 116,
  scoreTop: 150,
  scoreBottom: 240,
  height: 266,
  left: 34,
  right: 34,
}

export type TimelineShapes = {
  x: (index: number) => number
  yTrust: (trust: number) => number
  yScore: (total: number) => number
  trustLine: string
  trustArea: string
  /** Half of the room a turn has, for bars and for clicking. */
  halfStep: number
}

/**
 * The shapes of the time line: trust above, one bar per scored turn below, on the same turns.
 *
 * @param width of the drawing in px; one point stands in the middle.
 */
export function buildTimelineShapes(points: readonly TimelinePoint[], width: number): TimelineShapes {
  const { left, right, trustTop, trustBottom, scoreTop, scoreBottom } = TIMELINE
  const room = width - left - right
  const halfStep = room / Math.max(1, points.length) / 2
  const x = scaleLinear([0, Math.max(1, points.length)], [left, width - right])
  const yTrust = scaleLinear([0, 100], [trustBottom, trustTop]).clamp(true)
  const yScore = scaleLinear([0, 100], [scoreBottom, scoreTop]).clamp(true)
  const at = (index: number) => x(index + 0.5)
  const trustLine = line<TimelinePoint>()
    .x((_, index) => at(index))
    .y((point) => yTrust(point.trust))
    .curve(curveMonotoneX)
    .digits(1)
  const trustArea = area<TimelinePoint>()
    .x((_, index) => at(index))
    .y0(trustBottom)
    .y1((point) => yTrust(point.trust))
    .curve(curveMonotoneX)
    .digits(1)
  const drawn = [...points]
  return { x: at, yTrust, yScore, trustLine: trustLine(drawn) ?? '', trustArea: trustArea(drawn) ?? '', halfStep }
}
