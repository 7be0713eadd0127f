import { describe, expect, test } from 'vitest'
import { calculate } from './calculation'

describe('the last day of a period that begins the day after', () => {
  test.each([
    ['2026-03-02', 5, '日', '2026 年 3 月 7 日'],
    ['2026-02-25', 10, '日', '2026 年 3 月 7 日'],
    ['2028-02-20', 10, '日', '2028 年 3 月 1 日'],
    ['2026-03-02', 1, '月', '2026 年 4 月 2 日'],
    // There is no 31st of April: the last day of the month then (Civil Code §121 II).
    ['2026-03-31', 1, '月', '2026 年 4 月 30 日'],
    ['2026-11-15', 3, '月', '2027 年 2 月 15 日'],
    ['2026-03-02', 2, '年', '2028 年 3 月 2 日'],
  ] as const)('%s and %i %s', (from, count, unit, expected) => {
    expect(calculate({ kind: 'deadline', from, count, unit })).toBe(expected)
  })
})

describe('a portion of a sum', () => {
  test.each([
    [1_000_000, 4, false, '元', '40,000 元'],
    [1_000_000, 4, true, '元', '960,000 元'],
    [10_000, 28, true, '美元', '7,200 美元'],
    [1_000, 12.8, false, '元', '128 元'],
    [100_000, 500, false, '元', '500,000 元'],
  ] as const)('%i at %f%%', (base, percent, isRest, currency, expected) => {
    expect(calculate({ kind: 'portion', base, percent, isRest, currency })).toBe(expected)
  })
})
