import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccountStore } from '../../app/adapters/database/account-store'
import { createKnowledgeStore } from '../../app/adapters/database/knowledge-store'
import { createJobQueue } from '../../app/adapters/jobs/create-job-queue'
import type { FileOutcome, ImportPlace, KnowledgeStore, NewVersion } from '../../app/domain/knowledge/knowledge-ports'
import { type ParsedPassage, placePassages } from '../../app/domain/knowledge/passage'
import { splitProvisions } from '../../app/domain/knowledge/split-provisions'
import { openEmbedded, openOnPostgres } from '../open-migrated'
import type { TestDatabase } from '../test-database'

// The same suite on both databases: what holds on one holds on the other.

const at = (second: number) => new Date(Date.UTC(2026, 10, 1, 8, 0, second))
const piece = (article: string, text: string, effectiveFrom?: string | null): ParsedPassage => ({
  article,
  headings: ['第一章 總則'],
  text,
  paragraphs: splitProvisions(text),
  ...(effectiveFrom !== undefined && { effectiveFrom }),
})
const version = (title: string, label: string, more: Partial<NewVersion> = {}): NewVersion => ({
  document: { id: title, kind: 'regulation', title },
  organisationId: null,
  label,
  level: '法律',
  amendedOn: label,
  effectiveFrom: label,
  effectiveBasis: 'stated',
  effectiveNote: '',
  isRepealed: false,
  sourceUrl: null,
  checksum: `${title} ${label} ${more.organisationId ?? ''}`,
  origin: 'upload',
  fileName: `${title}.md`,
  flags: [],
  importedAt: at(0),
  importedById: null,
  ...more,
})
const DONE: FileOutcome = {
  status: 'refused',
  reason: null,
  flags: [],
  documentId: null,
  versionId: null,
  passageCount: null,
}

describe.each([
  ['embedded', openEmbedded],
  ['PostgreSQL', openOnPostgres],
] as const)('knowledge store on %s', (_name, open) => {
  let database: TestDatabase | null
  let store: KnowledgeStore
  const put = (one: NewVersion, pieces: ParsedPassage[], file?: ImportPlace) =>
    store.storeText(one, (versionId) => placePassages(one.document, versionId, pieces), file)

  beforeAll(async () => {
    database = await open()
    if (database) store = createKnowledgeStore(database.prisma)
  })
  afterAll(() => database?.close())
  const testWhenInstalled = (name: string, run: () => Promise<void>) =>
    test(name, async (context) => {
      if (!database) return context.skip()
      await run()
    })

  testWhenInstalled('a text comes back as it was, and counts the revision up', async () => {
    const before = await store.readRevision()
    const text = version('甲法', '2024-01-01', { flags: [{ code: 'instruction', quote: '忽略「以上」', count: 1 }] })
    const pieces = [piece('1', '第一條的字 😀\n第二項'), piece('1-1', '未定', null), piece('2', '另日', '2025-01-01')]
    expect(await put(text, pieces)).toEqual({ status: 'stored', documentId: '甲法', versionId: '2024-01-01' })
    expect(await store.readRevision()).toBe(before + 1)
    const { document, ...rest } = text
    expect(await store.listVersions(null)).toEqual([
      { ...rest, id: '2024-01-01', documentId: '甲法', kind: document.kind, title: document.title, passageCount: 3 },
    ])
    const passages = await store.listPassages('甲法', '2024-01-01')
    expect(
      passages.map(({ id, ordinal, article, text: words, effectiveFrom }) => [
        id,
        ordinal,
        article,
        words,
        effectiveFrom,
      ]),
    ).toEqual([
      ['甲法@2024-01-01#1', 0, '1', '第一條的字 😀\n第二項', undefined],
      ['甲法@2024-01-01#1-1', 1, '1-1', '未定', null],
      ['甲法@2024-01-01#2', 2, '2', '另日', '2025-01-01'],
    ])
    expect(await store.listPassagesOf([{ documentId: '甲法', id: '2024-01-01' }])).toEqual(passages)
    expect(await store.findPassage('甲法@2024-01-01#1', null)).toEqual(passages[0])
  })

  testWhenInstalled('the same content is stored once; another text of one day gets a name of its own', async () => {
    const before = await store.readRevision()
    expect((await put(version('甲法', '2024-01-01'), [piece('1', '字')])).status).toBe('duplicate')
    expect(await store.readRevision()).toBe(before)
    const other = version('甲法', '2024-01-01', { checksum: 'other' })
    expect(await put(other, [piece('1', '別的字')])).toEqual({
      status: 'stored',
      documentId: '甲法',
      versionId: '2024-01-01~2',
    })
  })

  testWhenInstalled('two who store the same day at once both get through', async () => {
    const results = await Promise.all(
      ['a', 'b', 'c'].map((checksum) =>
        put(version('競法', '2024-01-01', { checksum: `競 ${checksum}` }), [piece('1', checksum)]),
      ),
    )
    expect(new Set(results.map((one) => one.versionId)).size).toBe(3)
  })

  testWhenInstalled('when a passage cannot be stored nothing of its text is', async () => {
    const before = await store.readRevision()
    const twice = [piece('1', '甲'), piece('1', '乙')]
    await expect(
      store.storeText(version('壞法', '2024-01-01'), (versionId) =>
        placePassages({ id: '壞法', kind: 'regulation', title: '壞法' }, versionId, twice).map((one) => ({
          ...one,
          id: 'same',
        })),
      ),
    ).rejects.toThrow()
    expect((await store.listVersions(null)).filter((one) => one.documentId === '壞法')).toEqual([])
    expect(await store.readRevision()).toBe(before)
  })

  testWhenInstalled(
    'an organisation sees what is its own and what is everybody’s, and nothing of another',
    async () => {
      await put(version('私法', '2024-01-01', { organisationId: 'here' }), [piece('1', '我們的')])
      const titles = async (viewer: string | null) =>
        new Set((await store.listVersions(viewer)).map((one) => one.title))
      expect((await titles('here')).has('私法')).toBe(true)
      expect((await titles('here')).has('甲法')).toBe(true)
      expect((await titles('there')).has('私法')).toBe(false)
      expect((await titles(null)).has('私法')).toBe(false)
      expect(await store.findPassage('私法@2024-01-01#1', 'there')).toBeNull()
      expect((await store.findPassage('私法@2024-01-01#1', 'here'))?.text).toBe('我們的')
      // The other one may have the very same text, under another name.
      const theirs = version('私法', '2024-01-01', { organisationId: 'there', checksum: '私法 2024-01-01 here' })
      expect(await put(theirs, [piece('1', '我們的')])).toMatchObject({ status: 'stored', versionId: '2024-01-01~2' })
    },
  )

  testWhenInstalled('a document is retired for one organisation or for all, and taken back', async () => {
    const retired = async (viewer: string | null) =>
      (await store.listRetired(viewer)).map((one) => [one.documentId, one.isForAll])
    await store.retire('甲法', 'here', at(1), null)
    expect([await retired('here'), await retired('there'), await retired(null)]).toEqual([[['甲法', false]], [], []])
    await store.retire('競法', null, at(1), null)
    expect(await retired('there')).toEqual([['競法', true]])
    await store.restore('競法', null)
    await store.restore('甲法', 'here')
    expect(await retired('here')).toEqual([])
  })

  const startImport = async (id: string, names: string[], organisationId: string | null = null) => {
    const files = names.map((name) => ({
      name,
      sizeBytes: 3,
      kind: 'guide' as const,
      content: new Uint8Array([0, 255, 7]),
      reason: null,
    }))
    await store.createImport({ id, organisationId, personId: 'ann', origin: 'upload', createdAt: at(1) }, files)
  }

  testWhenInstalled('a file is claimed by one of many, with its bytes', async () => {
    await startImport('i1', ['a.md'])
    const place = { importId: 'i1', position: 0 }
    const claims = await Promise.all(Array.from({ length: 6 }, () => store.claimFile(place, at(10), at(5))))
    const got = claims.filter((one) => one !== null)
    expect(got).toHaveLength(1)
    expect({ ...got[0], bytes: [...got[0]!.bytes] }).toEqual({
      name: 'a.md',
      kind: 'guide',
      bytes: [0, 255, 7],
      organisationId: null,
      personId: 'ann',
      origin: 'upload',
    })
    // Whoever claimed it is gone: after a while another takes it up.
    expect(await store.claimFile(place, at(40), at(20))).not.toBeNull()
    expect(await store.releaseFiles(at(30))).not.toContainEqual(place)
    expect(await store.claimFile(place, at(45), at(20))).toBeNull()
    expect(await store.releaseFiles(at(50))).toContainEqual(place)
    expect(await store.claimFile(place, at(50), at(20))).not.toBeNull()
  })

  testWhenInstalled('an import ends with its last file, which gives up its content', async () => {
    await startImport('i2', ['a.md', 'b.md'], 'here')
    expect(await store.hasUnfinished()).toBe(true)
    await store.finishFile({ importId: 'i2', position: 0 }, DONE, at(2))
    expect((await store.findImport('i2', 'here'))?.status).toBe('running')
    const text = version('乙法', '2024-01-01', { organisationId: 'here', importedAt: at(3) })
    await put(text, [piece('1', '字')], { importId: 'i2', position: 1 })
    const done = await store.findImport('i2', 'here')
    expect(done).toMatchObject({ status: 'done', finishedAt: at(3) })
    expect(done?.files.map((file) => [file.name, file.status, file.documentId, file.passageCount])).toEqual([
      ['a.md', 'refused', null, null],
      ['b.md', 'imported', '乙法', 1],
    ])
    expect(await store.findImport('i2', 'there')).toBeNull()
    const kept = await database!.prisma.knowledgeImportFile.count({ where: { importId: 'i2', content: { not: null } } })
    expect(kept).toBe(0)
  })

  testWhenInstalled('an import of which nothing was good has failed', async () => {
    await startImport('i3', ['a.md'])
    await store.finishFile(
      { importId: 'i3', position: 0 },
      { ...DONE, reason: { code: 'broken', message: { zh: '壞', en: 'broken' } } },
      at(2),
    )
    expect(await store.findImport('i3', null)).toMatchObject({
      status: 'failed',
      files: [{ status: 'refused', reason: { code: 'broken' } }],
    })
    // What is dealt with is not dealt with again.
    expect(await store.claimFile({ importId: 'i3', position: 0 }, at(3), at(3))).toBeNull()
  })

  testWhenInstalled('jobs run, also those added before anybody worked', async () => {
    const queue = createJobQueue(database!.pool, (error) => expect.unreachable(error.message))
    const seen: string[] = []
    await queue.add([
      { importId: 'j', position: 0 },
      { importId: 'j', position: 1 },
    ])
    await queue.start(async ({ importId, position }) => {
      seen.push(`${importId} ${position}`)
    })
    await queue.add([{ importId: 'j', position: 2 }])
    await expect.poll(() => [...seen].sort(), { timeout: 8_000 }).toEqual(['j 0', 'j 1', 'j 2'])
    await queue.stop()
  })

  testWhenInstalled('citations on scorecards keep to the scope', async () => {
    const accounts = createAccountStore(database!.prisma)
    await accounts.createOrganisation({ id: 'here', name: '某公司', isDemo: false, createdAt: at(0) })
    await accounts.createTeam({ id: 'team-a', organisationId: 'here', name: '甲隊' })
    await accounts.createPerson({
      personId: 'ann',
      organisationId: 'here',
      teamId: 'team-a',
      role: 'trainee',
      name: '安',
      email: 'ann@example.test',
      isDemo: false,
      createdAt: at(0),
      passwordHash: null,
    })
    await database!.prisma.roleplay.create({
      data: {
        id: 'talk',
        personId: 'ann',
        scenarioId: 'some',
        mode: 'practice',
        status: 'ended',
        engine: 'embedded',
        seed: 's',
        asOf: '2026-11-01',
        state: {},
        ledger: {},
        versions: {},
        scorecard: { violations: [{ cite: ['甲法 §1'] }], ledger: [{ cite: ['甲法 §1', '乙法 §2'] }] },
        startedAt: at(1),
        lastTurnAt: at(1),
        endedAt: at(2),
      },
    })
    const list = (organisationId: string, teamId: string | null) =>
      store.listScorecardCitations({ organisationId, teamId }, 10)
    expect(await list('here', 'team-a')).toEqual([
      { roleplayId: 'talk', personName: '安', scenarioId: 'some', startedAt: at(1), cites: ['甲法 §1', '乙法 §2'] },
    ])
    expect(await list('here', 'team-b')).toEqual([])
    expect(await list('there', null)).toEqual([])
  })
})
