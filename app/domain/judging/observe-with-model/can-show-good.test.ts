import { expect, test } from 'vitest'
import { canShowGood } from './can-show-good'

test.each([
  ['disclosure.fx_risk', '美元升貶會影響您換回台幣的金額', true],
  ['disclosure.fx_risk', '這張保單繳六年', false],
  ['discovery.open_question', '您對退休有什麼想法？', true],
  ['discovery.open_question', '我先介紹一下', false],
  ['closing.no_pressure', '您不用急著決定', true],
  ['closing.no_pressure', '今天就簽', false],
  ['disclosure.recording', '依規定全程錄音', true],
  ['disclosure.recording', '我記下來了', false],
  ['listening.empathy', '聽起來真的很不容易', true],
])('%s shows in 「%s」: %s', (code, quote, expected) => {
  expect(canShowGood(code, quote)).toBe(expected)
})
