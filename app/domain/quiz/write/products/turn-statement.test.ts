import { expect, test } from 'vitest'
import { standsAlone, turnStatement } from './turn-statement'

test.each([
  ['給付一次後契約終止，不會再賠第二次。', '給付一次後契約繼續有效，還可以再賠第二次。'],
  ['副本理賠不適用，須交正本收據。', '副本也可以理賠，不必交正本收據。'],
  [
    '這張保單不是存款，不受存款保險保障；受人身保險安定基金的保障。',
    '這張保單等於存款，受存款保險保障；也受人身保險安定基金的保障。',
  ],
  ['超過 60 歲的長輩不能用這張投保，只能評估其他方式。', '超過 60 歲的長輩也能用這張投保。'],
])('%s', (right, wrong) => {
  expect(turnStatement(right)).toBe(wrong)
})

test('what is turned must not stay true in a second place', () => {
  expect(turnStatement('自殺不給付，酒駕也不給付。')).toBeNull()
  expect(turnStatement('保費看職業。')).toBeNull()
})

test.each([
  ['這一點一定要先說清楚，很多長輩不知道。', false],
  ['您繳的保費不會全部累積，先扣一部分。', false],
  ['解約的費用反映在解約金裡，見第 5 條。', false],
  ['短。', false],
  ['保費在整個期間每年一樣，不會隨年齡每年調高。', true],
])('%s stands alone: %s', (sentence, expected) => {
  expect(standsAlone(sentence)).toBe(expected)
})
