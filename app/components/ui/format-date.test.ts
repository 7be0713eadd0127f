import { expect, test } from 'vitest'
import { formatDay, formatElapsed, formatMoment } from './format-date'

test('days and times are those of Taipei, whatever the machine thinks', () => {
  // 17:30 UTC is 01:30 of the next day in Taipei (UTC+8).
  expect(formatDay('2026-11-24T17:30:00Z', 'zh-Hant')).toBe('11 月 25 日')
  expect(formatMoment('2026-11-24T17:30:00Z', 'en')).toBe('25 Nov 01:30')
  expect(formatDay('2026-01-01', 'zh-Hant', true)).toBe('2026 年 1 月 1 日')
})

test('elapsed time is minutes and seconds', () => {
  expect([0, 7.9, 60, 754].map(formatElapsed)).toEqual(['0:00', '0:07', '1:00', '12:34'])
})
