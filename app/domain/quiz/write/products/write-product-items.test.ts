import { expect, test } from 'vitest'
import { createSeededRandom } from '../../../shared/seeded-random'
import { checkItem } from '../../check-item'
import { ITEM_TYPES, type ItemContent, type ItemSource } from '../../item'
import { writeProductItems } from './write-product-items'

const SHEETS: Record<string, Record<string, [string, string]>> = {
  甲醫療險: {
    '5.1': ['解約金與提前解約', '本商品沒有解約金，停繳或終止時領不回已經繳的保費。'],
    '7.1': ['風險揭露', '保費風險：年紀越大，保費越重，付得起到幾歲要先想好。'],
    '7.2': ['風險揭露', '收據風險：副本理賠不適用，須交正本收據。'],
    '7.3': ['風險揭露', '醫療環境風險：新的治療方式不一定在條款列的項目內。'],
    '8.1': ['除外責任與等待期', '等待期 30 天：契約生效後 30 天內罹病的不給付。'],
    '9.1': ['投保規定', '投保年齡 0 歲到 65 歲。'],
    '12.1': ['適合與不適合的人', '比較適合：自費怕負擔不起、目前沒有實支實付的人。'],
    '12.2': ['適合與不適合的人', '不適合：想要沒花錢也領回的人，以及想存錢的人。'],
  },
  乙長照險: {
    '5.1': ['解約金與提前解約', '本商品沒有解約金，停繳或終止時領不回已經繳的保費。'],
    '8.1': ['除外責任與等待期', '等待期 90 天：契約生效後 90 天內罹病的不給付。'],
    '9.1': ['投保規定', '投保年齡 20 歲到 60 歲。'],
  },
}
const SOURCES: ItemSource[] = Object.entries(SHEETS).flatMap(([title, points]) =>
  Object.entries(points).map(([article, [section, text]]) => ({
    passageId: `${title}#${article}`,
    documentId: title,
    kind: 'product' as const,
    title,
    article,
    headings: [`${article.split('.')[0]}. ${section}`],
    text: `${article} ${text}`,
    label: `${title} › ${article}`,
  })),
)
const BY_ID = new Map(SOURCES.map((one) => [one.passageId, one]))

function write(passageId: string, own: { types?: ItemContent['type'][]; seed?: string; sources?: ItemSource[] } = {}) {
  const sources = own.sources ?? SOURCES
  return writeProductItems(BY_ID.get(passageId)!, {
    sources,
    listSiblings: (id) => sources.filter((one) => one.documentId === id),
    random: createSeededRandom(`${own.seed ?? 's'} ${passageId}`),
    types: new Set(own.types ?? ITEM_TYPES),
  })
}

test('a number is asked for; what the other product has is among the wrong answers, and said to be its', () => {
  const [item] = write('甲醫療險#8.1', { types: ['single'] })
  if (item?.type !== 'single') throw new Error('no single')
  expect(item.stem).toBe('「甲醫療險」的疾病等待期是幾天？')
  expect(item.options.filter((one) => one.isKey).map((one) => one.text)).toEqual(['30 天'])
  expect(item.options.find((one) => one.text === '90 天')?.reason).toBe('這是「乙長照險」的數字。')
  expect(item.options).toHaveLength(4)
  expect(item.citations).toEqual([
    { passageId: '甲醫療險#8.1', label: '甲醫療險 › 8.1', quote: '契約生效後 30 天內罹病的不給付。' },
  ])
  expect(checkItem(item, BY_ID)).toEqual([])
})

test('with one product alone near numbers are the wrong answers', () => {
  const sources = SOURCES.filter((one) => one.documentId === '甲醫療險')
  const [item] = write('甲醫療險#8.1', { types: ['single'], sources })
  expect(item?.type === 'single' && item.options.every((one) => !one.reason.includes('這是'))).toBe(true)
})

test('who it is not for, against who it is for', () => {
  const [item] = write('甲醫療險#12.2')
  if (item?.type !== 'multiple') throw new Error('no multiple')
  const textsOf = (isKey: boolean) =>
    item.options
      .filter((one) => one.isKey === isKey)
      .map((one) => one.text)
      .sort()
  expect(textsOf(true)).toEqual(['想存錢的人', '想要沒花錢也領回的人'])
  expect(textsOf(false)).toEqual(['目前沒有實支實付的人', '自費怕負擔不起的人'])
})

test('risks are put together once, at the first of them', () => {
  const [item] = write('甲醫療險#7.1', { types: ['matching'] })
  expect(item?.type === 'matching' && item.pairs.map((one) => one.left)).toEqual([
    '保費風險',
    '收據風險',
    '醫療環境風險',
  ])
  expect(write('甲醫療險#7.2', { types: ['matching'] })).toEqual([])
})

test('a sentence is right as it stands or wrong the other way round', () => {
  const stems = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((seed) => write('甲醫療險#7.2', { types: ['true-false'], seed }))
  for (const item of stems) {
    if (item.type !== 'true-false') throw new Error('no statement')
    expect(item.stem).toBe(
      `依「甲醫療險」的商品說明，${item.isTrue ? '副本理賠不適用，須交正本收據。' : '副本也可以理賠，不必交正本收據。'}`,
    )
    expect(checkItem(item, BY_ID)).toEqual([])
  }
  expect(new Set(stems.map((one) => one.type === 'true-false' && one.isTrue)).size).toBe(2)
})

test('what several sheets say in the same words is asked at the first', () => {
  expect(write('甲醫療險#5.1').length).toBeGreaterThan(0)
  expect(write('乙長照險#5.1')).toEqual([])
})

test('only the types asked for, nothing from other sources', () => {
  expect(write('甲醫療險#8.1', { types: ['ordering'] })).toEqual([])
  const guide: ItemSource = { ...SOURCES[0]!, kind: 'guide' }
  const context = {
    sources: SOURCES,
    listSiblings: () => [],
    random: createSeededRandom('s'),
    types: new Set(ITEM_TYPES),
  }
  expect(writeProductItems(guide, context)).toEqual([])
})
