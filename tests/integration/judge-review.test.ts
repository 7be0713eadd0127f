import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DisputeFilter } from '../../app/domain/governance/judge-review'
import type { PersonRecord } from '../../app/domain/ports'
import { isDomainError } from '../../app/http/problem-details'
import type { Services } from '../../app/services.server'
import { type ModelServer, startModelServer } from '../model-server/start-model-server'
import { addBoss, createTestServices } from '../test-services'

// What only one judge heard is there for the leader of the team, and a verdict on it is kept without any score moving.

const SCENARIO_ID = 'retired-teacher-deposit-matures'
const GREETING =
  '林老師您好，我是安禾人壽的陳小安，這是我的登錄證。我的手機是 0912-345-678。今天想先聽聽您的打算，可以嗎？'
const ALL: DisputeFilter = { state: null, heardBy: null }
const PASSWORD = 'a long enough password'

let model: ModelServer
let services: Services
const people = {} as Record<'boss' | 'trainer' | 'stranger' | 'trainee', PersonRecord>
let roleplayId: string

beforeAll(async () => {
  model = await startModelServer()
  ;({ services } = await createTestServices({
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_API_KEY: 'test',
    OPENAI_MODEL: 'good',
  }))
  people.boss = await addBoss(services, PASSWORD)
  const add = (name: string, role: 'trainer' | 'trainee', team: string) =>
    services.addPerson(people.boss, { name, role, teamName: team, email: `${name}@x.test`, password: PASSWORD })
  people.trainer = await add('林教練', 'trainer', '一組')
  people.stranger = await add('黃教練', 'trainer', '二組')
  people.trainee = await add('陳小安', 'trainee', '一組')
  roleplayId = (await services.startRoleplay(people.trainee, { scenarioId: SCENARIO_ID, seed: 'review' })).id
  await services.takeTurn(people.trainee, { roleplayId, turnId: 'one', text: GREETING, expectedTurnIndex: null })
})
afterAll(async () => {
  await services?.close()
  await model?.close()
})

const list = (actor: PersonRecord, filter = ALL) => services.judgeReviews.listDisputes(actor, filter, 0)
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (isDomainError(error) ? error.code : 'other'),
  )

test('the team leader and the administrator find them, others do not', async () => {
  const { disputes, summary, hasModel } = await list(people.trainer)
  const stored = (await services.readTalk(people.trainee, roleplayId)).talk.turns[0]!.perceptions.merged
  const heardAlone = stored?.status === 'perceived' ? stored.disagreements : []
  expect(heardAlone.length).toBeGreaterThan(0)
  expect(disputes.map((one) => one.code).sort()).toEqual(heardAlone.map((one) => one.code).sort())
  expect(disputes[0]).toMatchObject({
    roleplayId,
    turnIndex: 0,
    utterance: GREETING,
    personName: '陳小安',
    review: null,
  })
  expect(summary).toMatchObject({ disputes: heardAlone.length, reviewed: 0 })
  expect(hasModel).toBe(true)
  expect((await list(people.boss)).disputes).toHaveLength(heardAlone.length)
  expect((await list(people.stranger)).disputes).toEqual([])
  expect(await codeOf(list(people.trainee))).toBe('not-allowed')
})

test('a verdict is kept, can be changed, and moves no score', async () => {
  const [first] = (await list(people.trainer)).disputes
  const { code, heardBy } = first!
  const before = (await services.readTalk(people.trainee, roleplayId)).talk.turns[0]!.score
  const say = (verdict: string, actor = people.trainer, more: object = {}) =>
    services.judgeReviews.reviewDispute(actor, { roleplayId, turnIndex: '0', code, heardBy, verdict, ...more })
  await say('not-shown')
  await say('shown')
  const after = await list(people.trainer)
  expect(after.disputes.find((one) => one.code === code)?.review).toEqual({
    verdict: 'shown',
    reviewedByName: '林教練',
  })
  expect(after.summary.reviewed).toBe(1)
  expect(after.summary.heardBy[heardBy]).toEqual({ right: 1, of: 1 })
  expect((await list(people.trainer, { state: 'open', heardBy: null })).disputes).toHaveLength(
    after.disputes.length - 1,
  )
  expect((await list(people.trainer, { state: 'done', heardBy })).disputes).toHaveLength(1)
  expect((await services.readTalk(people.trainee, roleplayId)).talk.turns[0]!.score).toEqual(before)

  expect(await codeOf(say('maybe'))).toBe('bad-input')
  expect(await codeOf(say('shown', people.trainee))).toBe('not-allowed')
  expect(await codeOf(say('shown', people.stranger))).toBe('not-found')
  expect(await codeOf(say('shown', people.trainer, { code: 'closing.ask', heardBy: 'model' }))).toBe('not-found')
})

test('what is exported holds neither names nor personal data', async () => {
  const lines: object[] = []
  for await (const line of await services.judgeReviews.exportReviews(people.trainer)) lines.push(line)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ verdict: 'shown', counted: true, heardBy: 'embedded' })
  expect(JSON.stringify(lines)).toContain('今天想先聽聽您的打算')
  expect(JSON.stringify(lines)).not.toMatch(/陳小安|小安|0912/)
})
