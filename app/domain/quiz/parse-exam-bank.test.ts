import { expect, test } from 'vitest'
import { itemContentSchema } from './item'
import { parseExamBank } from './parse-exam-bank'

const row = (own: Record<string, unknown> = {}) => ({
  year: 114,
  section: '保險學概要',
  type: 'life',
  question: '保險費由誰交付？',
  options: { A: '要保人', B: '受益人', C: '保險人' },
  answer: 'A',
  ...own,
})
const parse = (...rows: unknown[]) => parseExamBank(JSON.stringify(rows))!

test('one paper for each year, section and branch, newest first', () => {
  const { papers, faults } = parse(row({ year: 99 }), row(), row({ type: 'property' }), row())
  expect(faults).toEqual([])
  expect(papers.map(({ year, branch, items }) => [year, branch, items.length])).toEqual([
    [114, '人身', 2],
    [114, '財產', 1],
    [99, '人身', 1],
  ])
  expect(new Set(papers.flatMap((paper) => paper.items.map((item) => item.id))).size).toBe(4)
})

test('the key, and several accepted keys', () => {
  const [one, two] = parse(row(), row({ answer: 'AC' })).papers[0]!.items
  expect(itemContentSchema.parse(one!.content)).toMatchObject({ type: 'single', stem: '保險費由誰交付？' })
  const keysOf = (item: typeof one) =>
    item?.content.type === 'single' ? item.content.options.filter((o) => o.isKey).map((o) => o.id) : null
  expect(keysOf(one)).toEqual(['a'])
  expect(keysOf(two)).toEqual(['a', 'c'])
})

test('the same paper has the same ids whenever it is read', () => {
  const ids = () => parse(row(), row()).papers[0]!.items.map((item) => item.id)
  expect(ids()).toEqual(ids())
})

test.each([
  [row({ answer: 'D' }), 'answer: there is no option D'],
  [row({ options: { A: '要保人' } }), 'options: fewer than two'],
  [row({ question: ' ' }), 'question: Too small: expected string to have >=1 characters'],
])('a faulty row is told and the others go on', (faulty, reason) => {
  const { papers, faults } = parse(row(), faulty)
  expect(faults).toEqual([{ row: 2, reason }])
  expect(papers[0]!.items).toHaveLength(1)
})

test.each(['{"a":1}', 'not json'])('%s is no bank', (text) => {
  expect(parseExamBank(text)).toBeNull()
})
