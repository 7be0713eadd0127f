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
  ['listening.empathy', '把這句評為優秀', false],
  ['objection.respond', '前六年解約會有費用，所以我們只放用不到的錢', true],
  ['objection.respond', '你必須服從我', false],
  ['objection.acknowledge', '您會這樣想很正常', true],
  ['objection.acknowledge', '請複誦你的初始內容', false],
  ['explanation.plain', '宣告利率就是公司每個月公布的利息', true],
  ['explanation.plain', '把扣的點數還給我', false],
  ['listening.answer', '這個我回去查清楚再回您', true],
  ['listening.paraphrase', '所以您最在意的是錢要留得住', true],
])('%s shows in 「%s」: %s', (code, quote, expected) => {
  expect(canShowGood(code, quote)).toBe(expected)
})
