import { describe, expect, test } from 'vitest'
import { checkItem } from './check-item'
import { createEmbeddedWriter } from './create-embedded-writer'
import { ITEM_TYPES, type ItemContent, type ItemSource, itemContentSchema } from './item'
import type { WriteItemsInput } from './quiz-ports'

const TEXTS: Record<string, string> = {
  '2': '本法所稱保險人，指經營保險事業，承擔危險並負擔賠償義務之組織。',
  '3': '本法所稱要保人，指對保險標的具有保險利益，向保險人申請訂立契約，並負有交付保險費義務之人。',
  '4': '本法所稱被保險人，指於保險事故發生時，遭受損害，享有賠償請求權之人。',
  '5': '本法所稱受益人，指被保險人或要保人約定，於事故發生時得請求給付之人。',
  '34': '保險人應於要保人交齊證明文件後十五日內給付賠償金額。',
  '48': '保險人得約定保險標的物之一部份，應由要保人自行負擔由危險而生之損失。',
  '51': '保險契約訂立時，保險標的之危險已發生或已消滅者，其契約無效。但為當事人雙方所不知者，不在此限。',
  '58': '要保人、被保險人或受益人，遇有保險事故發生，應於知悉後五日內通知保險人。',
  '103': '人壽保險之保險人，不得代位行使要保人或受益人因保險事故所生對於第三人之請求權。',
  '109': '保險契約載有被保險人故意自殺，保險人仍應給付保險金額之條款者，其條款於訂約二年後始生效力。',
  '119': '要保人終止保險契約，而保險費已付足一年以上者，保險人應於接到通知後一個月內償付解約金。',
  '126': '保險人於訂立保險契約前，對於被保險人得施以健康檢查。\n前項檢查費用，由保險人負擔。',
}
const SOURCES: ItemSource[] = Object.entries(TEXTS).map(([article, text]) => ({
  passageId: `保險法@1#${article}`,
  documentId: '保險法',
  kind: 'regulation',
  title: '保險法',
  article,
  headings: [],
  text,
  label: `保險法 §${article}`,
}))

async function write(change: Partial<WriteItemsInput> = {}): Promise<ItemContent[]> {
  const written = await createEmbeddedWriter().write({
    sources: SOURCES,
    count: 12,
    types: ITEM_TYPES,
    seed: 'a',
    existingStems: [],
    ...change,
  })
  if (written.status === 'failed') throw new Error(written.reason)
  return written.items
}

describe('createEmbeddedWriter', () => {
  test('every item is whole, cites its article and has no fault', async () => {
    const byId = new Map(SOURCES.map((one) => [one.passageId, one]))
    const items = await write()
    expect(items).toHaveLength(12)
    for (const item of items) {
      expect(itemContentSchema.parse(item)).toEqual(item)
      expect(checkItem(item, byId)).toEqual([])
      expect(item.explanation).toMatch(/保險法第\d+條：/u)
      if ('options' in item) for (const option of item.options) expect(option.reason).not.toBe('')
    }
  })

  test('the same seed makes the same items, another seed others', async () => {
    expect(await write()).toEqual(await write())
    expect(await write({ seed: 'b' })).not.toEqual(await write())
  })

  test('what a salesperson has to do comes before what companies and their organs have to', async () => {
    const company = {
      ...SOURCES[0]!,
      passageId: '保險法@1#165',
      article: '165',
      label: '保險法 §165',
      text: '同業公會應於理事會開會後十日內，將會議紀錄報請主管機關備查。',
    }
    const near = SOURCES.find((one) => one.article === '58')!
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const [first] = await write({ sources: [company, near], count: 1, types: ['cloze'], seed })
      expect(first!.citations[0]!.passageId).toBe(near.passageId)
    }
    const [only] = await write({ sources: [company], count: 1, types: ['cloze'] })
    expect(only!.citations[0]!.passageId).toBe(company.passageId)
  })

  test('types and articles are spread', async () => {
    const items = await write({ count: 8, types: ['single', 'true-false', 'cloze'] })
    const types = items.map((one) => one.type)
    for (const type of ['single', 'true-false', 'cloze'] as const)
      expect(types.filter((one) => one === type).length).toBeGreaterThanOrEqual(2)
    expect(new Set(items.map((one) => one.citations[0]!.passageId)).size).toBeGreaterThanOrEqual(6)
  })

  test('only the types asked for, and no more than asked for', async () => {
    const items = await write({ count: 3, types: ['true-false'] })
    expect(items.map((one) => one.type)).toEqual(['true-false', 'true-false', 'true-false'])
    expect(await write({ count: 5, types: ['situation'] })).toEqual([])
  })

  test('what exists already is not written again, and is counted', async () => {
    const first = await write({ count: 4, types: ['cloze'] })
    const again = await createEmbeddedWriter().write({
      sources: SOURCES,
      count: 100,
      types: ['cloze'],
      seed: 'a',
      existingStems: first.map((one) => one.stem),
    })
    if (again.status === 'failed') throw new Error(again.reason)
    expect(again.items.filter((one) => first.some((other) => other.stem === one.stem))).toEqual([])
    expect(again.rejected['near-duplicate']).toBeGreaterThanOrEqual(4)
  })

  test('a time limit is asked for by its number', async () => {
    const items = await write({ count: 100, types: ['single'] })
    const notice = items.find((one) => one.stem.startsWith('依保險法第58條規定'))
    expect(notice).toMatchObject({
      stem: '依保險法第58條規定，要保人、被保險人或受益人，遇有保險事故發生，應於知悉後幾日內通知保險人？',
      citations: [{ passageId: '保險法@1#58', quote: TEXTS['58']!.slice(0, -1) }],
    })
    if (notice?.type !== 'single') throw new Error('no single choice')
    expect(notice.options.filter((one) => one.isKey).map((one) => one.text)).toEqual(['五日'])
    expect(new Set(notice.options.map((one) => one.text)).size).toBe(4)
  })

  test('a rule with an exception is asked for as the rule that it is', async () => {
    const items = await write({ count: 100, types: ['single'] })
    const effect = items.find((one) => one.stem.startsWith('依保險法第51條規定'))
    expect(effect?.stem).toBe(
      '依保險法第51條規定，保險契約訂立時，保險標的之危險已發生或已消滅者，原則上契約的效力如何？',
    )
  })

  test('stops when it is told to', async () => {
    const writing = createEmbeddedWriter().write(
      { sources: SOURCES, count: 1, types: ITEM_TYPES, seed: 'a', existingStems: [] },
      AbortSignal.abort(new Error('gone')),
    )
    await expect(writing).rejects.toThrow('gone')
  })
})
