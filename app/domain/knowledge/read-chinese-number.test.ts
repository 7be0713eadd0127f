import { expect, test } from 'vitest'
import { readChineseNumber } from './read-chinese-number'

test('reads numbers as statutes and people write them', () => {
  expect(readChineseNumber('十')).toBe(10)
  expect(readChineseNumber('三十')).toBe(30)
  expect(readChineseNumber('一百十三')).toBe(113)
  expect(readChineseNumber('一千一百三十八')).toBe(1138)
  expect(readChineseNumber('六百萬')).toBe(6_000_000)
  expect(readChineseNumber('一億二千萬')).toBe(120_000_000)
  expect(readChineseNumber('二〇二五')).toBe(2025)
  expect(readChineseNumber('1,780')).toBe(1780)
  expect(readChineseNumber('240萬')).toBe(2_400_000)
  expect(readChineseNumber('3.5')).toBe(3.5)
})

test('does not read what is no number', () => {
  expect(readChineseNumber('')).toBeNull()
  expect(readChineseNumber('第一')).toBeNull()
})
