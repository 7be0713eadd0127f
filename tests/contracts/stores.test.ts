import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccountStore } from '../../app/adapters/database/account-store'
import { createApprovalStore } from '../../app/adapters/database/approval-store'
import { createDataLogStore } from '../../app/adapters/database/data-log-store'
import { migrate } from '../../app/adapters/database/migrate'
import { createModelRegisterStore } from '../../app/adapters/database/model-register-store'
import { createRoleplayStore } from '../../app/adapters/database/roleplay-store'
import { createRateLimit } from '../../app/adapters/rate-limit/create-rate-limit'
import type { DataLogEntry } from '../../app/domain/governance/data-log'
import type { ModelEvaluation, RegisterEntry } from '../../app/domain/governance/model-register'
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
      pending: null,
    })
    const { turnIndex, turnId, text, replyText, score, acceptedAt } = turn(0, 'a', 70)
    expect(await roleplays.findSoFar('whole')).toEqual({
      roleplay: stored,
      owner: talk!.owner,
      turns: [{ turnIndex, turnId, text, replyText, score, acceptedAt }],
      pending: null,
    })
    expect(await roleplays.findSoFar('nobody')).toBeNull()
  })

  testWhenInstalled('a turn that waits for its reply is kept until the reply is stored, once', async () => {
    await roleplays.create(roleplay('waits'), [])
    const pending = (turnId: string) => ({ turnIndex: 0, turnId, text: '我想先聽聽您「😀」', acceptedAt: at(9) })
    const results = await Promise.all(['a', 'b', 'c'].map((id) => roleplays.acceptTurn('waits', pending(id))))
    expect(results.filter((result) => result === 'stored')).toHaveLength(1)
    const waiting = (await roleplays.findSoFar('waits'))!.pending!
    expect(waiting).toEqual(pending(waiting.turnId))
    expect((await roleplays.find('waits'))?.pending).toEqual(waiting)
    // Nothing else happens to the talk before the turn has its reply.
    expect(await roleplays.end('waits', 0, { ...change(20), endedAt: at(20) })).toBe('conflict')
    expect(await roleplays.appendTurn('waits', turn(0, waiting.turnId, 50), change(11))).toBe('stored')
    expect((await roleplays.find('waits'))?.pending).toBeNull()
    expect(await roleplays.acceptTurn('waits', pending('late'))).toBe('conflict')
    expect(await roleplays.acceptTurn('waits', { ...pending('next'), turnIndex: 1 })).toBe('stored')
    // A turn that cannot be stored leaves the words that wait where they are.
    expect(await roleplays.appendTurn('waits', turn(0, 'old', 50), change(12))).toBe('conflict')
    expect((await roleplays.findSoFar('waits'))?.pending?.turnId).toBe('next')
  })

  testWhenInstalled('the data log keeps kinds and counts, and lists them by filter', async () => {
    const log = createDataLogStore(database!.prisma)
    const entry = (id: string, more: object = {}): DataLogEntry => ({
      id,
      organisationId: 'org',
      personId: 'ann',
      roleplayId: 'waits',
      turnIndex: 0,
      purpose: 'speech',
      model: 'm',
      action: 'masked',
      found: [{ kind: 'phone', count: 2 }],
      at: at(30),
      ...more,
    })
    const other = entry('log-2', {
      purpose: 'judging',
      action: 'blocked',
      found: [{ kind: 'email', count: 1 }],
      at: at(31),
    })
    await log.add([entry('log-1'), other, entry('log-3', { organisationId: 'elsewhere' })])
    await log.add([])
    const any = { purpose: null, action: null, kind: null }
    const ids = async (filter: object) =>
      (await log.list('org', { ...any, ...filter }, 10)).entries.map((one) => one.id)
    expect(await log.list('org', any, 1)).toEqual({ entries: [other], total: 2 })
    expect(await ids({})).toEqual(['log-2', 'log-1'])
    expect(await ids({ purpose: 'speech' })).toEqual(['log-1'])
    expect(await ids({ action: 'blocked' })).toEqual(['log-2'])
    expect(await ids({ kind: 'phone' })).toEqual(['log-1'])
    expect(await log.list('org', { ...any, kind: 'card' }, 10)).toEqual({ entries: [], total: 0 })
  })

  testWhenInstalled(
    'the register has one entry for a purpose and a model; evaluations come back newest first',
    async () => {
      const register = createModelRegisterStore(database!.prisma)
      const entry: RegisterEntry = {
        id: 'entry-1',
        organisationId: 'org',
        purpose: 'speech',
        model: 'm',
        modelVersion: '2026-10',
        host: 'models.example.test',
        riskLevel: 'medium',
        dataUsed: '對談內容，個人資料已遮蔽',
        approvedBy: '王經理',
        approvedOn: '2026-10-01',
        updatedAt: at(40),
        updatedById: 'ann',
      }
      await register.save(entry)
      await register.save({ ...entry, id: 'entry-2', riskLevel: 'high', updatedAt: at(41) })
      await register.save({ ...entry, id: 'entry-3', organisationId: 'elsewhere' })
      expect(await register.list('org')).toEqual([{ ...entry, riskLevel: 'high', updatedAt: at(41) }])
      await register.remove('elsewhere', 'entry-1')
      expect(await register.list('org')).toHaveLength(1)
      await register.remove('org', 'entry-1')
      expect(await register.list('org')).toEqual([])

      const nothing = { fakeServer: 'x', persona: null, judging: null, grounding: null, safety: null }
      const evaluation = (id: string, second: number): ModelEvaluation => ({
        id,
        engine: 'llm',
        model: 'm',
        ranAt: at(second),
        versions: { catalogue: '2' },
        results: nothing,
      })
      await register.addEvaluation(evaluation('eval-1', 50))
      await register.addEvaluation(evaluation('eval-2', 51))
      expect(await register.listEvaluations(10)).toEqual([evaluation('eval-2', 51), evaluation('eval-1', 50)])
    },
  )

  testWhenInstalled('approving a talk twice is one approval; lists keep to the team', async () => {
    const approvals = createApprovalStore(database!.prisma)
    await roleplays.create(roleplay('approved'), [turn(0, 'a', 70)])
    const approval = { roleplayId: 'approved', approvedById: 'bob', approvedAt: at(60) }
    await approvals.add(approval)
    await approvals.add({ ...approval, approvedAt: at(61) })
    expect(await approvals.find('approved')).toEqual(approval)
    const listed = (teamId: string | null) => approvals.list({ organisationId: 'org', teamId }, 10)
    expect(await listed('team-a')).toEqual([{ ...approval, approvedByName: '名字 bob' }])
    expect(await listed('team-b')).toEqual([])
    await approvals.remove('approved')
    expect(await approvals.find('approved')).toBeNull()
    expect(await listed(null)).toEqual([])
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

  testWhenInstalled('a new password ends the sessions of its person but the kept one, and no token', async () => {
    const dates = { createdAt: at(0), lastSeenAt: at(0), expiresAt: at(50) }
    const hashOfAnn = async () => (await accounts.findByEmail('ann@example.test'))?.passwordHash
    for (const [personId, id] of [
      ['ann', 'here'],
      ['ann', 'there'],
      ['bob', 'his'],
    ] as const)
      await accounts.createSession(personId, { id, device: 'Chrome', ...dates })
    await accounts.createApiToken('ann', { tokenHash: 'token-2', name: '報表', createdAt: at(0) })
    await accounts.setPasswordHash('ann', 'hash of the first', 'here')
    expect(await hashOfAnn()).toBe('hash of the first')
    expect((await accounts.listSessions('ann', at(10))).map((one) => one.id)).toEqual(['here'])
    await accounts.setPasswordHash('ann', 'hash of the second', null)
    expect(await hashOfAnn()).toBe('hash of the second')
    expect(await accounts.listSessions('ann', at(10))).toEqual([])
    expect((await accounts.listSessions('bob', at(10))).map((one) => one.id)).toEqual(['his'])
    expect((await accounts.findByEmail('bob@example.test'))?.passwordHash).toBeNull()
    expect((await accounts.findByApiToken('token-2'))?.personId).toBe('ann')
    await accounts.endAllSessions('bob')
    await accounts.deleteApiToken('ann', 'token-2')
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
