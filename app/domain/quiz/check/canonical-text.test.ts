import { describe, expect, test } from 'vitest'
import { isSameMeasure, listMeasures, toCanonicalText } from './canonical-text'

describe('toCanonicalText', () => {
  test.each([
    ['十日', '10日'],
    ['10 天', '10日'],
    ['１０日', '10日'],
    ['二個月', '2月'],
    ['百分之十五', '15%'],
    ['15％', '15%'],
    ['新臺幣六十萬元', '新台幣600000元'],
    ['六百萬', '6000000'],
    // 第三人 is nobody's number.
    ['對第三人', '對第三人'],
    ['「要保人」，或被保險人。', '要保人或被保險人'],
  ])('%s is %s', (text, expected) => {
    expect(toCanonicalText(text)).toBe(expected)
  })
})

test('measures know their kind and, for time, about how many days they are', () => {
  expect(listMeasures('滿六十五歲者，應於三十日內繳納新臺幣五萬元，並加計百分之五')).toEqual([
    { value: 65, unit: '歲', kind: 'age', days: null },
    { value: 30, unit: '日', kind: 'time', days: 30 },
    { value: 50000, unit: '元', kind: 'money', days: null },
    { value: 5, unit: '%', kind: 'share', days: null },
  ])
})

test.each([
  ['二個月', '60日', true],
  ['一年', '十二個月', true],
  ['一週', '七日', true],
  ['十日', '十五日', false],
  ['三十日', '三十年', false],
  ['五萬元', '50,000元', true],
])('%s and %s: the same is %s', (a, b, expected) => {
  expect(isSameMeasure(listMeasures(a)[0]!, listMeasures(b)[0]!)).toBe(expected)
})
