import { expect, test } from 'vitest'
import { addDays, findRocDates, readCompactDate } from './read-roc-date'

test('reads compact dates and refuses what is none', () => {
  expect(readCompactDate('20240701')).toBe('2024-07-01')
  expect(readCompactDate('99991231')).toBeNull()
  expect(readCompactDate('20230230')).toBeNull()
  expect(readCompactDate('2024-07-01')).toBeNull()
})

test('finds dates of the Republic, also across a line break', () => {
  // 113 + 1911 = 2024; 99 + 1911 = 2010
  expect(findRocDates('自一百十三年七\n月一日施行；中華民國九十九年十二月三十一日')).toEqual([
    '2024-07-01',
    '2010-12-31',
  ])
  expect(findRocDates('施行日期由行政院定之')).toEqual([])
})

test('moves a date over the end of a month', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
  expect(addDays('2025-01-01', -1)).toBe('2024-12-31')
})
