import { expect, test } from 'vitest'
import type { ItemContent } from './item'
import { showQuestion } from './show-question'

const common = {
  stem: '題幹',
  explanation: '說明裡有答案',
  citations: [{ passageId: 'p', label: '出處', quote: '答案原文' }],
  difficulty: 1 as const,
  ability: 'recall' as const,
  dimension: null,
}
const single = (...texts: string[]): ItemContent => ({
  type: 'single',
  ...common,
  options: texts.map((text, i) => ({ id: 'abcd'[i]!, text, isKey: i === 0, reason: `理由${i}` })),
})
const show = (content: ItemContent, seed = 's', itemId = 'one') =>
  showQuestion(content, { itemId, version: 2, position: 3, seed, isUnreviewed: true })
const SEEDS = Array.from({ length: 200 }, (_, i) => `seed-${i}`)

test('what is shown does not hold the key, reasons, explanation or quote', () => {
  const shown = show(single('甲說', '乙說', '丙說', '丁說'))
  expect(shown).toMatchObject({
    itemId: 'one',
    version: 2,
    position: 3,
    type: 'single',
    stem: '題幹',
    isUnreviewed: true,
  })
  expect(JSON.stringify(shown)).not.toMatch(/isKey|理由|說明裡|原文|reason/u)
  expect(shown.options!.map((one) => Object.keys(one).sort())).toEqual(Array(4).fill(['id', 'text']))
})

test('the order of options is that of the seed and the item, and ids go with their texts', () => {
  const content = single('甲說', '乙說', '丙說', '丁說')
  expect(show(content)).toEqual(show(content))
  const orders = new Set(
    SEEDS.map((seed) =>
      show(content, seed)
        .options!.map((one) => one.id)
        .join(''),
    ),
  )
  // Of 24 orders nearly all come up in 200 seeds.
  expect(orders.size).toBeGreaterThan(18)
  const byItem = new Set(
    SEEDS.map((id) =>
      show(content, 's', id)
        .options!.map((one) => one.id)
        .join(''),
    ),
  )
  expect(byItem.size).toBeGreaterThan(18)
  for (const { id, text } of show(content).options!)
    expect(text).toBe({ a: '甲說', b: '乙說', c: '丙說', d: '丁說' }[id])
})

test('the key comes first about as often as elsewhere', () => {
  const content = single('甲說', '乙說', '丙說', '丁說')
  const first = SEEDS.filter((seed) => show(content, seed).options![0]!.id === 'a').length
  // Expected 50 of 200; 4 standard deviations are 24.
  expect(first).toBeGreaterThan(26)
  expect(first).toBeLessThan(74)
})

test.each(['以上皆是', '以上皆非', '上述選項皆正確', 'A與B', '(A)、(C)', 'AB', '甲丙'])(
  '%s keeps the order',
  (last) => {
    const content = single('第一', '第二', '第三', last)
    for (const seed of SEEDS.slice(0, 20)) {
      expect(show(content, seed).options!.map((one) => one.id)).toEqual(['a', 'b', 'c', 'd'])
    }
  },
)

test('words that only look like it are shuffled', () => {
  const content = single('65 歲以上都要錄音', '乙方', '保單前項', 'A 型')
  expect(new Set(SEEDS.map((seed) => show(content, seed).options![0]!.id)).size).toBe(4)
})

test('steps never stand in the right order', () => {
  const steps = ['一', '二', '三']
  const orders = SEEDS.map((seed) => show({ type: 'ordering', ...common, steps }, seed).steps!.join(''))
  expect(orders).not.toContain('一二三')
  expect(new Set(orders).size).toBe(5)
})

test('rights never stand in the right order, extra ones among them', () => {
  const pairs = [
    { left: '甲', right: '1' },
    { left: '乙', right: '2' },
    { left: '丙', right: '2' },
  ]
  const content: ItemContent = { type: 'matching', ...common, pairs, extraRights: ['3'] }
  const shown = SEEDS.map((seed) => show(content, seed))
  for (const one of shown) {
    expect(one.lefts).toEqual(['甲', '乙', '丙'])
    expect([...one.rights!].sort()).toEqual(['1', '2', '3'])
  }
  expect(shown.map((one) => one.rights!.join(''))).not.toContain('123')
})

test('of two lone rights both orders come up: always the other one would tell the key', () => {
  const pairs = [
    { left: '甲', right: '1' },
    { left: '乙', right: '2' },
  ]
  const content: ItemContent = { type: 'matching', ...common, pairs, extraRights: [] }
  expect(new Set(SEEDS.map((seed) => show(content, seed).rights!.join('')))).toEqual(new Set(['12', '21']))
})

test('a situation with what the client says, a cloze with its blanks', () => {
  const { options } = single('甲說', '乙說') as Extract<ItemContent, { type: 'single' }>
  const situation: ItemContent = {
    type: 'situation',
    ...common,
    options,
    situation: '在客戶家',
    clientSays: '會虧嗎？',
    scenarioId: 'x',
  }
  expect(show(situation)).toMatchObject({ situation: '在客戶家', clientSays: '會虧嗎？' })
  const cloze: ItemContent = { type: 'cloze', ...common, blanks: [{ accepted: ['十日'] }, { accepted: ['書面'] }] }
  expect(show(cloze).blanks).toBe(2)
  expect(JSON.stringify(show(cloze))).not.toContain('十日')
})
