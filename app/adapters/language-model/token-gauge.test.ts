import { expect, test } from 'vitest'
import { createTokenGauge } from './token-gauge'

test('learns from what the server counted, for each model and purpose', () => {
  const gauge = createTokenGauge()
  // Four letters by 1.2.
  expect(gauge.estimate('m', 'judging', '保證獲利')).toBe(5)
  gauge.learn('m', 'judging', '保證獲利', 10)
  expect(gauge.estimate('m', 'judging', '保證獲利')).toBe(10)
  expect(gauge.estimate('m', 'speech', '保證獲利')).toBe(5)
  expect(gauge.estimate('other', 'judging', '保證獲利')).toBe(5)
})

test('never below the plain estimate, and not beyond all sense', () => {
  const gauge = createTokenGauge()
  gauge.learn('m', 'speech', '保證獲利', 1)
  expect(gauge.estimate('m', 'speech', '保證獲利')).toBe(5)
  gauge.learn('m', 'speech', '保證獲利', 5_000)
  expect(gauge.estimate('m', 'speech', '保證獲利')).toBe(20)
  gauge.learn('m', 'speech', '', 7)
  expect(gauge.estimate('m', 'speech', '保證獲利')).toBe(20)
})

test('starts anew once a call was refused: one count too high must not keep a purpose out for good', () => {
  const gauge = createTokenGauge()
  gauge.learn('m', 'speech', '保證獲利', 5_000)
  gauge.forget('m', 'speech')
  expect(gauge.estimate('m', 'speech', '保證獲利')).toBe(5)
})
