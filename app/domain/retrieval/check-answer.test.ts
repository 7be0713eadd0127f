import { describe, expect, test } from 'vitest'
import { type CitedPassage, checkAnswer } from './check-answer'

const passages = new Map<string, CitedPassage>([
  [
    'a',
    {
      article: '64',
      text: '前項解除契約權，自保險人知有解除之原因後，經過一個月不行使而消滅；或契約訂立後經過二年，亦不得解除契約。違反第一百四十三條之六者，處新臺幣六十萬元以上六百萬元以下罰鍰。',
      dates: ['2024-07-01'],
    },
  ],
  [
    'b',
    { article: null, text: '前 3 年解約費用率為 5%、4%、3%，最低保費 2,000 美元。中華民國一百十三年一月二日起適用。' },
  ],
])
const check = (text: string, ...passageIds: string[]) =>
  checkAnswer([{ text, passageIds }], passages).map(({ kind, value }) => `${kind} ${value}`)

describe('checkAnswer', () => {
  test.each([
    ['知道後經過1個月不行使就消滅，訂約後滿2年也不能解除。', 'a'],
    ['罰鍰是60萬元到600萬元（第64條）。', 'a'],
    ['違反第143-6條也會被罰。', 'a'],
    ['違反第143條之6也會被罰。', 'a'],
    ['2024-07-01 起適用，這個權利會消滅。', 'a'],
    ['前三年的費用率是5%、4%、3%，最低2000美元。', 'b'],
    ['民國113年1月2日起適用。', 'b'],
  ])('%s stands in its passage', (text, id) => {
    expect(check(text, id)).toEqual([])
  })

  test.each([
    ['經過三個月就消滅。', 'a', ['number #3月']],
    ['罰鍰最高800萬元。', 'a', ['number #8000000元', 'number 8000000']],
    ['依第65條辦理。', 'a', ['article §65']],
    ['依第64條之1辦理。', 'a', ['article §64-1']],
    ['民國112年1月1日起適用。', 'a', ['date 2023-01-01']],
    ['費用率是6%。', 'b', ['number #6%', 'number 6']],
    ['最低3,000美元。', 'b', ['number #3000美元', 'number 3000']],
  ])('%s does not', (text, id, faults) => {
    expect(check(text, id)).toEqual(faults)
  })

  test('a figure of one passage does not hold for another', () => {
    expect(check('經過二年。', 'b')).toEqual(['number #2年'])
    expect(check('經過二年。', 'b', 'a')).toEqual([])
  })

  test('a sentence without a citation, or with one that leads nowhere, is a fault', () => {
    expect(check('保險很重要。')).toEqual(['no-citation '])
    expect(check('保險很重要。', 'zzz')).toEqual(['unknown-passage zzz'])
  })
})
