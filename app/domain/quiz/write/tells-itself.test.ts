import { expect, test } from 'vitest'
import { tellsItself } from './tells-itself'

test.each([
  ['安禾美滿一生美元終身壽險', '本來就有美元收入的人', ['安禾安心守護定期壽險'], true],
  ['安禾小額終老保險', '想準備身後費用的長輩', ['安禾安心守護定期壽險'], false],
  // What all answers share tells none of them.
  ['等待期的風險', '等待期內發生的不賠', ['等待期的長短'], false],
  ['匯率風險', '換回臺幣可能有損失的風險', ['流動性風險'], false],
])('%s about %s: %s', (answer, about, others, expected) => {
  expect(tellsItself(answer, about, others as string[])).toBe(expected)
})
