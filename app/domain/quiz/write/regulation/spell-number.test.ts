import { expect, test } from 'vitest'
import { readChineseNumber } from '../../../knowledge/read-chinese-number'
import { spellNumber } from './spell-number'

test.each([
  [0, '零'],
  [7, '七'],
  [10, '十'],
  [15, '十五'],
  [20, '二十'],
  [105, '一百零五'],
  [120, '一百二十'],
  [1001, '一千零一'],
  [600_000, '六十萬'],
  [1_050_000, '一百零五萬'],
  [10_500_000, '一千零五十萬'],
  [2_000_000_000, '二十億'],
  [100_005_000, '一億零五千'],
])('%d is %s', (value, spelt) => {
  expect(spellNumber(value)).toBe(spelt)
})

test('what is spelt is read again as the same number', () => {
  for (const value of [1, 14, 60, 99, 100, 365, 1780, 20_000, 345_678, 9_999_999]) {
    expect(readChineseNumber(spellNumber(value))).toBe(value)
  }
})
