import { expect, test } from 'vitest'
import { combineFindings } from './combine-findings'

const finding = (code: string, start: number, end: number, confidence = 0.8) => ({ code, start, end, confidence })

test('one finding a code and place, the surer one', () => {
  expect(combineFindings([finding('a.b', 0, 10, 0.7), finding('a.b', 2, 8, 0.9)])).toEqual([finding('a.b', 2, 8, 0.9)])
})

test('at most three places a code, the surest', () => {
  const found = combineFindings([0, 1, 2, 3].map((i) => finding('a.b', i * 10, i * 10 + 5, 0.5 + i / 10)))
  expect(found.map((one) => one.start)).toEqual([10, 20, 30])
})

test('a violation silences an explanation on the same words only', () => {
  const found = combineFindings([
    finding('violation.false_statement', 0, 5),
    finding('explanation.feature', 0, 5),
    finding('explanation.feature', 8, 12),
  ])
  expect(found.map((one) => [one.code, one.start])).toEqual([
    ['violation.false_statement', 0],
    ['explanation.feature', 8],
  ])
})
