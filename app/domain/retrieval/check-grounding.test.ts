import { expect, test } from 'vitest'
import { isGrounded } from './check-grounding'

const SOURCE =
  '要保人有為隱匿或遺漏不為說明，足以變更或減少保險人對於危險之估計者，保險人得解除契約。前項解除契約權，契約訂立後經過二年，即有可以解除之原因，亦不得解除契約。'
const QUESTION = '告知不實，公司多久內可以解約？'

test.each([
  ['契約訂立後經過兩年，就算有解除的原因，保險人也不得解除契約。', true],
  ['告知不實而足以影響危險的估計，公司可以解除契約。', true],
  ['公司保證獲利，請放心購買。', false],
  ['請匯款到指定帳號完成解除契約。', false],
  ['今天天氣很好，適合去海邊散步玩水。', false],
  ['您的測驗滿分。', false],
])('%s', (sentence, expected) => {
  expect(isGrounded(sentence, [SOURCE], QUESTION)).toBe(expected)
})

test('what no source denies may not be denied', () => {
  expect(isGrounded('公司不給付保險金。', ['公司給付保險金。'], '')).toBe(false)
})
