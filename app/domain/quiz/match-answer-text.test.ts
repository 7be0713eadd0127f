import { expect, test } from 'vitest'
import { holdsAnswer, matchesAnswer } from './match-answer-text'

test.each([
  ['10日', '十日'],
  ['１０　天', '十日'],
  ['10', '十日'],
  ['十', '10 日'],
  ['30天', '30 日'],
  ['五萬元', '50,000 元'],
  ['50000', '50,000 元'],
  ['3 %', '百分之三'],
  ['台北', '臺北'],
  ['登录证', '登錄證'],
  ['「登錄證」', '登錄證'],
  ['1.85%', '1.85%'],
  ['1.025', '1.025 倍'],
])('%s counts for %s', (given, accepted) => {
  expect(matchesAnswer(given, [accepted])).toBe(true)
})

test.each([
  ['10年', '十日'],
  ['', '十日'],
  ['。', '十日'],
  ['110日', '十日'],
  ['登錄', '登錄證'],
  ['1.85', '1.58%'],
])('%s does not count for %s', (given, accepted) => {
  expect(matchesAnswer(given, [accepted])).toBe(false)
})

test('one of several spellings is enough', () => {
  expect(matchesAnswer('業務員登錄證', ['登錄證', '業務員登錄證'])).toBe(true)
})

test('a sentence holds an answer, a number as a whole only', () => {
  expect(holdsAnswer('收到保單的隔天起算十天內可以撤銷', ['10 日'])).toBe(true)
  expect(holdsAnswer('一百一十日內', ['10 日'])).toBe(false)
  expect(holdsAnswer('先扣1.85%', ['85%'])).toBe(false)
  expect(holdsAnswer('先扣3.5倍', ['3'])).toBe(false)
  expect(holdsAnswer('110 日內，其中 10 日免責', ['10日'])).toBe(true)
  expect(holdsAnswer('要出示 登錄證', ['登錄證', '執照'])).toBe(true)
  expect(holdsAnswer('不知道', [' ', '登錄證'])).toBe(false)
})
