import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createJudgeReviewStore } from '../../app/adapters/database/judge-review-store'
import type { JudgeReviewStore } from '../../app/domain/governance/judge-review'
import { openEmbedded, openOnPostgres } from '../open-migrated'
import type { TestDatabase } from '../test-database'

// The same suite on both databases: what holds on one holds on the other.

const at = (second: number) => new Date(Date.UTC(2026, 10, 1, 8, 0, second))
const SCOPE = { organisationId: 'here', teamId: null }
const ALL = { state: null, heardBy: null }
const PAGE = { offset: 0, limit: 10 }
const dispute = (code: string, heardBy: string, counts: boolean) => ({
  code,
  heardBy,
  quote: '您好',
  counts,
  rule: 'E1',
})

async function seed({ prisma }: TestDatabase): Promise<void> {
  await prisma.organisation.create({ data: { id: 'here', name: '這裡', createdAt: at(0) } })
  await prisma.team.create({ data: { id: 'one', organisationId: 'here', name: '一組' } })
  const person = (id: string, teamId: string | null) =>
    prisma.person.create({
      data: { id, organisationId: 'here', teamId, role: 'trainee', name: id, email: `${id}@x.test`, createdAt: at(0) },
    })
  await person('ann', 'one')
  await person('lead', null)
  const talk = (id: string, personId: string, engine: string) =>
    prisma.roleplay.create({
      data: {
        ...{
          id,
          personId,
          engine,
          scenarioId: 's',
          mode: 'practice',
          seed: 'x',
          asOf: '2026-11-01',
          openingText: '請坐。',
        },
        ...{ state: {}, ledger: [], versions: {}, startedAt: at(0), lastTurnAt: at(0) },
      },
    })
  await talk('t1', 'ann', 'llm')
  await talk('t2', 'lead', 'llm')
  await talk('t3', 'ann', 'embedded')
  const turn = (roleplayId: string, turnIndex: number, perceptions: object) =>
    prisma.turn.create({
      data: {
        ...{ roleplayId, turnIndex, turnId: `${turnIndex}`, text: `我說${turnIndex}`, replyText: `答${turnIndex}` },
        ...{ mood: 'calm', score: {}, state: {}, ledger: [], perceptions, acceptedAt: at(turnIndex) },
      },
    })
  const merged = (...disagreements: object[]) => ({ merged: { status: 'perceived', disagreements } })
  await turn('t1', 0, merged(dispute('opening.greet', 'embedded', true)))
  await turn(
    't1',
    1,
    merged(
      dispute('closing.ask', 'model', false),
      dispute('closing.next_step', 'model', false),
      // The same code at a second place of the turn is the same question to the reviewer.
      dispute('closing.next_step', 'model', true),
    ),
  )
  await turn('t1', 2, { merged: { status: 'failed', reason: 'x' } })
  await turn('t1', 3, { embedded: { status: 'perceived' } })
  await turn('t2', 0, merged(dispute('opening.greet', 'embedded', true)))
  await turn('t3', 0, merged(dispute('opening.greet', 'embedded', true)))
}

describe.each([
  ['embedded', openEmbedded],
  ['PostgreSQL', openOnPostgres],
] as const)('reviews of judging on %s', (_name, open) => {
  let database: TestDatabase | null
  let store: JudgeReviewStore
  beforeAll(async () => {
    database = await open()
    if (!database) return
    store = createJudgeReviewStore(database.prisma)
    await seed(database)
  })
  afterAll(() => database?.close())
  const testWhenInstalled = (name: string, run: () => Promise<void>) =>
    test(name, async (context) => {
      if (!database) return context.skip()
      await run()
    })

  testWhenInstalled(
    'lists what one tier heard alone, newest first, not of the reader nor of talks without a model',
    async () => {
      const found = await store.list(SCOPE, 'lead', ALL, PAGE)
      expect(found.map((one) => [one.roleplayId, one.turnIndex, one.code, one.clientText])).toEqual([
        ['t1', 1, 'closing.ask', '答0'],
        ['t1', 1, 'closing.next_step', '答0'],
        ['t1', 0, 'opening.greet', '請坐。'],
      ])
      expect(found[0]).toMatchObject({
        heardBy: 'model',
        counts: false,
        utterance: '我說1',
        personName: 'ann',
        review: null,
      })
      expect(await store.list(SCOPE, 'lead', { state: null, heardBy: 'embedded' }, PAGE)).toHaveLength(1)
      expect(await store.list(SCOPE, 'lead', ALL, { offset: 1, limit: 1 })).toHaveLength(1)
      expect(await store.list({ organisationId: 'here', teamId: 'two' }, 'lead', ALL, PAGE)).toEqual([])
      expect(await store.list({ organisationId: 'there', teamId: null }, 'lead', ALL, PAGE)).toEqual([])
    },
  )

  testWhenInstalled('keeps the last verdict, and counts by it', async () => {
    const key = { roleplayId: 't1', turnIndex: 1, code: 'closing.ask', heardBy: 'model' } as const
    expect(await store.has(key)).toBe(true)
    expect(await store.has({ ...key, heardBy: 'embedded' })).toBe(false)
    const said = { ...key, reviewedById: 'lead', reviewedAt: at(9) }
    await store.save({ ...said, verdict: 'shown' })
    await store.save({ ...said, verdict: 'not-shown' })
    const done = await store.list(SCOPE, 'lead', { state: 'done', heardBy: null }, PAGE)
    expect(done.map((one) => [one.code, one.review])).toEqual([
      ['closing.ask', { verdict: 'not-shown', reviewedByName: 'lead' }],
    ])
    expect(await store.list(SCOPE, 'lead', { state: 'open', heardBy: null }, PAGE)).toHaveLength(2)
    const counts = await store.count({ organisationId: 'here', teamId: 'one' }, 'lead')
    expect(counts).toHaveLength(3)
    expect(counts).toContainEqual({ heardBy: 'model', counts: false, verdict: 'not-shown', disputes: 1 })
    expect(counts).toContainEqual({ heardBy: 'model', counts: true, verdict: null, disputes: 1 })
  })
})
