import { beforeAll, describe, expect, test } from 'vitest'
import { loadContent } from '../../adapters/files/load-content'
import type { Content } from '../../domain/content'
import type { StoredPassage, StoredVersion } from '../../domain/knowledge/knowledge-ports'
import { createTalkKnowledgeReader } from './read-talk-knowledge'

const version = (
  documentId: string,
  title: string,
  kind: StoredVersion['kind'],
  effectiveFrom: string | null,
  id = '1',
) =>
  ({
    id,
    documentId,
    kind,
    title,
    passageCount: 1,
    amendedOn: effectiveFrom,
    effectiveFrom,
    isRepealed: false,
    importedAt: new Date('2025-01-01'),
  }) as StoredVersion

const passage = (documentId: string, article: string | null, text: string, versionId = '1'): StoredPassage => ({
  id: `${documentId}-${versionId}-${article ?? 'p'}`,
  documentId,
  versionId,
  ordinal: 0,
  article,
  headings: [],
  text,
})

const VERSIONS = [
  version('law', '保險法', 'regulation', '2015-02-04'),
  version('law', '保險法', 'regulation', '2026-06-01', '2'),
  version('annuity', '年金', 'product', null),
  version('other', '別的商品', 'product', null),
  version('guide', '指南', 'guide', null),
]
const PASSAGES = [
  passage('law', '64', '舊的第六十四條'),
  passage('law', '64', '新的第六十四條', '2'),
  passage('annuity', null, '年金累積期間至少十年。'),
  passage('other', null, '別的商品。'),
  passage('guide', null, '指南。'),
]

function openStore(retired: string[] = []) {
  const asked: string[] = []
  let fails = 0
  return {
    asked,
    failOnce: () => fails++,
    readRevision: async () => 7,
    listVersions: async () => VERSIONS,
    listRetired: async () => retired.map((documentId) => ({ documentId, retiredAt: new Date(0), isForAll: true })),
    listPassagesOf: async (versions: readonly { documentId: string; id: string }[]) => {
      if (fails-- > 0) throw new Error('no connection')
      asked.push(...versions.map((one) => `${one.documentId}@${one.id}`))
      return PASSAGES.filter((one) => versions.some((v) => v.documentId === one.documentId && v.id === one.versionId))
    },
  }
}

const building = { getAtHand: async () => null }
let content: Content
beforeAll(async () => {
  content = await loadContent(process.cwd())
})

describe('while the first index is being built', () => {
  test('law and product of the day come straight from the store, and nothing else is read', async () => {
    const store = openStore()
    const read = createTalkKnowledgeReader(building, store, content)
    const known = await read(null, '2025-06-01', ['annuity'])
    expect(store.asked).toEqual(['law@1', 'law@2', 'annuity@1'])
    expect(known?.findArticle('保險法', '64')?.text).toBe('舊的第六十四條')
    expect(known?.facts.products.map((one) => one.passages.map((text) => text.text))).toEqual([
      ['年金累積期間至少十年。'],
    ])
    expect(known?.findPassage('other-1-p')).toBeNull()
    expect(known?.facts.laws).toHaveLength(content.lawClaims.length)
  })

  test('the newer text counts from its day', async () => {
    const known = await createTalkKnowledgeReader(building, openStore(), content)(null, '2026-06-01', [])
    expect(known?.findArticle('保險法', '64')?.text).toBe('新的第六十四條')
  })

  test('turns of one moment share what was read', async () => {
    const store = openStore()
    const read = createTalkKnowledgeReader(building, store, content)
    const [one, two] = await Promise.all([read(null, '2025-06-01', []), read(null, '2025-06-01', [])])
    expect(one).toBe(two)
    expect(store.asked).toEqual(['law@1', 'law@2'])
  })

  test('retired texts are not read; with none left nothing is known', async () => {
    const store = openStore(['law', 'annuity'])
    expect(await createTalkKnowledgeReader(building, store, content)(null, '2025-06-01', ['annuity'])).toBeNull()
    expect(store.asked).toEqual([])
  })

  test('after a failure the next turn tries again', async () => {
    const store = openStore()
    store.failOnce()
    const read = createTalkKnowledgeReader(building, store, content)
    await expect(read(null, '2025-06-01', [])).rejects.toThrow('no connection')
    expect(await read(null, '2025-06-01', [])).not.toBeNull()
  })
})
