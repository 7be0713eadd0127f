import { expect, test } from 'vitest'
import { placePassages } from './passage'

const piece = (article: string | null) => ({ article, headings: ['第一章 總則'], text: '文', paragraphs: [] })

test('gives each piece a stable id, its path and its place', () => {
  const [first, , third] = placePassages({ id: '保險法', kind: 'regulation', title: '保險法' }, '2025-06-18', [
    piece('107-1'),
    piece('2'),
    piece('2'),
  ])
  expect(first).toMatchObject({
    id: '保險法@2025-06-18#107-1',
    path: ['保險法', '第一章 總則', '§107-1'],
    heading: '第一章 總則',
    ordinal: 0,
  })
  expect(third!.id).toBe('保險法@2025-06-18#2~3')
  expect(placePassages({ id: 'a', kind: 'guide', title: '筆記' }, '1', [piece(null)])[0]).toMatchObject({
    id: 'a@1#p1',
    path: ['筆記', '第一章 總則'],
  })
})
