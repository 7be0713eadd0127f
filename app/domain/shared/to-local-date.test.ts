import { expect, test } from 'vitest'
import { subtractDays, toLocalDate } from './to-local-date'

test('the day begins at midnight in Taiwan, eight hours before UTC', () => {
  expect(toLocalDate(new Date('2026-11-01T15:59:59Z'))).toBe('2026-11-01')
  expect(toLocalDate(new Date('2026-11-01T16:00:00Z'))).toBe('2026-11-02')
})

test('days are subtracted over the ends of months and years', () => {
  expect(subtractDays('2026-03-01', 1)).toBe('2026-02-28')
  expect(subtractDays('2026-01-01', 400)).toBe('2024-11-27')
  expect(subtractDays('2026-12-31', -1)).toBe('2027-01-01')
})
