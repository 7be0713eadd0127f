import { expect, test } from 'vitest'
import { findCitedArticle, readCitation } from './read-citation'

const articles = new Set(['6', '19', '19-1', '64', '167', '167-1', '5'])
const find = (text: string) => findCitedArticle(readCitation(text)!, (article) => articles.has(article))

test.each([
  ['保險法 §64', '64'],
  ['保險法 §167-1', '167-1'],
  ['保險業務員管理規則 §19-1-8', '19'],
  ['保險業招攬及核保理賠辦法 §6-1-11(1)', '6'],
  ['廣告辦法 §5-9', '5'],
  ['保險法 §999', null],
])('%s is article %s', (text, article) => {
  expect(find(text)).toBe(article)
})

test('a citation has its law and its parts', () => {
  expect(readCitation('保險業招攬及核保理賠辦法 §6-1-11(1)')).toEqual({
    law: '保險業招攬及核保理賠辦法',
    numbers: ['6', '1', '11'],
    subItem: '1',
  })
  expect(readCitation('公司規定')).toBeNull()
})
