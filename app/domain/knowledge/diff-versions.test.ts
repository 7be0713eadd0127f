import { expect, test } from 'vitest'
import { diffVersions } from './diff-versions'
import { placePassages } from './passage'

const law = (version: string, articles: readonly [string, string][]) =>
  placePassages(
    { id: '茶會法', kind: 'regulation', title: '茶會法' },
    version,
    articles.map(([article, text]) => ({ article, headings: [], text, paragraphs: [] })),
  )

test('tells articles that were added, changed and removed', () => {
  const before = law('1', [
    ['1', '應有茶。'],
    ['2', '應有糖。'],
    ['3', '（刪除）'],
    ['4', '舊。'],
  ])
  const after = law('2', [
    ['1', '應有茶。 '],
    ['1-1', '得加奶。'],
    ['2', '不得有糖。'],
    ['3', '新的。'],
    ['4', '（刪除）'],
  ])
  const { changes, sameCount } = diffVersions(before, after)
  expect(sameCount).toBe(1)
  expect(changes.map((one) => [one.kind, one.key])).toEqual([
    ['added', '1-1'],
    ['changed', '2'],
    ['added', '3'],
    ['removed', '4'],
  ])
  const changed = changes.find((one) => one.kind === 'changed')
  expect(changed?.kind === 'changed' && changed.parts).toEqual([
    { kind: 'removed', text: '應' },
    { kind: 'added', text: '不得' },
    { kind: 'same', text: '有糖。' },
  ])
})
