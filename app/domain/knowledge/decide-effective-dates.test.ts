import { expect, test } from 'vitest'
import { decideEffectiveDates } from './decide-effective-dates'

test('without a note a text is in force from the third day, the day of publication counted', () => {
  const dates = decideEffectiveDates('2025-06-18', '', null)
  expect([dates.effectiveFrom, dates.basis]).toEqual(['2025-06-20', 'third-day-rule'])
})

test('a note on single articles decides only those, ranges included', () => {
  const note = '1.一百十二年十二月十八日修正之第 4、7～9、24-1  條條文\n  ，自一百十三年七月一日施行。'
  const dates = decideEffectiveDates('2024-06-26', note, '2024-07-01')
  expect(dates.effectiveFrom).toBe('2024-06-28')
  expect([...dates.byArticle]).toEqual(['4', '7', '8', '9', '24-1'].map((one) => [one, '2024-07-01']))
})

test('articles whose day is left to the cabinet are not yet determined', () => {
  const dates = decideEffectiveDates(
    '2024-07-31',
    '一百十三年七月三十一日修正公布第 6、11  條之施行日期由行政院定之\n。',
    null,
  )
  expect([...dates.byArticle]).toEqual([
    ['6', null],
    ['11', null],
  ])
  expect(dates.effectiveFrom).toBe('2024-08-02')
})

test('a note on the whole text decides it', () => {
  const note = '一百十四年九月二十四日修正公布全文 35 條，施行日期，定自一百十四\n年十二月一日施行。'
  const dates = decideEffectiveDates('2025-09-24', note, null)
  expect([dates.effectiveFrom, dates.basis, dates.byArticle.size]).toEqual(['2025-12-01', 'stated', 0])
})

test('without any date nothing is claimed', () => {
  expect(decideEffectiveDates(null, '', null)).toEqual({ effectiveFrom: null, basis: 'unknown', byArticle: new Map() })
})
