import { expect, test } from 'vitest'
import { extractObligations } from './extract-obligations'

test('extracts duties, bans, permissions, limits and sums', () => {
  const text =
    '保險人應於十五日內給付，不得拖延；要保人得請求。前項權利，經過二年不行使而消滅。違反者，處新臺幣六十萬元以上三百萬元以下罰鍰。'
  expect(extractObligations(text)).toEqual({
    duties: [
      { kind: 'must', text: '保險人應於十五日內給付' },
      { kind: 'must-not', text: '不得拖延' },
      { kind: 'may', text: '要保人得請求' },
    ],
    limits: [
      { amount: 15, unit: 'day', text: '十五日內' },
      { amount: 2, unit: 'year', text: '二年' },
    ],
    sums: [
      { amountTwd: 600_000, text: '六十萬元' },
      { amountTwd: 3_000_000, text: '三百萬元' },
    ],
  })
})

test('a word that only holds the character is no duty', () => {
  expect(extractObligations('依所得稅法取得之反應').duties).toEqual([])
  expect(extractObligations('自一百十三年七月一日施行').limits).toEqual([])
})
