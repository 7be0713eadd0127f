import { expect, test } from 'vitest'
import { readNumber, readPercent } from './read-number'

test.each([
  ['1,780', 1780],
  ['兩萬一千六', 21600],
  ['三十', 30],
  ['十', 10],
  ['一百', 100],
  ['240萬', 2_400_000],
  ['二十四萬', 240_000],
  ['三點六', 3.6],
  ['2.25', 2.25],
  ['一百二十', 120],
  ['兩千五', 2500],
  ['一千零五', 1005],
  ['三百萬', 3_000_000],
])('%s', (text, expected) => {
  expect(readNumber(text)).toBe(expected)
})

test('no number is null', () => {
  expect(readNumber('很多')).toBeNull()
})

test.each([
  ['四成', 40],
  ['兩成八', 28],
  ['3.6%', 3.6],
  ['百分之四', 4],
  ['二十八趴', 28],
])('%s percent', (text, expected) => {
  expect(readPercent(text)).toBe(expected)
})
