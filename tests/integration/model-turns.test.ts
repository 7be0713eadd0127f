import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { describeEngines, readListening } from '../../app/domain/judging/observe-with-model/describe-engines'
import type { PersonRecord, TurnRecord } from '../../app/domain/ports'
import { isDomainError } from '../../app/http/problem-details'
import type { Services } from '../../app/services.server'
import { type ModelServer, startModelServer } from '../model-server/start-model-server'
import type { TestDatabase } from '../test-database'
import { addBoss, createTestServices } from '../test-services'

// Turns of a talk on a model: nothing accepted is lost, personal data keeps to the policy, budgets hold, and the trainee is told.

const SCENARIO_ID = 'retired-teacher-deposit-matures'
const GREETING = '林老師您好，我是安禾人壽的業務員，這是我的登錄證。今天想先聽聽您的打算，可以嗎？'
const WITH_PHONE = '我的手機是 0912-345-678，您先記下來，今天想聽聽您的打算。'
const ANY = { purpose: null, action: null, kind: null }

let model: ModelServer
let services: Services
let database: TestDatabase
let boss: PersonRecord
const environmentFor = (more: Record<string, string> = {}) => ({
  OPENAI_BASE_URL: model.baseUrl,
  OPENAI_API_KEY: 'test',
  OPENAI_MODEL: 'good',
  ...more,
})

beforeAll(async () => {
  model = await startModelServer({ slowMs: 20_000 })
  ;({ services, database } = await createTestServices(environmentFor()))
  boss = await addBoss(services)
})
beforeEach(() => model.reset())
afterAll(async () => {
  await services?.close()
  await model?.close()
})

const start = async (at = services) => (await at.startRoleplay(boss, { scenarioId: SCENARIO_ID, seed: 'model' })).id
const take = (roleplayId: string, turnId: string, text: string, more: object = {}, at = services) =>
  at.takeTurn(boss, { roleplayId, turnId, text, expectedTurnIndex: null, ...more })
const sentWords = () => JSON.stringify(model.requests.map((request) => request.body))

const listNotes = (turns: readonly TurnRecord[]) =>
  describeEngines(
    turns.map(({ perceptions }) => ({ speech: perceptions.speech ?? null, listening: readListening(perceptions) })),
  )

/** A turn whose trainee leaves while the model is still searching for words. */
async function leave(roleplayId: string, turnId: string, text: string): Promise<void> {
  model.setScenario('slow-first-token')
  const controller = new AbortController()
  const left = services.takeTurn(
    boss,
    { roleplayId, turnId, text, expectedTurnIndex: null },
    { onDelta: () => {}, signal: controller.signal },
  )
  await expect.poll(() => model.requests.length, { timeout: 5_000 }).toBeGreaterThan(0)
  controller.abort(new Error('left'))
  await expect(left).rejects.toThrow('left')
  model.reset()
}

describe('a turn that was accepted', () => {
  test('is there after the trainee left, and is finished under the same id', async () => {
    const id = await start()
    await leave(id, 'one', GREETING)
    const { talk } = await services.readTalk(boss, id)
    expect(talk.turns).toEqual([])
    expect(talk.pending).toMatchObject({ turnId: 'one', turnIndex: 0, text: GREETING })
    const { turn } = await take(id, 'one', GREETING, { expectedTurnIndex: 0 })
    expect(turn.replyText.length).toBeGreaterThan(0)
    expect(turn.score.status).toBe('scored')
    expect(turn.acceptedAt).toEqual(talk.pending!.acceptedAt)
    const after = (await services.readTalk(boss, id)).talk
    expect(after.pending).toBeNull()
    expect(after.turns.map((one) => one.text)).toEqual([GREETING])
  })

  test('is heard by the model although the trainee leaves once the client has spoken', async () => {
    const id = await start()
    const late = await startModelServer({ slowMs: 1_500 })
    const { services: other } = await createTestServices(
      environmentFor({ OPENAI_BASE_URL: late.baseUrl, OPENAI_JUDGE_MODEL: 'slow-first-token' }),
      database,
    )
    const controller = new AbortController()
    const live = {
      onDelta: () => setTimeout(() => controller.abort(new Error('left')), 200),
      signal: controller.signal,
    }
    const { turn } = await other.takeTurn(
      boss,
      { roleplayId: id, turnId: 'one', text: GREETING, expectedTurnIndex: 0 },
      live,
    )
    const { merged } = turn.perceptions
    expect(controller.signal.aborted).toBe(true)
    expect(merged?.status === 'perceived' && merged.modelFailure).toBeNull()
    await late.close()
  })

  test('keeps its words: the same id with others is refused', async () => {
    const id = await start()
    await leave(id, 'one', GREETING)
    const refused = await take(id, 'one', '別的話').catch((error: unknown) => error)
    expect(isDomainError(refused) && refused.code).toBe('turn-conflict')
  })

  test('comes before one that is sent after it', async () => {
    const id = await start()
    await leave(id, 'one', GREETING)
    const { turn } = await take(id, 'two', '您最擔心的是什麼？')
    expect(turn.turnIndex).toBe(1)
    const { talk } = await services.readTalk(boss, id)
    expect(talk.turns.map((one) => one.turnId)).toEqual(['one', 'two'])
  })

  test('is in the talk when the talk is ended', async () => {
    const id = await start()
    await leave(id, 'one', GREETING)
    model.setScenario('slow-first-token')
    await services.finishRoleplay(boss, id)
    const { talk } = await services.readTalk(boss, id)
    expect(talk.turns.map((one) => one.text)).toEqual([GREETING])
    expect(talk.turns[0]?.perceptions.speech).toEqual({ by: 'embedded', replaced: 'ended' })
    expect(talk.roleplay.scorecard?.status).toBe('scored')
  })

  test('is there for another process, after this one has gone', async () => {
    const id = await start()
    await leave(id, 'one', GREETING)
    const other = await createTestServices(environmentFor(), database)
    expect((await other.services.readTalk(boss, id)).talk.pending?.text).toBe(GREETING)
    const { turn } = await take(id, 'one', GREETING, {}, other.services)
    expect(turn.turnIndex).toBe(0)
  })

  test('sent twice at once is one turn', async () => {
    const id = await start()
    const both = await Promise.all([take(id, 'one', GREETING), take(id, 'one', GREETING)])
    expect(both[0].turn.replyText).toBe(both[1].turn.replyText)
    expect((await services.readTalk(boss, id)).talk.turns).toHaveLength(1)
  })
})

describe('who spoke stands with the turn', () => {
  test('the model; the built-in client by choice, without a call', async () => {
    const id = await start()
    expect((await take(id, 'one', GREETING)).turn.perceptions.speech?.by).toBe('model')
    model.reset()
    const { turn } = await take(id, 'two', '您最擔心的是什麼？', { withoutModel: true })
    expect(turn.perceptions.speech).toEqual({ by: 'embedded', replaced: 'chosen' })
    expect(model.requests).toEqual([])
  })

  test('a server that fails, and the model back after it', async () => {
    const id = await start()
    model.setScenario('server-error')
    await take(id, 'one', GREETING)
    model.setScenario(null)
    await take(id, 'two', '您最擔心的是什麼？')
    const { turns } = (await services.readTalk(boss, id)).talk
    expect(turns[0]?.perceptions.speech).toEqual({ by: 'embedded', replaced: 'server-error' })
    expect(listNotes(turns)).toEqual([['both-away'], ['both-back']])
  })

  test('a budget that is used up', async () => {
    const poor = await createTestServices(environmentFor({ OPENAI_TOKENS_PER_TALK: '50' }), database)
    const { turn } = await take(await start(poor.services), 'one', GREETING, {}, poor.services)
    expect(turn.perceptions.speech).toEqual({ by: 'embedded', replaced: 'budget-talk' })
    expect(turn.score.status).toBe('scored')
    expect(model.requests).toEqual([])
  })

  test('a budget that has room is counted', async () => {
    const rich = await createTestServices(environmentFor({ OPENAI_TOKENS_PER_DAY: '1000000' }), database)
    await take(await start(rich.services), 'one', GREETING, {}, rich.services)
    const { server } = await rich.services.models.readModels(boss)
    expect(server?.limits.perDay).toBe(1_000_000)
    expect(server?.channels.map(({ model: name, kind }) => `${name} ${kind}`).sort()).toEqual([
      'good json',
      'good text',
    ])
    await expect.poll(async () => (await rich.services.models.readUsage(boss)).budget.dayTokens).toBeGreaterThan(100)
  })
})

describe('personal data', () => {
  const logged = async (roleplayId: string) =>
    (await services.models.readDataLog(boss, ANY)).entries.filter((entry) => entry.roleplayId === roleplayId)

  test('mask: a placeholder leaves, kind and count are logged for each purpose, the value nowhere', async () => {
    const id = await start()
    await take(id, 'one', WITH_PHONE)
    expect(sentWords()).toContain('⟦電話1⟧')
    expect(sentWords()).not.toMatch(/0912-?345-?678/)
    const entries = await logged(id)
    expect(entries.map((entry) => entry.purpose).sort()).toEqual(['advice', 'judging', 'speech'])
    for (const entry of entries)
      expect(entry).toMatchObject({
        action: 'masked',
        found: [{ kind: 'phone', count: 1 }],
        turnIndex: 0,
        model: 'good',
      })
    expect(JSON.stringify(entries)).not.toContain('345')
  })

  test('block: the built-in engine takes that turn, and later calls leave its words out', async () => {
    await services.models.chooseDataPolicy(boss, 'block')
    const id = await start()
    const first = (await take(id, 'one', WITH_PHONE)).turn
    expect(first.perceptions.speech).toEqual({ by: 'embedded', replaced: 'blocked' })
    expect(model.requests).toEqual([])
    const second = (await take(id, 'two', '您最擔心的是什麼？')).turn
    expect(second.perceptions.speech?.by).toBe('model')
    expect(sentWords()).not.toMatch(/0912|手機是/)
    expect((await logged(id)).map((entry) => entry.action)).toEqual(['blocked', 'blocked', 'blocked'])
  })

  test('allow: it leaves as it is, and that is logged', async () => {
    await services.models.chooseDataPolicy(boss, 'allow')
    const id = await start()
    await take(id, 'one', WITH_PHONE)
    expect(sentWords()).toContain('0912-345-678')
    expect((await logged(id)).map((entry) => entry.action)).toEqual(['allowed', 'allowed', 'allowed'])
    await services.models.chooseDataPolicy(boss, 'mask')
  })

  test('a transcript that is judged by the model keeps to the policy too', async () => {
    const transcript = [{ who: 'trainee' as const, text: WITH_PHONE }]
    const input = { transcript, clientAge: 67, personaId: null, productId: null, asOf: '2025-06-01' }
    await services.judgeTranscript(boss, { ...input, engine: 'llm' })
    expect(sentWords()).toContain('⟦電話1⟧')
    const { entries } = await services.models.readDataLog(boss, { ...ANY, kind: 'phone' })
    expect(entries[0]).toMatchObject({ roleplayId: null, purpose: 'judging', action: 'masked' })
  })
})
