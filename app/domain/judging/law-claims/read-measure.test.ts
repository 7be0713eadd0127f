import { expect, test } from 'vitest'
import { readMeasure } from './read-measure'

test.each([
  ['二年', 'time', 720],
  ['24個月', 'time', 720],
  ['一個月', 'time', 30],
  ['三十日', 'time', 30],
  ['十五個工作天', 'time', 15],
  ['半年', 'time', 180],
  ['兩年半', 'time', 900],
  ['兩個禮拜', 'time', 14],
  ['一分', 'share', 10],
  ['百分之十', 'share', 10],
  ['10%', 'share', 10],
  ['四分之三', 'share', 75],
  ['七成五', 'share', 75],
  ['六十五歲', 'age', 65],
  ['15足歲', 'age', 15],
  ['二萬四千元', 'money', 24_000],
  ['2萬4', 'money', null],
] as const)('%s as %s is %s', (text, kind, value) => {
  expect(readMeasure(text, kind)?.value ?? null).toBe(value)
})
