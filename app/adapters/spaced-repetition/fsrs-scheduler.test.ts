import { describe, expect, test } from 'vitest'
import { fsrsScheduler } from './fsrs-scheduler'

const DAY = 86_400_000
const start = new Date('2026-11-02T01:00:00Z')
const daysBetween = (a: Date, b: Date) => Math.round((b.getTime() - a.getTime()) / DAY)

/** Answers on each due day with these points; the pauses in days. */
function pausesOf(points: readonly number[]): number[] {
  let now = start
  let card: unknown = null
  return points.map((one) => {
    const next = fsrsScheduler.next(card, one, now)
    const pause = daysBetween(now, next.dueAt)
    card = next.card
    now = next.dueAt
    return pause
  })
}

describe('when an item is shown again', () => {
  test('missed: the next day', () => {
    expect(pausesOf([0])).toEqual([1])
  })

  test('known again and again: ever longer pauses, about a year at most', () => {
    const pauses = pausesOf([0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])
    expect([...pauses].sort((a, b) => a - b)).toEqual(pauses)
    expect(pauses.at(-1)).toBeGreaterThan(30)
    expect(Math.max(...pauses)).toBeLessThanOrEqual(366)
  })

  test('missed after a long pause: soon again', () => {
    const pauses = pausesOf([0, 1, 1, 1, 0])
    expect(pauses[4]).toBeLessThan(pauses[3]!)
  })

  test('half right comes back later than wrong, and sooner than right', () => {
    const [wrong, half, right] = [0, 0.5, 1].map((points) => pausesOf([0, 1, points])[2]!)
    expect(wrong).toBeLessThan(half!)
    expect(half).toBeLessThan(right!)
  })

  test('a card that was stored as JSON goes on as it was', () => {
    const first = fsrsScheduler.next(null, 0, start)
    const stored: unknown = JSON.parse(JSON.stringify(first.card))
    expect(stored).toEqual(first.card)
    expect(fsrsScheduler.next(stored, 1, first.dueAt)).toEqual(fsrsScheduler.next(first.card, 1, first.dueAt))
  })
})
