import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildSearchIndex } from './build-index'
import { searchPassages } from './search-passages'
import { ALL_INGREDIENTS, type SearchablePassage, type SearchVocabulary } from './search-types'

function passage(
  title: string,
  article: string | null,
  text: string,
  more: Partial<SearchablePassage> & { id?: string } = {},
): SearchablePassage {
  const { id = article === null ? title : `${title}§${article}`, ...rest } = more
  return {
    passage: { id, article, headings: [], text },
    kind: 'regulation',
    title,
    effectiveFrom: null,
    effectiveTo: null,
    ...rest,
  }
}

const PASSAGES = [
  passage(
    '保險法',
    '64',
    '訂立契約時，要保人對於保險人之書面詢問，應據實說明。\n要保人有為隱匿或不實之說明者，保險人得解除契約。',
  ),
  passage('保險法', '109', '被保險人故意自殺者，保險人不負給付保險金額之責任。'),
  passage('保險法', '116', '保險費到期未交付者，經催告到達後屆三十日仍不交付時，保險契約之效力停止。'),
  passage('保險法', '119', '要保人終止保險契約，保險人應於接到通知後一個月內償付解約金。'),
  passage('保險業務員管理規則', '19', '業務員不得挪用保險費。'),
  passage('保險業務員管理規則', '64', '本規則自發布日施行。'),
  passage('新人手冊', null, '先聽客戶說話，再介紹商品。', { kind: 'guide' }),
]
const VOCABULARY: Partial<SearchVocabulary> = {
  aliases: [
    { law: '保險法', article: '109', aliases: ['想不開走了還賠不賠', '燒炭身亡保險會給錢嗎'] },
    { law: '別的法', article: '1', aliases: ['沒有這一條的問題'] },
  ],
  synonyms: [['解約金', '退保金']],
  concepts: [{ concept: 'nondisclosure', everyday: ['瞞著病史', '沒老實講'], statute: ['據實說明', '不實之說明'] }],
  lawAliases: { 保險業務員管理規則: ['業管規'] },
  stopPatterns: ['請問', '會怎樣', '嗎'],
}
const index = buildSearchIndex(PASSAGES, VOCABULARY)
const idsOf = (query: string, k = 3) => searchPassages(index, { query, k }).hits.map((hit) => hit.passageId)

describe('searchPassages', () => {
  test('finds by the words of the text, in simplified writing and with a typo too', () => {
    expect(idsOf('故意自殺')[0]).toBe('保險法§109')
    expect(idsOf('保险费到期未交付')[0]).toBe('保險法§116')
    expect(idsOf('保險費到其未交付')[0]).toBe('保險法§116')
  })

  test('finds by synonym, concept, measure and everyday alias', () => {
    expect(idsOf('退保金')[0]).toBe('保險法§119')
    expect(idsOf('當初沒老實講會怎樣')[0]).toBe('保險法§64')
    expect(idsOf('30天')[0]).toBe('保險法§116')
    expect(idsOf('他燒炭了')[0]).toBe('保險法§109')
  })

  test('an article asked for by number comes first, under any name of its law', () => {
    expect(idsOf('保險法64')[0]).toBe('保險法§64')
    expect(idsOf('業管規19條')[0]).toBe('保險業務員管理規則§19')
    expect(idsOf('保險法第一百十六條 挪用')[0]).toBe('保險法§116')
    expect(idsOf('第64條').sort()).toEqual(['保險業務員管理規則§64', '保險法§64'].sort())
  })

  test('says when nothing is good enough', () => {
    expect(searchPassages(index, { query: '據實說明', k: 1 }).isGoodEnough).toBe(true)
    expect(searchPassages(index, { query: '高鐵訂票與咖哩飯食譜', k: 1 }).isGoodEnough).toBe(false)
    expect(searchPassages(index, { query: '？！', k: 1 })).toEqual({ hits: [], isGoodEnough: false })
  })

  test('a query of nothing but asking is searched as it stands', () => {
    expect(searchPassages(index, { query: '請問', k: 1 }).isGoodEnough).toBe(false)
  })

  test('explains a hit', () => {
    const [hit] = searchPassages(index, { query: '燒炭 自殺', k: 1 }).hits
    expect(hit!.explain).toMatchObject({ isNamedArticle: false, isNamedLaw: false, lawWeight: 1, dense: null })
    expect(hit!.explain.alias!.text).toBe('燒炭身亡保險會給錢嗎')
    expect(hit!.explain.terms.find((one) => one.term === '自殺')!.fields).toEqual(['text'])
    expect(hit!.explain.terms.find((one) => one.term === '燒炭')!.fields).toEqual(['aliases'])
  })

  test('keeps to a kind', () => {
    expect(
      searchPassages(index, { query: '客戶 保險人', k: 9, kind: 'guide' }).hits.map((hit) => hit.passageId),
    ).toEqual(['新人手冊'])
  })

  test('a law that is nearer to what is asked comes first among equals', () => {
    const twins = [passage('甲法條', '1', '應通知。'), passage('乙法條', '1', '應通知。')]
    const ids = (lawWeights: Record<string, number>) =>
      searchPassages(buildSearchIndex(twins, { lawWeights }), { query: '通知', k: 2 }).hits.map((hit) => hit.passageId)
    expect(ids({})).toEqual(['甲法條§1', '乙法條§1'])
    expect(ids({ 乙法條: 1.1 })).toEqual(['乙法條§1', '甲法條§1'])
  })
})

describe('searchPassages as of a date', () => {
  const versions = buildSearchIndex([
    passage('茶會法', '1', '應有紅茶。', { id: 'old', effectiveFrom: '2022-12-02', effectiveTo: '2025-06-19' }),
    passage('茶會法', '1', '應有綠茶。', { id: 'new', effectiveFrom: '2025-06-20' }),
  ])
  const idsAt = (asOf?: string) =>
    searchPassages(versions, { query: '茶會法第1條', k: 5, ...(asOf ? { asOf } : {}) }).hits.map((hit) => hit.passageId)

  test('returns what was in force on that day, and without a day what is current', () => {
    expect(idsAt('2025-06-19')).toEqual(['old'])
    expect(idsAt('2025-06-20')).toEqual(['new'])
    expect(idsAt('2020-01-01')).toEqual([])
    expect(idsAt()).toEqual(['new'])
  })
})

describe('dense scores', () => {
  test('are mixed in with at most 0.3, and leave a clear result by words alone', () => {
    const scores = new Map([
      ['保險法§109', 0.1],
      ['保險法§119', 0.9],
    ])
    const { hits } = searchPassages(index, { query: '故意自殺', k: 3, dense: { scores, weight: 1 } })
    expect(hits[0]!.passageId).toBe('保險法§109')
    expect(hits[0]!.explain.dense).toBe(0)
  })

  test('bring in what no word of the query finds', () => {
    const dense = {
      scores: new Map([
        ['新人手冊', 0.9],
        ['保險法§109', 0.2],
      ]),
      weight: 0.3,
    }
    const ids = searchPassages(index, { query: '故意自殺', k: 9, dense }).hits.map((hit) => hit.passageId)
    expect(ids).toContain('新人手冊')
  })

  test('are fused by rank where the dense half has proved better, but a named article stays first', () => {
    const scores = new Map([
      ['新人手冊', 0.9],
      ['保險法§109', 0.2],
    ])
    const find = (query: string) => searchPassages(index, { query, k: 9, dense: { scores, weight: 0, isByRank: true } })
    // First by words and second by likeness, before first by likeness alone.
    expect(
      find('故意自殺')
        .hits.map((hit) => hit.passageId)
        .slice(0, 2),
    ).toEqual(['保險法§109', '新人手冊'])
    expect(find('保險法119條').hits[0]!.passageId).toBe('保險法§119')
  })

  test('never make good enough what is not so by words', () => {
    const dense = { scores: new Map([['新人手冊', 1]]), weight: 0.3 }
    const query = '披薩烤脆'
    expect(searchPassages(index, { query, k: 3, dense }).isGoodEnough).toBe(false)
    expect(searchPassages(index, { query, k: 3, dense: { ...dense, isByRank: true } }).isGoodEnough).toBe(false)
  })

  test('decide between equals', () => {
    const twins = buildSearchIndex([passage('甲法條', '1', '應通知。'), passage('乙法條', '1', '應通知。')])
    const dense = {
      scores: new Map([
        ['甲法條§1', 0.2],
        ['乙法條§1', 0.8],
      ]),
      weight: 0.2,
    }
    expect(searchPassages(twins, { query: '通知', k: 1, dense }).hits[0]!.passageId).toBe('乙法條§1')
  })
})

describe('properties', () => {
  const text = fc.string({ unit: fc.constantFrom(...'保險費解約金業務員故意自殺第條64 ，?a'), maxLength: 30 })

  test('any query gives at most k hits, each once, best first, the same every time', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 8 }), (query, k) => {
        const { hits } = searchPassages(index, { query, k })
        expect(hits.length).toBeLessThanOrEqual(k)
        expect(new Set(hits.map((hit) => hit.passageId)).size).toBe(hits.length)
        for (let i = 1; i < hits.length; i++) expect(hits[i - 1]!.score).toBeGreaterThanOrEqual(hits[i]!.score)
        expect(searchPassages(index, { query, k }).hits).toEqual(hits)
      }),
    )
  })

  test('a passage is found by a sentence of its own', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PASSAGES), (one) => {
        expect(idsOf(one.passage.text, 1)[0]).toBe(one.passage.id)
      }),
    )
  })

  test('each ingredient can be switched off', () => {
    for (const key of Object.keys(ALL_INGREDIENTS)) {
      const plain = buildSearchIndex(PASSAGES, VOCABULARY, { ...ALL_INGREDIENTS, [key]: false })
      expect(searchPassages(plain, { query: '故意自殺', k: 1 }).hits[0]!.passageId).toBe('保險法§109')
    }
  })
})
