import { describe, expect, test } from 'vitest'
import { listStrange } from './find-strange'
import type { Ground } from './read-ground'

const PASSAGE = '訂立契約時，要保人對於保險人之書面詢問，應據實說明。'
const ground: Ground = {
  source: {
    passageId: '1',
    documentId: '1',
    kind: 'regulation',
    title: '測驗保險法',
    article: '1',
    headings: [],
    text: PASSAGE,
    label: '測驗保險法 §1',
  },
  quote: PASSAGE,
  whole: PASSAGE,
  place: '測驗保險法',
}

describe('words of which the passage says nothing', () => {
  test.each<[string, string[]]>([
    ['訂立契約時，要保人對於保險人之書面詢問，應據實說明。', []],
    // 投保, 照實 and 回答 are 訂立契約, 據實 and 說明; 時候 and 都 say nothing.
    ['投保的時候，保險公司書面問的，要保人都要照實回答。', []],
    // Who acts is the matter of another check.
    ['業務員應據實說明。', []],
    ['要保人應據實說明，並附上體檢報告。', ['附體檢報告']],
    ['要保人應據實說明，否則會列入黑名單。', ['列入黑名單']],
    // 用 alone says nothing; within a word it parts nothing.
    ['要保人應以信用卡據實說明。', ['信卡']],
    // One letter alone may be anything.
    ['要保人應據實說明喔。', []],
  ])('%s', (text, expected) => {
    expect(listStrange(text, ground)).toEqual(expected)
  })
})
