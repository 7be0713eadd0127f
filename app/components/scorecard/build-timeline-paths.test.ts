import { expect, test } from 'vitest'
import { buildTimelineShapes, TIMELINE } from './build-timeline-paths'

const point = (turnIndex: number, trust: number) => ({ turnIndex, trust, total: 50, mine: '', reply: '', evidence: [] })

test('turns share the room evenly and trust runs from the lower to the upper line', () => {
  // Width 268 leaves 268 - 34 - 34 = 200 for 4 turns: 50 each, centres at 34 + 25, + 75, + 125, + 175.
  const shapes = buildTimelineShapes([point(0, 0), point(1, 50), point(2, 100), point(3, 100)], 268)
  expect([0, 1, 2, 3].map(shapes.x)).toEqual([59, 109, 159, 209])
  expect(shapes.halfStep).toBe(25)
  expect(shapes.yTrust(0)).toBe(TIMELINE.trustBottom)
  expect(shapes.yTrust(100)).toBe(TIMELINE.trustTop)
  expect(shapes.yScore(200)).toBe(TIMELINE.scoreTop)
  expect(shapes.trustLine.startsWith(`M59,${TIMELINE.trustBottom}`)).toBe(true)
})

test('a talk of one turn stands in the middle', () => {
  expect(buildTimelineShapes([point(0, 40)], 268).x(0)).toBe(134)
})
