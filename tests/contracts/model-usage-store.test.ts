import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccountStore } from '../../app/adapters/database/account-store'
import { createModelUsageStore } from '../../app/adapters/database/model-usage-store'
import type { ModelUsageStore, UsageCount } from '../../app/domain/governance/model-usage'
import { usageCount } from '../fixtures/usage-count'
import { openEmbedded, openOnPostgres } from '../open-migrated'
import type { TestDatabase } from '../test-database'

// The same suite on both databases: what holds on one holds on the other.

const TODAY = '2026-11-02'
const count = (more: Partial<UsageCount> = {}) =>
  usageCount(TODAY, { promptTokens: 10, completionTokens: 5, firstWordMs: 200, firstWords: 1, ...more })
const tokens = (scopeKind: 'person' | 'talk' | 'turn', scopeId: string, used: number, more: Partial<UsageCount> = {}) =>
  count({ scopeKind, scopeId, model: '', outcome: '', promptTokens: used, completionTokens: 0, ...more })

describe.each([
  ['embedded', openEmbedded],
  ['PostgreSQL', openOnPostgres],
] as const)('the store of model use on %s', (_name, open) => {
  let database: TestDatabase | null
  let usage: ModelUsageStore

  beforeAll(async () => {
    database = await open()
    if (database) usage = createModelUsageStore(database.prisma)
  })
  afterAll(() => database?.close())
  const testWhenInstalled = (name: string, body: () => Promise<void>) =>
    test(name, async (context) => {
      if (!database) context.skip('not installed')
      await body()
    })

  testWhenInstalled('what many add at once to the same rows, in any order, is all counted', async () => {
    const both = [count(), count({ purpose: 'judging', outcome: 'server-error', promptTokens: 1, completionTokens: 0 })]
    await Promise.all(Array.from({ length: 20 }, (_, i) => usage.add(i % 2 === 0 ? both : [...both].reverse())))
    const rows = await usage.listServer(TODAY)
    expect(rows).toHaveLength(2)
    expect(rows.find((row) => row.purpose === 'speech')).toEqual(
      count({ calls: 20, promptTokens: 200, completionTokens: 100, firstWordMs: 4_000, firstWords: 20 }),
    )
    // 20 times 15 and 20 times 1.
    expect(await usage.readTokens([{ kind: 'day', id: '' }], TODAY)).toEqual([320])
    await usage.add([])
    expect(await usage.listServer('2026-11-03')).toEqual([])
  })

  testWhenInstalled('a talk goes on over midnight, a person and the day begin anew; unknown is nothing', async () => {
    await usage.add([
      tokens('person', 'ann', 30, { localDate: '2026-11-01' }),
      tokens('talk', 'k1', 30, { localDate: '2026-11-01' }),
      tokens('person', 'ann', 7),
      tokens('person', 'ann', 2, { purpose: 'judging' }),
      tokens('talk', 'k1', 9),
      tokens('turn', 'k1/t1', 9),
    ])
    const asked = [
      { kind: 'talk', id: 'k1' },
      { kind: 'person', id: 'nobody' },
      { kind: 'person', id: 'ann' },
      { kind: 'turn', id: 'k1/t1' },
    ] as const
    expect(await usage.readTokens(asked, TODAY)).toEqual([39, 0, 9, 9])
    expect(await usage.readTokens([], TODAY)).toEqual([])
    // Tokens of persons are no rows of the server.
    expect((await usage.listServer('2026-01-01')).every((row) => row.scopeKind === 'day')).toBe(true)
  })

  testWhenInstalled('an organisation sees its own people alone, most first', async () => {
    const accounts = createAccountStore(database!.prisma)
    const at = new Date('2026-11-01T00:00:00Z')
    for (const id of ['here', 'there'])
      await accounts.createOrganisation({ id, name: `某公司 ${id}`, isDemo: false, createdAt: at })
    for (const [personId, organisationId] of [
      ['p1', 'here'],
      ['p2', 'here'],
      ['p3', 'there'],
    ] as const)
      await accounts.createPerson({
        personId,
        organisationId,
        teamId: null,
        role: 'trainee',
        name: `名字 ${personId}`,
        email: `${personId}@x.test`,
        isDemo: false,
        createdAt: at,
        passwordHash: null,
      })
    await usage.add([tokens('person', 'p1', 5), tokens('person', 'p2', 8), tokens('person', 'p3', 99)])
    await usage.add([tokens('person', 'p1', 50, { localDate: '2026-11-01' })])
    expect(await usage.listPersons('here', TODAY, 5)).toEqual([
      { personId: 'p2', name: '名字 p2', tokens: 8 },
      { personId: 'p1', name: '名字 p1', tokens: 5 },
    ])
    expect(await usage.listPersons('here', TODAY, 1)).toHaveLength(1)
  })

  testWhenInstalled('old days go, old turns sooner', async () => {
    await usage.add([
      count({ localDate: '2025-01-01' }),
      tokens('talk', 'old', 4, { localDate: '2025-01-01' }),
      tokens('talk', 'kept', 4, { localDate: '2026-10-01' }),
      tokens('turn', 'kept/t1', 4, { localDate: '2026-10-01' }),
    ])
    await usage.removeBefore({ turns: '2026-11-01', all: '2025-10-01' })
    const asked = [
      { kind: 'talk', id: 'old' },
      { kind: 'talk', id: 'kept' },
      { kind: 'turn', id: 'kept/t1' },
      { kind: 'turn', id: 'k1/t1' },
    ] as const
    expect(await usage.readTokens(asked, TODAY)).toEqual([0, 4, 0, 9])
    expect((await usage.listServer('2025-01-01')).every((row) => row.localDate === TODAY)).toBe(true)
  })
})
