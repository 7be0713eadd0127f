import { expect, test } from 'vitest'
import { findMeasures } from './find-measures'

test('one spelling for every way to write a measure', () => {
  expect(findMeasures('三十日內')).toEqual(['#30日'])
  expect(findMeasures('30天')).toEqual(['#30日'])
  expect(findMeasures('15 日')).toEqual(['#15日'])
  expect(findMeasures('六個月')).toEqual(['#6月'])
  expect(findMeasures('百分之十與 10%')).toEqual(['#10%', '#10%'])
  expect(findMeasures('罰600萬元')).toEqual(['#6000000元'])
  expect(findMeasures('六百萬元')).toEqual(['#6000000元'])
  expect(findMeasures('未滿十五歲')).toEqual(['#15歲'])
  expect(findMeasures('保險法')).toEqual([])
})
