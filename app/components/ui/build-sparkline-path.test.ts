import { describe, expect, test } from 'vitest'
import { buildSparklinePath } from './build-sparkline-path'

// Width 100, height 20, inset 0: x runs 0 to 100, 0 points lie at y 20 and 100 points at y 0.
const path = (values: (number | null)[]) => buildSparklinePath(values, 100, 20, 0)

describe('buildSparklinePath', () => {
  test('nothing to draw gives an empty path', () => {
    expect(path([])).toBe('')
    expect(path([null, null])).toBe('')
  })

  test('one value is a level stroke over the whole width', () => {
    expect(path([50])).toBe('M0,10L100,10')
  })

  test('begins and ends at the first and the last value', () => {
    const drawn = path([0, 50, 100])
    expect(drawn.startsWith('M0,20')).toBe(true)
    expect(drawn.endsWith('100,0')).toBe(true)
  })

  test('a missing value leaves a gap: two strokes', () => {
    expect(path([0, 100, null, 100, 0]).match(/M/g)).toHaveLength(2)
  })

  test('values outside 0 to 100 stay inside the drawing', () => {
    expect(path([-40, 140])).toMatch(/^M0,20.*100,0$/)
  })
})
