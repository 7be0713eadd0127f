import { expect, test } from 'vitest'
import { countPercent } from './count-percent'

test.each([
  // 5.996 of 10 is under a pass mark of 60, and must not read 60.
  [5.996, 10, 59.9],
  [1 / 3 + 1 / 3 + 1 / 3, 1, 100],
  [2, 3, 66.6],
  [0, 0, 0],
])('%d of %d points: %d %%', (points, maxPoints, percent) => {
  expect(countPercent(points, maxPoints)).toBe(percent)
})
