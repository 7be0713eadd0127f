import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { describeEngines, readListening } from '../../app/domain/judging/observe-with-model/describe-engines'
import type { PersonRecord } from '../../app/domain/ports'
import { viewTurn } from '../../app/http/api/views'
import type { Services } from '../../app/services.server'
import { type ModelServer, startModelServer } from '../model-server/start-model-server'
import type { TestDatabase } from '../test-database'
import { addBoss, createTestServices } from '../test-services'

// What models are used for, by all processes on one database: budgets that last, the page that shows it, and who is told what.

const SCENARIO_ID = 'retired-teacher-deposit-matures'
const GREETING = '林老師您好，我是安禾人壽的業務員，這是我的登錄證。今天想先聽聽您的打算，可以嗎？'
/** Longer than a process takes to write what it used. */
const WRITTEN_MS = 400

let model: ModelServer
let services: Services
let database: TestDatabase
let boss: PersonRecord
let stranger: PersonRecord
const environmentFor = (more: Record<string, string> = {}) => ({
  OPENAI_BASE_URL: model.baseUrl,
  OPENAI_API_KEY: 'test',
  OPENAI_MODEL: 'good',
  OPENAI_JUDGE_MODEL: 'judge',
  ...more,
})
/** Another process on the same database. */
const openProcess = async (more: Record<string, string> = {}) =>
  (await createTestServices(environmentFor(more), database)).services
const pause = () => new Promise((resolve) => setTimeout(resolve, WRITTEN_MS))

beforeAll(async () => {
  model = await startModelServer({ tokenMs: 5 })
  ;({ services, database } = await createTestServices(environmentFor()))
  boss = await addBoss(services)
  const { prisma } = database
  await prisma.organisation.create({ data: { id: 'other', name: '別的公司', createdAt: new Date() } })
  stranger = { ...boss, personId: 'stranger', organisationId: 'other', name: '陳外人', email: 'stranger@x.test' }
  const { personId, ...data } = stranger
  await prisma.person.create({ data: { id: personId, ...data, teamId: null } })
})
beforeEach(() => model.reset())
afterAll(async () => {
  await services?.close()
  await model?.close()
})

const start = async (at: Services, who = boss) =>
  (await at.startRoleplay(who, { scenarioId: SCENARIO_ID, seed: 'model' })).id
const take = async (at: Services, roleplayId: string, turnId: string, who = boss) =>
  (await at.takeTurn(who, { roleplayId, turnId, text: GREETING, expectedTurnIndex: null })).turn
const readTurns = async (roleplayId: string) => (await services.readTalk(boss, roleplayId)).talk.turns

/** Takes turns until a budget is used up. @returns how many had the model's words. */
async function exhaust(at: Services, roleplayId: string, reason: string): Promise<number> {
  for (let i = 0; i < 20; i++) {
    const turn = await take(at, roleplayId, `turn-${i}`)
    if (turn.perceptions.speech?.replaced === reason) return i
  }
  throw new Error(`never ${reason}`)
}

describe('a budget', () => {
  test('of a talk holds in another process, and after a restart', async () => {
    const first = await openProcess({ OPENAI_TOKENS_PER_TALK: '20000' })
    const id = await start(first)
    expect(await exhaust(first, id, 'budget-talk')).toBeGreaterThan(0)
    await pause()
    // What the first has used lies between the two.
    const second = await openProcess({ OPENAI_TOKENS_PER_TALK: '10000' })
    model.requests.length = 0
    const turn = await take(second, id, 'there')
    expect(turn.perceptions.speech).toEqual({ by: 'embedded', replaced: 'budget-talk' })
    expect(readListening(turn.perceptions)).toEqual({ by: 'embedded', failure: 'budget-talk' })
    expect(turn.score.status).toBe('scored')
    expect(model.requests).toEqual([])
    // Another talk has a budget of its own.
    expect((await take(second, await start(second), 'one')).perceptions.speech?.by).toBe('model')
  })

  test('of a person holds for all their talks, and for nobody else', async () => {
    const first = await openProcess({ OPENAI_TOKENS_PER_PERSON_DAY: '20000' })
    await exhaust(first, await start(first), 'budget-user')
    await pause()
    const second = await openProcess({ OPENAI_TOKENS_PER_PERSON_DAY: '10000' })
    expect((await take(second, await start(second), 'one')).perceptions.speech?.replaced).toBe('budget-user')
    const other = await take(second, await start(second, stranger), 'one', stranger)
    expect(other.perceptions.speech?.by).toBe('model')
  })

  test('of the day counts what was used before it was set', async () => {
    const { dayTokens } = (await services.models.readUsage(boss)).budget
    expect(dayTokens).toBeGreaterThan(20_000)
    const poor = await openProcess({ OPENAI_TOKENS_PER_DAY: String(dayTokens + 100) })
    expect((await take(poor, await start(poor), 'one')).perceptions.speech?.replaced).toBe('budget-day')
  })

  test('holds in this process while the database does not take the count, and no turn breaks', async () => {
    const alone = await openProcess({ OPENAI_TOKENS_PER_TALK: '20000' })
    const id = await start(alone)
    await database.pool.query('ALTER TABLE "ModelUsage" RENAME TO "ModelUsageAway"')
    try {
      expect(await exhaust(alone, id, 'budget-talk')).toBeGreaterThan(0)
    } finally {
      await database.pool.query('ALTER TABLE "ModelUsageAway" RENAME TO "ModelUsage"')
    }
    expect((await readTurns(id)).every((turn) => turn.score.status === 'scored')).toBe(true)
  })

  test('many turns at once do not slip through together', async () => {
    const narrow = await openProcess({ OPENAI_TOKENS_PER_PERSON_DAY: '60000' })
    // The first tells how this server counts.
    await take(narrow, await start(narrow, stranger), 'one', stranger)
    const ids = await Promise.all(Array.from({ length: 12 }, () => start(narrow, stranger)))
    await Promise.all(ids.map((id) => take(narrow, id, 'one', stranger)))
    await pause()
    const used = (await services.models.readUsage(stranger)).budget.people
    // Twelve turns would be three times as much; a reply may be longer than what is reserved for it.
    expect(used[0]!.tokens).toBeLessThan(66_000)
    expect(used[0]!.tokens).toBeGreaterThan(20_000)
  })
})

describe('what the page shows', () => {
  test('use by purpose and model, with failures and replaced replies', async () => {
    await pause()
    const before = await services.models.readUsage(boss)
    model.setScenario('server-error', 'good')
    const id = await start(services)
    await take(services, id, 'one')
    model.reset()
    await take(services, id, 'two')
    await pause()
    const after = await services.models.readUsage(boss)
    const line = (usage: typeof after, purpose: string) => usage.lines.find((one) => one.purpose === purpose)
    const more = (purpose: string, of: 'calls' | 'failures') =>
      line(after, purpose)!.today[of] - line(before, purpose)!.today[of]
    expect(line(after, 'speech')?.model).toBe('good')
    expect(line(after, 'judging')?.model).toBe('judge')
    expect([more('speech', 'calls'), more('speech', 'failures')]).toEqual([2, 1])
    expect(more('judging', 'failures')).toBe(0)
    expect(line(after, 'speech')?.reasons.map((one) => one.reason)).toContain('server-error')
    expect(line(after, 'speech')?.today.firstWordMs).toBeGreaterThan(0)
    expect(after.replies.today.model - before.replies.today.model).toBe(1)
    expect(after.replies.today.embedded - before.replies.today.embedded).toBe(1)
    expect(after.days.at(-1)?.tokens).toBe(after.budget.dayTokens)
  })

  test('the day is the server’s, persons are those of one’s own organisation', async () => {
    const [here, there] = await Promise.all([services.models.readUsage(boss), services.models.readUsage(stranger)])
    expect(here.budget.dayTokens).toBe(there.budget.dayTokens)
    expect(here.budget.people.map((one) => one.name)).toEqual(['王管理'])
    expect(there.budget.people.map((one) => one.name)).toEqual(['陳外人'])
  })

  test('nobody but an administrator', async () => {
    const trainee = { ...boss, role: 'trainee' as const }
    await expect(services.models.readUsage(trainee)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('an entry of the register says what speaks against its last evaluation', async () => {
    const entry = {
      modelVersion: '1',
      host: 'models.example',
      riskLevel: 'low',
      dataUsed: '對談內容',
      approvedBy: '王管理',
      approvedOn: '2026-11-01',
    }
    await services.models.saveRegisterEntry(boss, { ...entry, purpose: 'items', model: 'never' })
    await services.models.saveRegisterEntry(boss, { ...entry, purpose: 'items', model: 'long-ago' })
    const results = { fakeServer: null, persona: null, judging: null, grounding: null, safety: null }
    await database.prisma.modelEvaluation.create({
      data: {
        id: 'old',
        engine: 'llm',
        model: 'long-ago',
        ranAt: new Date(Date.now() - 200 * 24 * 60 * 60 * 1000),
        versions: { catalogue: '0' },
        results,
      },
    })
    const { register } = await services.models.readModels(boss)
    expect(register.map(({ model: name, evaluated }) => [name, evaluated?.doubts ?? null])).toEqual([
      ['long-ago', ['old', 'other-content']],
      ['never', null],
    ])
  })
})

describe('a judge or a speaker that is away', () => {
  const notesOf = async (roleplayId: string) =>
    describeEngines(
      (await readTurns(roleplayId)).map(({ perceptions }) => ({
        speech: perceptions.speech ?? null,
        listening: readListening(perceptions),
      })),
    )

  test.each([
    ['judge', [['judge-away'], [], ['judge-back'], []]],
    ['good', [['away'], [], ['back'], []]],
  ] as const)('%s alone: told once, told when it is back, and the other goes on', async (name, notes) => {
    const at = await openProcess()
    const id = await start(at)
    model.setScenario('server-error', name)
    const away = await take(at, id, 'one')
    await take(at, id, 'two')
    model.reset()
    const back = await take(at, id, 'three')
    await take(at, id, 'four')
    expect(await notesOf(id)).toEqual(notes)
    const { roleplay } = (await services.readTalk(boss, id)).talk
    const view = viewTurn(away, roleplay)
    expect(view.listening).toEqual(
      name === 'judge' ? { by: 'embedded', failure: 'server-error' } : { by: 'both', failure: null },
    )
    expect(view.reply.speech?.by).toBe(name === 'judge' ? 'model' : 'embedded')
    expect(viewTurn(back, roleplay)).toMatchObject({
      listening: { by: 'both' },
      reply: { speech: { by: 'model' } },
    })
  })

  test('both: one note, and one when both are back', async () => {
    const at = await openProcess()
    const id = await start(at)
    model.setScenario('server-error')
    await take(at, id, 'one')
    model.reset()
    await take(at, id, 'two')
    expect(await notesOf(id)).toEqual([['both-away'], ['both-back']])
  })

  test('a judge that fails again and again is left alone, while the client speaks on through the model', async () => {
    const at = await openProcess()
    const id = await start(at)
    model.setScenario('server-error', 'judge')
    for (let i = 0; i < 5; i++) await take(at, id, `turn-${i}`)
    const turns = await readTurns(id)
    expect(turns.map((turn) => turn.perceptions.speech?.by)).toEqual(Array(5).fill('model'))
    expect(readListening(turns[4]!.perceptions)).toEqual({ by: 'embedded', failure: 'circuit-open' })
    const { server } = await at.models.readModels(boss)
    const states = server!.channels.map((one) => [one.model, one.kind, one.breaker.state])
    expect(states).toContainEqual(['judge', 'json', 'open'])
    expect(states).toContainEqual(['good', 'text', 'closed'])
  })

  test('without a model nothing of it is in a turn', async () => {
    const { id } = await services.startRoleplay(boss, { scenarioId: SCENARIO_ID, seed: 'x', engine: 'embedded' })
    const turn = await take(services, id, 'one')
    const { roleplay } = (await services.readTalk(boss, id)).talk
    expect(viewTurn(turn, roleplay)).not.toHaveProperty('listening')
  })
})
