import { expect, test } from 'vitest'
import { canBeViolation } from './can-be-violation'

test.each([
  ['violation.rebate', '我這邊再補貼您兩千', true],
  ['violation.rebate', '這張保單繳六年', false],
  ['violation.loan_to_pay', '房子拿去借一點出來繳', true],
  ['violation.loan_to_pay', '我不建議您借錢繳保費', false],
  ['violation.sign_for', '您先生的名字您幫他簽一下', true],
  ['violation.pressure', '今天不買您一定後悔', true],
  ['violation.tax_pitch', '放保單就免遺產稅', true],
  ['violation.tax_pitch', '放保單比較安心', false],
  ['violation.false_statement', '等待期是三天', false],
  ['violation.rebate', '佣金可以退嗎？', false],
])('%s in 「%s」: %s', (code, words, expected) => {
  expect(canBeViolation(code, words, 0, words.length)).toBe(expected)
})

test('the sentence counts, not only the quoted words', () => {
  const words = '您好。我不能把佣金退給您。'
  const start = words.indexOf('退給您')
  expect(canBeViolation('violation.rebate', words, start, start + 3)).toBe(false)
})
