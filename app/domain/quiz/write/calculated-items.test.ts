import { describe, expect, test } from 'vitest'
import { createSeededRandom } from '../../shared/seeded-random'
import { checkItem } from '../check-item'
import { type ItemContent, type ItemSource, itemContentSchema } from '../item'
import type { WriteContext } from './candidate'
import { writeProductItems } from './products/write-product-items'
import { writeRegulationItems } from './regulation/write-regulation-items'

const source = (kind: 'regulation' | 'product', title: string, article: string, text: string): ItemSource => ({
  passageId: `${title}@1#${article}`,
  documentId: title,
  kind,
  title,
  article: kind === 'regulation' ? article : null,
  headings: kind === 'product' ? ['10. 契約撤銷權'] : [],
  text,
  label: `${title} §${article}`,
})

function write(one: ItemSource, seed = 'a'): Extract<ItemContent, { type: 'single' }>[] {
  const context: WriteContext = {
    sources: [one],
    listSiblings: () => [one],
    random: createSeededRandom(seed),
    types: new Set(['single']),
  }
  const written = one.kind === 'regulation' ? writeRegulationItems(one, context) : writeProductItems(one, context)
  return written.flatMap((item) => (item.type === 'single' && item.calculation ? [item] : []))
}
const faultsOf = (item: ItemContent, one: ItemSource) => checkItem(item, new Map([[one.passageId, one]]))

const NOTICE = source('regulation', '保險法', '59', '危險增加，要保人或被保險人應於知悉後十日內通知保險人。')
const DAMAGES = source(
  'regulation',
  '消費者保護法',
  '51',
  '依本法所提之訴訟，因企業經營者之故意所致之損害，消費者得請求損害額五倍以下之懲罰性賠償金；但因重大過失所致之損害，得請求三倍以下之懲罰性賠償金。',
)
const CANCEL = source(
  'product',
  '安禾樂退年金保險',
  '10.1',
  '10.1 收到保單的隔天起算 10 日內，要保人可以用書面申請撤銷契約。',
)
const CHARGES = source(
  'product',
  '安禾樂退年金保險',
  '5.1',
  '5.1 累積期間可以解約，但前 4 年從保單價值扣解約費用：第 1 年 4%、第 2 年 3%、第 3 年 2%、第 4 年 1%，第 5 年起 0%。',
)

describe('every calculated item is whole and has no fault, whatever the seed', () => {
  test.each([
    ['a deadline of a law', NOTICE, 1],
    ['punitive damages', DAMAGES, 2],
    ['the right to cancel', CANCEL, 1],
    ['surrender charges', CHARGES, 2],
  ] as const)('%s', (_name, one, count) => {
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const items = write(one, seed)
      expect(items).toHaveLength(count)
      for (const item of items) {
        expect(itemContentSchema.parse(item)).toEqual(item)
        expect(faultsOf(item, one)).toEqual([])
        expect(item.ability).toBe('apply')
        expect(item.options.filter((option) => option.isKey)).toHaveLength(1)
        expect(item.options.length).toBeGreaterThanOrEqual(3)
      }
    }
  })
})

test('ten days after the day of knowing, the first day not counted', () => {
  const [item] = write(NOTICE)
  const { from } = item!.calculation as { from: string }
  const [, month, day] = from.split('-').map(Number)
  expect(item!.stem).toContain(`危險增加，要保人或被保險人知悉的那一天是 2026 年 ${month} 月 ${day} 日。`)
  const last = new Date(Date.parse(from) + 10 * 86_400_000)
  expect(item!.options.find((one) => one.isKey)!.text).toBe(
    `${last.getUTCFullYear()} 年 ${last.getUTCMonth() + 1} 月 ${last.getUTCDate()} 日`,
  )
})

describe('what does not come out right is a fault', () => {
  const [item] = write(NOTICE)
  const details = (change: Partial<Extract<ItemContent, { type: 'single' }>>) =>
    faultsOf({ ...item!, ...change }, NOTICE).map((one) => one.detail)

  test('another option as the key', () => {
    const other = item!.options.findIndex((one) => !one.isKey)
    const options = item!.options.map((one, i) => ({ ...one, isKey: i === other }))
    expect(details({ options })).toContain('calculation-wrong')
  })

  test('a period that the law does not set', () => {
    expect(details({ calculation: { kind: 'deadline', from: '2026-03-02', count: 15, unit: '日' } })).toContain(
      'calculation-wrong',
    )
  })

  test('a case whose day the stem does not tell', () => {
    const { count } = item!.calculation as { count: number }
    expect(details({ calculation: { kind: 'deadline', from: '2025-01-01', count, unit: '日' } })).toContain(
      'calculation-wrong',
    )
  })
})
