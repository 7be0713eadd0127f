import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccountStore } from '../../app/adapters/database/account-store'
import { migrate } from '../../app/adapters/database/migrate'
import { createRoleplayStore } from '../../app/adapters/database/roleplay-store'
import { createRateLimit } from '../../app/adapters/rate-limit/create-rate-limit'
import type { AccountStore, PersonRecord, RoleplayRecord, RoleplayStore, TurnRecord } from '../../app/domain/ports'
import { openEmbedded, openOnPostgres } from '../open-migrated'
import type { TestDatabase } from '../test-database'

// The same suite on both databases, with the same migrations: what holds on one holds on the other.

const at = (second: number) => new Date(Date.UTC(2026, 10, 1, 8, 0, second))
const person = (id: string, more: Partial<PersonRecord> = {}): PersonRecord & { passwordHash: string | null } => ({
  personId: id,
  organisationId: 'org',
  teamId: 'team-a',
  role: 'trainee',
  name: `名字 ${id}`,
  email: `${id}@example.test`,
  isDemo: false,
  createdAt: at(0),
  passwordHash: null,
  ...more,
})

const state = { trust: 40, ended: null } as unknown as RoleplayRecord['state']
const ledger: RoleplayRecord['ledger'] = {
  dutiesVersion: 1,
  entries: [],
  progress: {},
  stage: 'opening',
  turnCount: 0,
  stageCodes: { discovery: [], proposal: [], closing: [] },
  discoveryFromTurns: 2,
}
const roleplay = (id: string, personId = 'ann'): RoleplayRecord => ({
  id,
  personId,
  scenarioId: 'some-scenario',
  mode: 'practice',
  engine: 'embedded',
  seed: 'seed',
  asOf: '2026-11-01',
  openingText: '坐啦，先喝茶。',
  state,
  ledger,
  turnCount: 0,
  hintsUsed: 0,
  forkedFromId: null,
  forkedAtTurn: null,
  versions: { catalogue: 2, rubric: 1, scenario: 1, persona: 1 },
  scorecard: null,
  startedAt: at(1),
  lastTurnAt: at(1),
  endedAt: null,
})
const turn = (turnIndex: number, turnId: string, total: number | null): TurnRecord => ({
  turnIndex,
  turnId,
  text: `第 ${turnIndex} 句「😀」`,
  replyText: '嗯。',
  mood: 'neutral',
  score:
    total === null
      ? { status: 'not-scored', reason: 'judge failed' }
      : { status: 'scored', total, items: [], observations: [], advice: [], betterWording: null },
  state,
  ledger,
  perceptions: {},
  acceptedAt: at(10 + turnIndex),
})
const change = (second: number) => ({ state, scorecard: null, lastTurnAt: at(second), endedAt: null })

describe.each([
  ['embedded', openEmbedded],
  ['PostgreSQL', openOnPostgres],
] as const)('stores on %s', (_name, open) => {
  let database: TestDatabase | null
  let accounts: AccountStore
  let roleplays: RoleplayStore

  beforeAll(async () => {
    database = await open()
    if (!database) return
    accounts = createAccountStore(database.prisma)
    roleplays = createRoleplayStore(database.prisma)
    await accounts.createOrganisation({ id: 'org', name: '某公司', isDemo: false, createdAt: at(0) })
    await accounts.createTeam({ id: 'team-a', organisationId: 'org', name: '甲隊' })
    await accounts.createTeam({ id: 'team-b', organisationId: 'org', name: '乙隊' })
    for (const one of [person('ann'), person('bob', { teamId: 'team-b' }), person('cat', { isDemo: true })])
      expect(await accounts.createPerson(one)).toBe('created')
  })
  afterAll(() => database?.close())
  const testWhenInstalled = (name: string, body: () => Promise<void>) =>
    test(name, async (context) => {
      if (!database) context.skip('not installed')
      await body()
    })

  testWhenInstalled('a turn is stored once, whoever sends it at the same time', async () => {
    await roleplays.create(roleplay('race'), [])
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, i) => roleplays.appendTurn('race', turn(0, `turn-${i}`, 50), change(11))),
    )
    expect(results.filter((result) => result === 'stored')).toHaveLength(1)
    const talk = await roleplays.find('race')
    expect(talk?.turns).toHaveLength(1)
    expect(talk?.roleplay.turnCount).toBe(1)
  })

  testWhenInstalled('an id cannot be used for a second turn', async () => {
    await roleplays.create(roleplay('twice'), [])
    expect(await roleplays.appendTurn('twice', turn(0, 'same', 50), change(11))).toBe('stored')
    expect(await roleplays.appendTurn('twice', turn(1, 'same', 50), change(12))).toBe('conflict')
    expect((await roleplays.find('twice'))?.roleplay.turnCount).toBe(1)
  })

  testWhenInstalled('what is stored comes back as it was', async () => {
    const stored = roleplay('whole')
    await roleplays.create(stored, [turn(0, 'a', 70)])
    const talk = await roleplays.find('whole')
    expect(talk).toEqual({
      roleplay: stored,
      owner: { personId: 'ann', organisationId: 'org', teamId: 'team-a', name: '名字 ann' },
      turns: [turn(0, 'a', 70)],
      hints: [],
    })
    const { turnIndex, turnId, text, replyText, score, acceptedAt } = turn(0, 'a', 70)
    expect(await roleplays.findSoFar('whole')).toEqual({
      roleplay: stored,
      owner: talk!.owner,
      turns: [{ turnIndex, turnId, text, replyText, score, acceptedAt }],
    })
    expect(await roleplays.findSoFar('nobody')).toBeNull()
  })

  testWhenInstalled('an ended talk takes no turn, no second end and no hint', async () => {
    await roleplays.create(roleplay('over'), [])
    const end = { ...change(20), endedAt: at(20) }
    expect(await roleplays.end('over', 0, end)).toBe('stored')
    expect(await roleplays.end('over', 0, end)).toBe('conflict')
    expect(await roleplays.appendTurn('over', turn(0, 'late', 50), change(21))).toBe('conflict')
    const hint = { id: 'hint', turnIndex: 0, text: { zh: '先聽', en: 'Listen' }, askedAt: at(22) }
    expect(await roleplays.addHint('over', hint)).toBe('conflict')
  })

  testWhenInstalled('a hint for one turn is counted once', async () => {
    await roleplays.create(roleplay('hinted'), [])
    const hint = (id: string) => ({ id, turnIndex: 0, text: { zh: '先聽', en: 'Listen' }, askedAt: at(22) })
    expect(await roleplays.addHint('hinted', hint('hint-1'))).toBe('stored')
    expect(await roleplays.addHint('hinted', hint('hint-2'))).toBe('conflict')
    const talk = await roleplays.find('hinted')
    expect(talk?.roleplay.hintsUsed).toBe(1)
    expect(talk?.hints).toEqual([hint('hint-1')])
  })

  testWhenInstalled('lists keep to the person and to the team, newest first', async () => {
    await roleplays.create({ ...roleplay('bobs', 'bob'), startedAt: at(40) }, [turn(0, 'x', 30), turn(1, 'y', null)])
    const own = await roleplays.listByPerson('bob', 10)
    expect(own.map((talk) => [talk.id, talk.personName, talk.turnTotals])).toEqual([['bobs', '名字 bob', [30, null]]])
    const teamA = await roleplays.listByScope({ organisationId: 'org', teamId: 'team-a' }, 50)
    expect(teamA.length).toBeGreaterThan(0)
    expect(new Set(teamA.map((talk) => talk.personId))).toEqual(new Set(['ann']))
    const all = await roleplays.listByScope({ organisationId: 'org', teamId: null }, 50)
    expect(all[0]?.id).toBe('bobs')
    expect(await roleplays.listByScope({ organisationId: 'elsewhere', teamId: null }, 50)).toEqual([])
  })

  testWhenInstalled('sessions and tokens: found by hash, over when ended or old', async () => {
    const session = { id: 'hash-1', device: 'Chrome', createdAt: at(0), lastSeenAt: at(0), expiresAt: at(50) }
    await accounts.createSession('ann', session)
    expect((await accounts.findBySession('hash-1', at(10)))?.personId).toBe('ann')
    expect(await accounts.findBySession('hash-1', at(50))).toBeNull()
    expect(await accounts.listSessions('ann', at(10))).toEqual([session])
    await accounts.endSession('bob', 'hash-1')
    expect(await accounts.findBySession('hash-1', at(10))).not.toBeNull()
    await accounts.endSession('ann', 'hash-1')
    expect(await accounts.findBySession('hash-1', at(10))).toBeNull()

    await accounts.createApiToken('bob', { tokenHash: 'token-1', name: '報表', createdAt: at(0) })
    expect((await accounts.findByApiToken('token-1'))?.personId).toBe('bob')
    await accounts.deleteApiToken('ann', 'token-1')
    expect(await accounts.findByApiToken('token-1')).not.toBeNull()
    await accounts.deleteApiToken('bob', 'token-1')
    expect(await accounts.findByApiToken('token-1')).toBeNull()
  })

  testWhenInstalled('an e-mail address belongs to one person', async () => {
    expect(await accounts.createPerson(person('ann-2', { email: 'ann@example.test' }))).toBe('taken')
    expect((await accounts.findByEmail('ann@example.test'))?.person.personId).toBe('ann')
    expect(await accounts.hasOnlyDemoPeople()).toBe(false)
    expect((await accounts.listDemoPeople()).map((one) => one.personId)).toEqual(['cat'])
  })

  testWhenInstalled('the shared rate limit counts in the database', async () => {
    const limit = await createRateLimit({ name: 'test', calls: 2, perSeconds: 60 }, database!.pool)
    expect([await limit.take('k'), await limit.take('k')]).toEqual([0, 0])
    expect(await limit.take('k')).toBeGreaterThan(0)
    expect(await limit.take('other')).toBe(0)
  })

  testWhenInstalled('a commit waits for the disk', async () => {
    const { rows } = await database!.pool.query<{ fsync: string; commit: string }>(
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit`,
    )
    expect(rows).toEqual([{ fsync: 'on', commit: 'on' }])
  })

  testWhenInstalled('migrating again changes nothing', async () => {
    expect(await migrate(database!.pool)).toEqual([])
  })
})
