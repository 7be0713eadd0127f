import { expect, test } from 'vitest'
import { findNextOpen } from './build-attempt-views'

test.each([
  ['the first that is open', [true, false, false], -1, 1],
  ['the next one after this', [false, true, false], 1, 2],
  ['back to one that was left out', [false, true, true], 2, 0],
  ['the last one when all are answered', [true, true, true], 0, 2],
])('%s', (_name, answered, after, expected) => {
  expect(findNextOpen(answered, after)).toBe(expected)
})
