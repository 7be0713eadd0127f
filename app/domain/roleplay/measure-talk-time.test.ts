import { expect, test } from 'vitest'
import { measureTalkMinutes } from './measure-talk-time'

const MINUTE = 60_000

test('adds the time between turns', () => {
  expect(measureTalkMinutes([0, MINUTE, 2.5 * MINUTE])).toBe(2.5)
})
test('a night away counts as three minutes', () => {
  expect(measureTalkMinutes([0, MINUTE, 600 * MINUTE])).toBe(4)
})
test('a clock that was set back takes nothing away', () => {
  expect(measureTalkMinutes([5 * MINUTE, 4 * MINUTE, 6 * MINUTE])).toBe(2)
})
test('nothing said, no time', () => {
  expect(measureTalkMinutes([])).toBe(0)
})
