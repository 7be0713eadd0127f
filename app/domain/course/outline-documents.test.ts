import { expect, test } from 'vitest'
import type { ItemSource } from '../quiz/item'
import { outlineDocuments } from './outline-documents'

const make = (documentId: string, chapter: string | null, article: number, title = '試驗法'): ItemSource => ({
  passageId: `${documentId}@1#${article}`,
  documentId,
  kind: 'regulation',
  title,
  article: String(article),
  headings: chapter === null ? [] : [chapter],
  text: `第${article}種情形，業務員不得為招攬，並應於十日內通知保險人。`,
  label: `${title} §${article}`,
})
const law = (documentId: string, chapters: readonly number[], title?: string) => {
  let article = 0
  return chapters.flatMap((count, i) =>
    Array.from({ length: count }, () => make(documentId, `第${i + 1}章 內容${i + 1}`, ++article, title)),
  )
}

test('chapters that are large enough are lessons of their own', () => {
  const outline = outlineDocuments(law('a', [9, 8]))
  expect(outline.map((one) => one.title)).toEqual(['第1章 內容1', '第2章 內容2'])
  expect(outline.map((one) => one.sources.length)).toEqual([9, 8])
})

test('small neighbours are put together, and there are never more than twelve', () => {
  const outline = outlineDocuments(
    law(
      'a',
      Array.from({ length: 30 }, () => 8),
    ),
  )
  expect(outline).toHaveLength(12)
  expect(outline.flatMap((one) => one.sources)).toHaveLength(240)
  const [small] = outlineDocuments(law('a', [2, 2, 3]))
  expect(small!.title).toBe('第1章 內容1～第3章 內容3')
})

test('documents are not mixed, and a lesson of one of several says which', () => {
  const outline = outlineDocuments([...law('a', [3], '甲法'), ...law('b', [3], '乙法')])
  expect(outline.map((one) => one.title)).toEqual(['甲法：第1章 內容1', '乙法：第1章 內容1'])
})

test('a law without chapters is cut into runs of articles', () => {
  const flat = Array.from({ length: 30 }, (_, i) => make('a', null, i + 1))
  const outline = outlineDocuments(flat)
  expect(outline.map((one) => one.title)).toEqual(['第 1 條～第 12 條', '第 13 條～第 24 條', '第 25 條～第 30 條'])
})
