import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createDataLogStore } from '../../app/adapters/database/data-log-store'
import { createKnowledgeStore } from '../../app/adapters/database/knowledge-store'
import { createQuizStore } from '../../app/adapters/database/quiz-store'
import { createSettingsStore } from '../../app/adapters/database/settings-store'
import { fsrsScheduler } from '../../app/adapters/spaced-repetition/fsrs-scheduler'
import { systemIds } from '../../app/adapters/system/system-ids'
import { systemSecrets } from '../../app/adapters/system/system-secrets'
import type { PersonRecord } from '../../app/domain/ports'
import type { ItemContent, ItemResponse } from '../../app/domain/quiz/item'
import type { AttemptView, ItemWriter } from '../../app/domain/quiz/quiz-ports'
import type { Services } from '../../app/services.server'
import { MACHINE_ORGANISATION_ID } from '../../app/use-cases/machine-access'
import { createQuizServices } from '../../app/use-cases/quiz/quiz-services'
import type { TestDatabase } from '../test-database'
import { createTestServices } from '../test-services'

const DAY_MS = 86_400_000
const START = Date.UTC(2026, 10, 2, 1)

let services: Services
let database: TestDatabase
let clockMs = START
/** What the writer of these tests writes next; null: it fails. */
let written: ItemContent[] | null = []

const scripted: ItemWriter = {
  write: ({ count }) =>
    Promise.resolve(
      written === null
        ? { status: 'failed', reason: 'timeout' }
        : { status: 'written', items: written.slice(0, count), rejected: { 'too-long': 2 } },
    ),
}

/** The services as a process has them that was just started on this database. */
function startQuiz(more: Partial<Parameters<typeof createQuizServices>[0]> = {}) {
  return createQuizServices({
    quizzes: createQuizStore(database.prisma),
    settings: createSettingsStore(database.prisma),
    knowledge: createKnowledgeStore(database.prisma),
    searchKnowledge: services.searchKnowledge,
    getKnowledgeIndex: services.getKnowledgeIndex,
    content: services.content,
    scheduler: fsrsScheduler,
    dataLog: createDataLogStore(database.prisma),
    modelUses: {
      speech: null,
      judging: null,
      advice: null,
      answers: null,
      items: 'some-model',
      courses: null,
      embeddings: null,
    },
    publicContacts: [],
    itemWriters: [{ engine: 'embedded', writer: scripted }],
    clock: { now: () => new Date(clockMs) },
    ids: systemIds,
    secrets: systemSecrets,
    ...more,
  })
}
let quiz: ReturnType<typeof startQuiz>

const people = {} as Record<'trainer' | 'boss' | 'manager' | 'ann' | 'ben' | 'southern' | 'stranger', PersonRecord>

beforeAll(async () => {
  const test = await createTestServices()
  ;({ services, database } = test)
  await services.startKnowledge(true)
  for (const id of ['here', 'there'])
    await test.accounts.createOrganisation({ id, name: id, isDemo: false, createdAt: new Date(0) })
  const add = async (
    personId: keyof typeof people,
    organisationId: string,
    team: string | null,
    role: PersonRecord['role'],
  ) => {
    const teamId = team && `${organisationId}-${team}`
    const known = await test.accounts.listTeams(organisationId)
    if (teamId && !known.some((one) => one.id === teamId))
      await test.accounts.createTeam({ id: teamId, organisationId, name: team })
    const person = {
      personId,
      organisationId,
      teamId,
      role,
      name: personId,
      email: `${personId}@x.test`,
      isDemo: false,
      createdAt: new Date(0),
    }
    await test.accounts.createPerson({ ...person, passwordHash: null })
    people[personId] = person
  }
  await add('boss', 'here', null, 'admin')
  await add('trainer', 'here', 'north', 'trainer')
  await add('manager', 'here', 'north', 'manager')
  await add('ann', 'here', 'north', 'trainee')
  await add('ben', 'here', 'north', 'trainee')
  await add('southern', 'here', 'south', 'trainer')
  await add('stranger', 'there', 'north', 'admin')
  quiz = startQuiz()
}, 60_000)
afterAll(() => services?.close())
beforeEach(() => {
  clockMs = START
  written = []
})

let nextItem = 0
const common: Pick<ItemContent, 'explanation' | 'citations' | 'difficulty' | 'ability' | 'dimension'> = {
  explanation: '',
  citations: [],
  difficulty: 1,
  ability: 'recall',
  dimension: null,
}
const trueFalse = (stem = `第 ${++nextItem} 題的敘述對不對？`): ItemContent => ({
  ...common,
  type: 'true-false',
  stem,
  isTrue: true,
  reason: '因為這樣',
})
const RIGHT: ItemResponse = { type: 'true-false', isTrue: true }
const WRONG: ItemResponse = { type: 'true-false', isTrue: false }

/** A published quiz of approved items. */
async function publish(count = 2, more: { timeLimitMinutes?: number; passPercent?: number } = {}): Promise<string> {
  const items = await Promise.all(Array.from({ length: count }, () => quiz.writeItem(people.trainer, trueFalse())))
  const itemIds = items.map((one) => one.id)
  await quiz.setItemStatus(people.trainer, itemIds, 'approved')
  const id = await quiz.createQuiz(people.trainer, { title: '法規測驗', itemIds, ...more })
  await quiz.publishQuiz(people.trainer, id)
  return id
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string; fields?: object }) =>
      error.fields && Object.keys(error.fields).length > 0
        ? `${error.code} ${JSON.stringify(error.fields)}`
        : error.code,
  )

describe('practice', () => {
  test('explains after each answer, and the first answer stays', async () => {
    const { attempt, questions } = await quiz.startAttempt(people.ann, await publish(), 'practice')
    expect(questions.map((one) => [one.position, one.isUnreviewed])).toEqual([
      [0, false],
      [1, false],
    ])
    expect(JSON.stringify(questions)).not.toContain('isTrue')
    const first = await quiz.answerItem(people.ann, attempt.id, 0, WRONG)
    expect(first).toMatchObject({ status: 'stored', result: { points: 0, response: WRONG, content: { isTrue: true } } })
    const second = await quiz.answerItem(people.ann, attempt.id, 0, RIGHT)
    expect(second).toMatchObject({ status: 'kept', result: { points: 0, response: WRONG } })
  })

  test('goes on where it was after the process died', async () => {
    const id = await publish(3)
    const before = await quiz.startAttempt(people.ann, id, 'practice')
    await quiz.answerItem(people.ann, before.attempt.id, 1, RIGHT)
    const restarted = startQuiz()
    const after = await restarted.startAttempt(people.ann, id, 'practice')
    expect(after.attempt).toEqual(before.attempt)
    expect(after.questions).toEqual(before.questions)
    expect(after.answers).toEqual([{ position: 1, response: RIGHT }])
    expect(after.results.map((one) => [one.question.position, one.points])).toEqual([[1, 1]])
    await restarted.answerItem(people.ann, after.attempt.id, 0, RIGHT)
    const done = await restarted.finishAttempt(people.ann, after.attempt.id)
    // Two of three right, one not answered: 66.7 of 60 percent.
    expect(done.attempt).toMatchObject({ points: 2, maxPoints: 3, passed: true, finishedAt: new Date(START) })
    expect(done.results.map((one) => one.points)).toEqual([1, 1, 0])
    expect(await quiz.finishAttempt(people.ann, after.attempt.id)).toEqual(done)
    expect(await codeOf(quiz.answerItem(people.ann, after.attempt.id, 2, RIGHT))).toBe('attempt-ended')
  })

  test('two answers at once: one is stored, both are told the same result', async () => {
    const { attempt } = await quiz.startAttempt(people.ann, await publish(), 'practice')
    const answers = await Promise.all([RIGHT, WRONG].map((one) => quiz.answerItem(people.ann, attempt.id, 0, one)))
    expect(answers.map((one) => one.status).sort()).toEqual(['kept', 'stored'])
    expect(answers[0]!.result).toEqual(answers[1]!.result)
    const view = await quiz.readAttempt(people.ann, attempt.id)
    expect(view.answers).toEqual([{ position: 0, response: answers[0]!.result!.response }])
  })

  test('an answer of another type, or to no question, is refused', async () => {
    const { attempt } = await quiz.startAttempt(people.ann, await publish(), 'practice')
    const send = (position: number, response: ItemResponse) =>
      codeOf(quiz.answerItem(people.ann, attempt.id, position, response))
    expect(await send(0, { type: 'choice', optionIds: ['a'] })).toBe('bad-input {"response":"wrong-type"}')
    expect(await send(2, RIGHT)).toBe('bad-input {"position":"unknown"}')
    expect((await quiz.readAttempt(people.ann, attempt.id)).answers).toEqual([])
  })

  test('an option that the item does not have is refused, nothing is stored, and the attempt goes on', async () => {
    const option = (id: string, isKey: boolean) => ({ id, text: `選項 ${id}`, isKey, reason: '' })
    const content: ItemContent = {
      ...common,
      type: 'single',
      stem: `第 ${++nextItem} 題選哪一個？`,
      options: [option('a', true), option('b', false)],
    }
    const { id: itemId } = await quiz.writeItem(people.trainer, content)
    await quiz.setItemStatus(people.trainer, [itemId], 'approved')
    const id = await quiz.createQuiz(people.trainer, { title: '單選', itemIds: [itemId] })
    await quiz.publishQuiz(people.trainer, id)
    const choose = (optionId: string): ItemResponse => ({ type: 'choice', optionIds: [optionId] })
    const refused = 'bad-input {"response":"unknown-option"}'
    for (const mode of ['practice', 'exam'] as const) {
      const { attempt } = await quiz.startAttempt(people.ann, id, mode)
      expect(await codeOf(quiz.answerItem(people.ann, attempt.id, 0, choose('c')))).toBe(refused)
      expect((await quiz.readAttempt(people.ann, attempt.id)).answers).toEqual([])
      await quiz.answerItem(people.ann, attempt.id, 0, choose('a'))
      expect((await quiz.finishAttempt(people.ann, attempt.id)).attempt.points).toBe(1)
    }
    const before = (await quiz.listAttempts(people.ann)).length
    const atOnce = { mode: 'practice' as const, answers: [{ itemId, response: choose('h') }] }
    expect(await codeOf(quiz.takeAtOnce(people.ann, id, atOnce))).toBe(refused)
    expect(await quiz.listAttempts(people.ann)).toHaveLength(before)
  })

  test('begun six times at once it is one attempt', async () => {
    const id = await publish()
    const begin = () => quiz.startAttempt(people.ben, id, 'practice')
    const views = await Promise.all(Array.from({ length: 6 }, begin))
    expect(new Set(views.map((one) => one.attempt.id)).size).toBe(1)
    expect((await quiz.listAttempts(people.ben)).filter((one) => one.quizId === id)).toHaveLength(1)
  })

  test('each attempt has an order of its own', async () => {
    const id = await publish(12)
    const orderOf = ({ questions }: AttemptView) => questions.map((one) => one.itemId)
    const ann = orderOf(await quiz.startAttempt(people.ann, id, 'practice'))
    const ben = orderOf(await quiz.startAttempt(people.ben, id, 'practice'))
    expect([...ann].sort()).toEqual([...ben].sort())
    expect(ann).not.toEqual(ben)
  })
})

describe('an exam', () => {
  test('tells nothing before its end, and takes the last answer', async () => {
    const { attempt } = await quiz.startAttempt(people.ann, await publish(), 'exam')
    expect(await quiz.answerItem(people.ann, attempt.id, 0, WRONG)).toEqual({ status: 'stored', result: null })
    expect(await quiz.answerItem(people.ann, attempt.id, 0, RIGHT)).toEqual({ status: 'stored', result: null })
    const open = await quiz.readAttempt(people.ann, attempt.id)
    expect(open.results).toEqual([])
    expect(JSON.stringify(open)).not.toContain('因為這樣')
    const done = await quiz.finishAttempt(people.ann, attempt.id)
    expect(done.attempt).toMatchObject({ points: 1, maxPoints: 2, passed: false })
    expect(done.results).toHaveLength(2)
  })

  test('is closed at its deadline with the answers until then', async () => {
    const { attempt } = await quiz.startAttempt(people.ann, await publish(2, { timeLimitMinutes: 10 }), 'exam')
    const deadline = new Date(START + 10 * 60_000)
    expect(attempt.deadline).toEqual(deadline)
    clockMs = deadline.getTime()
    await quiz.answerItem(people.ann, attempt.id, 0, RIGHT)
    clockMs += 1
    expect(await codeOf(quiz.answerItem(people.ann, attempt.id, 1, RIGHT))).toBe('attempt-ended')
    const view = await quiz.readAttempt(people.ann, attempt.id)
    expect(view.attempt).toMatchObject({ points: 1, passed: false, finishedAt: deadline })
  })

  test('that was left open is closed when the list is read, and the next one is a new one', async () => {
    const id = await publish(1, { timeLimitMinutes: 5 })
    const { attempt } = await quiz.startAttempt(people.ben, id, 'exam')
    expect((await quiz.startAttempt(people.ben, id, 'exam')).attempt.id).toBe(attempt.id)
    clockMs += 6 * 60_000
    const listed = (await quiz.listAttempts(people.ben)).find((one) => one.id === attempt.id)
    expect(listed).toMatchObject({ points: 0, passed: false, title: '法規測驗', answered: 0 })
    expect((await quiz.startAttempt(people.ben, id, 'exam')).attempt.id).not.toBe(attempt.id)
  })

  test('practice has no deadline', async () => {
    const { attempt } = await quiz.startAttempt(people.ann, await publish(1, { timeLimitMinutes: 5 }), 'practice')
    expect(attempt.deadline).toBeNull()
  })
})

describe('what was missed comes again', () => {
  test('the next day, until it is known', async () => {
    // Somebody who has missed nothing yet.
    const learner = people.manager
    const { attempt, questions } = await quiz.startAttempt(learner, await publish(3), 'exam')
    await quiz.answerItem(learner, attempt.id, 0, RIGHT)
    await quiz.answerItem(learner, attempt.id, 1, WRONG)
    await quiz.finishAttempt(learner, attempt.id)
    expect(await quiz.countDue(learner)).toBe(0)
    expect(await quiz.startReview(learner)).toBeNull()
    clockMs += DAY_MS
    expect(await quiz.countDue(learner)).toBe(2)
    const review = (await quiz.startReview(learner))!
    expect(review.questions.map((one) => one.itemId).sort()).toEqual(
      [questions[1]!.itemId, questions[2]!.itemId].sort(),
    )
    expect((await startQuiz().startReview(learner))?.attempt.id).toBe(review.attempt.id)
    const knew = await quiz.answerItem(learner, review.attempt.id, 0, RIGHT)
    expect(knew.result).toMatchObject({ points: 1 })
    await quiz.answerItem(learner, review.attempt.id, 1, WRONG)
    expect((await quiz.finishAttempt(learner, review.attempt.id)).attempt).toMatchObject({ points: 1, passed: null })
    expect(await quiz.countDue(learner)).toBe(0)
    clockMs += DAY_MS
    // The one that was missed twice is due, the other one not yet. What a trainer is still editing does not show.
    await quiz.saveItem(people.trainer, review.questions[1]!.itemId, 1, trueFalse('還沒審的新敘述對不對？'))
    const [again, ...others] = (await quiz.startReview(learner))!.questions
    expect(others).toEqual([])
    expect(again).toMatchObject({ itemId: review.questions[1]!.itemId, version: 1, isUnreviewed: false })
  })
})

describe('whose attempt it is', () => {
  test('nobody else takes part in it, and only leaders of the person read it when it has ended', async () => {
    const { attempt } = await quiz.startAttempt(people.ann, await publish(1), 'exam')
    const read = (who: PersonRecord) => codeOf(quiz.readAttempt(who, attempt.id))
    const others = [people.ben, people.trainer, people.manager, people.boss, people.southern, people.stranger]
    for (const who of others) {
      expect(await read(who)).toBe('not-found')
      expect(await codeOf(quiz.answerItem(who, attempt.id, 0, RIGHT))).toBe('not-found')
      expect(await codeOf(quiz.finishAttempt(who, attempt.id))).toBe('not-found')
    }
    await quiz.finishAttempt(people.ann, attempt.id)
    const after: Record<string, unknown> = {}
    for (const who of others) after[who.personId] = await read(who)
    expect(after).toEqual({
      ben: 'not-found',
      trainer: 'done',
      manager: 'done',
      boss: 'done',
      southern: 'not-found',
      stranger: 'not-found',
    })
  })

  test('leaders list the results of their own people', async () => {
    const { attempt } = await quiz.startAttempt(people.ann, await publish(1), 'exam')
    await quiz.finishAttempt(people.ann, attempt.id)
    const sees = async (who: PersonRecord) => (await quiz.listResults(who)).some((one) => one.id === attempt.id)
    expect(await sees(people.trainer)).toBe(true)
    expect(await sees(people.boss)).toBe(true)
    expect(await sees(people.southern)).toBe(false)
    expect(await sees(people.stranger)).toBe(false)
    expect(await codeOf(quiz.listResults(people.ann))).toBe('not-allowed')
  })

  test('the analysis counts first attempts', async () => {
    const id = await publish(1)
    for (const response of [WRONG, RIGHT]) {
      const { attempt } = await quiz.startAttempt(people.ann, id, 'exam')
      await quiz.answerItem(people.ann, attempt.id, 0, response)
      await quiz.finishAttempt(people.ann, attempt.id)
    }
    const { analysis } = await quiz.readAnalysis(people.trainer, id)
    expect(analysis).toMatchObject({ attempts: 1, meanPercent: 0, items: [{ answers: 1, difficulty: 0 }] })
    expect(await codeOf(quiz.readAnalysis(people.ann, id))).toBe('not-allowed')
    expect(await codeOf(quiz.readAnalysis(people.stranger, id))).toBe('not-found')
  })
})

describe('publishing', () => {
  test('a draft is for those who made it, and needs reviewed items', async () => {
    const item = await quiz.writeItem(people.trainer, trueFalse())
    const id = await quiz.createQuiz(people.trainer, { title: '草稿', itemIds: [item.id] })
    expect(await codeOf(quiz.startAttempt(people.ann, id, 'practice'))).toBe('not-found')
    expect(await codeOf(quiz.describeQuiz(people.ann, id))).toBe('not-found')
    expect(await codeOf(quiz.readQuiz(people.ann, id))).toBe('not-allowed')
    expect((await quiz.startAttempt(people.southern, id, 'practice')).questions[0]).toMatchObject({
      isUnreviewed: true,
    })
    expect(await codeOf(quiz.publishQuiz(people.trainer, id))).toBe('bad-input {"items":"not-reviewed"}')
    await quiz.setItemStatus(people.trainer, [item.id], 'approved')
    await quiz.publishQuiz(people.trainer, id)
    expect((await quiz.listQuizzes(people.ann)).map((one) => one.id)).toContain(id)
    expect(await codeOf(quiz.setQuizItems(people.trainer, id, []))).toBe('bad-input {"status":"not-a-draft"}')
    await quiz.retireQuiz(people.trainer, id)
    expect(await codeOf(quiz.startAttempt(people.ann, id, 'practice'))).toBe('not-found')
    expect((await quiz.listQuizzes(people.ann)).map((one) => one.id)).not.toContain(id)
  })

  test('items that nobody reviewed reach trainees only where the organisation says so, and are marked', async () => {
    const item = await quiz.writeItem(people.trainer, trueFalse())
    const id = await quiz.createQuiz(people.trainer, { title: '未審', itemIds: [item.id] })
    expect(await codeOf(quiz.saveSettings(people.trainer, { allowsUnreviewedItems: true }))).toBe('not-allowed')
    await quiz.saveSettings(people.boss, { allowsUnreviewedItems: true })
    expect(await quiz.readSettings(people.ann)).toEqual({ allowsUnreviewedItems: true })
    await quiz.publishQuiz(people.trainer, id)
    await quiz.saveSettings(people.boss, { allowsUnreviewedItems: false })
    const { questions } = await quiz.startAttempt(people.ann, id, 'practice')
    expect(questions.map((one) => one.isUnreviewed)).toEqual([true])
  })

  test('what is published stays as it was when an item is edited; retired items are asked no more', async () => {
    const id = await publish(2)
    const [first, second] = (await quiz.readQuiz(people.trainer, id)).items
    await quiz.saveItem(people.trainer, first!.itemId, 1, trueFalse('全新的敘述，對不對？'))
    await quiz.setItemStatus(people.trainer, [second!.itemId], 'retired')
    const { questions } = await quiz.startAttempt(people.ann, id, 'practice')
    expect(questions.map((one) => [one.stem, one.version, one.isUnreviewed])).toEqual([[first!.content.stem, 1, false]])
  })

  test('an empty quiz is not published', async () => {
    const id = await quiz.createQuiz(people.trainer, { title: '空的', itemIds: [] })
    expect(await codeOf(quiz.publishQuiz(people.trainer, id))).toBe('bad-input {"items":"none"}')
  })
})

describe('items', () => {
  test('an edit is a new version, to be reviewed again; two who edit at once are not lost', async () => {
    const { id } = await quiz.writeItem(people.trainer, trueFalse())
    await quiz.setItemStatus(people.trainer, [id], 'approved')
    expect(await quiz.saveItem(people.trainer, id, 1, trueFalse('改過的敘述對不對？'))).toMatchObject({
      id,
      version: 2,
    })
    expect(await codeOf(quiz.saveItem(people.trainer, id, 1, trueFalse()))).toBe('version-conflict')
    const read = await quiz.readItem(people.trainer, id)
    expect(read.item).toMatchObject({ status: 'edited', version: 2, content: { stem: '改過的敘述對不對？' } })
    expect(read.events.map((one) => [one.action, one.personName])).toEqual([
      ['made', 'trainer'],
      ['approved', 'trainer'],
      ['edited', 'trainer'],
    ])
    expect(read.canChange).toBe(true)
  })

  test('what nobody could answer is refused', async () => {
    const options = ['甲說', '乙說'].map((text, i) => ({ id: 'ab'[i]!, text, isKey: false, reason: '' }))
    const noKey: ItemContent = { ...common, type: 'single', stem: '下列何者正確？', options }
    expect(await codeOf(quiz.writeItem(people.trainer, noKey))).toBe('bad-input {"content":"no-key"}')
    const [a, b] = options
    const equal: ItemContent = {
      ...noKey,
      options: [
        { ...a!, isKey: true },
        { ...b!, text: '甲說' },
      ],
    }
    expect(await codeOf(quiz.writeItem(people.trainer, equal))).toBe('bad-input {"content":"equal-options"}')
    const empty = { ...trueFalse(), stem: '' }
    expect(await codeOf(quiz.writeItem(people.trainer, empty))).toMatch(/^bad-input \{"stem":/)
  })

  test('are for those who make quizzes, of their own organisation', async () => {
    const { id } = await quiz.writeItem(people.trainer, trueFalse())
    for (const who of [people.ann, people.manager]) {
      expect(await codeOf(quiz.readItem(who, id))).toBe('not-allowed')
      expect(await codeOf(quiz.listItems(who, {}, { offset: 0, limit: 1 }))).toBe('not-allowed')
      expect(await codeOf(quiz.writeItem(who, trueFalse()))).toBe('not-allowed')
      expect(await codeOf(quiz.setItemStatus(who, [id], 'approved'))).toBe('not-allowed')
    }
    expect(await codeOf(quiz.readItem(people.stranger, id))).toBe('not-found')
    expect(await codeOf(quiz.setItemStatus(people.stranger, [id], 'approved'))).toBe('not-found')
    expect(await codeOf(quiz.createQuiz(people.stranger, { title: 'x', itemIds: [id] }))).toBe(
      'bad-input {"itemIds":"unknown"}',
    )
  })

  test("everybody's items are read by all and changed by no organisation", async () => {
    await createQuizStore(database.prisma).addItems([
      {
        id: 'exam-1',
        organisationId: null,
        status: 'approved',
        origin: 'exam',
        version: 1,
        documentId: null,
        createdAt: new Date(START),
        createdById: null,
        content: trueFalse(),
        personName: '考古題',
      },
    ])
    expect((await quiz.readItem(people.trainer, 'exam-1')).canChange).toBe(false)
    expect(await codeOf(quiz.setItemStatus(people.trainer, ['exam-1'], 'retired'))).toBe('not-allowed')
    expect(await codeOf(quiz.saveItem(people.trainer, 'exam-1', 1, trueFalse()))).toBe('not-allowed')
  })

  test('of a file come in all or not at all', async () => {
    const from = { fileName: '題庫.csv' }
    const before = (await quiz.listItems(people.trainer, {}, { offset: 0, limit: 1 })).total
    const bad = { ...trueFalse(), stem: ' ' }
    expect(await codeOf(quiz.importItems(people.trainer, [trueFalse(), bad], from))).toMatch(/^bad-input \{"items.1":/)
    expect((await quiz.listItems(people.trainer, {}, { offset: 0, limit: 1 })).total).toBe(before)
    const { quizId, itemIds } = await quiz.importItems(people.trainer, [trueFalse(), trueFalse()], from)
    const made = await quiz.readQuiz(people.trainer, quizId)
    // Where there is no source, there is nothing to check the key against.
    expect((await quiz.readItem(people.trainer, itemIds[0]!)).faults).toEqual([])
    expect(made).toMatchObject({ title: '題庫.csv', status: 'draft', origin: { kind: 'import', fileName: '題庫.csv' } })
    expect(made.items.map((one) => [one.itemId, one.status])).toEqual(itemIds.map((id) => [id, 'draft']))
  })
})

describe('papers of the exam', () => {
  test('are grouped by year and section, and no part of the list of quizzes', async () => {
    const store = createQuizStore(database.prisma)
    for (const [id, year, section] of [
      ['p1', 113, '保險法規'],
      ['p2', 114, '保險學'],
      ['p3', 114, '保險法規'],
    ] as const)
      await store.createQuiz(
        {
          id,
          organisationId: null,
          title: `${year} ${section}`,
          status: 'published',
          origin: { kind: 'exam', year, section, branch: '人身' },
          timeLimitMinutes: 60,
          passPercent: 60,
          seed: 's',
          createdAt: new Date(START),
          createdById: null,
        },
        [{ itemId: 'exam-1', version: 1 }],
      )
    const years = await quiz.examPapers(people.ann)
    expect(years.map(({ year, sections }) => [year, sections.map((one) => [one.section, one.papers[0]?.id])])).toEqual([
      [
        114,
        [
          ['保險法規', 'p3'],
          ['保險學', 'p2'],
        ],
      ],
      [113, [['保險法規', 'p1']]],
    ])
    expect((await quiz.listQuizzes(people.trainer)).filter((one) => one.id.startsWith('p'))).toEqual([])
    const { attempt } = await quiz.startAttempt(people.stranger, 'p1', 'exam')
    expect(attempt.deadline).toEqual(new Date(START + 3_600_000))
  })
})

const law = (amendedOn: string, articles: Record<string, string>) =>
  `法規名稱：測驗用保險法\n修正日期：${amendedOn}\n\n${Object.entries(articles)
    .map(([article, text]) => `第 ${article} 條\n\n${text}\n`)
    .join('\n')}`

async function upload(name: string, text: string, kind: 'regulation' | 'guide' = 'regulation'): Promise<void> {
  const bytes = new TextEncoder().encode(text)
  const id = await services.startKnowledgeImport(people.trainer, {
    files: [{ name, sizeBytes: bytes.length, bytes }],
    kind,
  })
  for (let i = 0; i < 200; i++) {
    const { status } = await services.readKnowledgeImport(people.trainer, id)
    if (status !== 'running') return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the import does not end')
}

const citing = (passageId: string): ItemContent => ({
  ...trueFalse(),
  citations: [{ passageId, label: '測驗用保險法' }],
})

describe('an amendment', () => {
  test('shows the items that stand on the old text, and those only', async () => {
    await upload('old.md', law('20200101', { '1': '應於五日內通知。', '2': '本條不變。', '3': '本條會刪。' }))
    const idOf = (article: string, version = '2020-01-01') => `測驗用保險法@${version}#${article}`
    const ids: string[] = []
    for (const article of ['1', '2', '3']) ids.push((await quiz.writeItem(people.trainer, citing(idOf(article)))).id)
    expect(await quiz.listStaleItems(people.trainer)).toEqual([])
    await upload('new.md', law('20250101', { '1': '應於十日內通知。', '2': '本條不變。' }))
    const stale = await quiz.listStaleItems(people.trainer)
    expect(stale.map((one) => [one.itemId, one.citedPassageId, one.currentPassageId, one.label])).toEqual([
      [ids[0], idOf('1'), idOf('1', '2025-01-01'), '測驗用保險法 §1'],
      [ids[2], idOf('3'), null, '測驗用保險法 §3'],
    ])
    expect((await quiz.readItem(people.trainer, ids[0]!)).stale).toEqual([stale[0]])
    expect(await quiz.listStaleItems(people.stranger)).toEqual([])
    await quiz.setItemStatus(people.trainer, [ids[2]!], 'retired')
    expect((await quiz.listStaleItems(people.trainer)).map((one) => one.itemId)).toEqual([ids[0]])
  })
})

describe('making a quiz', () => {
  const make = (more: object) => quiz.makeQuiz(people.trainer, { count: 3, ...more })
  const cite = (stem: string) => ({ ...trueFalse(stem), citations: [{ passageId, label: '年金險' }] })
  let passageId: string
  beforeAll(async () => {
    const { passages } = await services.readKnowledgeDocument(people.trainer, 'annuity')
    passageId = passages[0]!.id
  })

  test('from what is not there is refused with the field', async () => {
    expect(await codeOf(make({ documentIds: ['none'] }))).toBe('bad-input {"documentIds":"unknown"}')
    expect(await codeOf(make({ documentIds: ['annuity', 'none'] }))).toBe('bad-input {"documentIds":"unknown"}')
    expect(await codeOf(make({ topic: '量子色動力學的夸克禁閉' }))).toBe('bad-input {"topic":"nothing-found"}')
    expect(await codeOf(make({ scenarioId: 'none' }))).toBe('bad-input {"scenarioId":"unknown"}')
    expect(await codeOf(make({}))).toBe('bad-input {"documentIds":"required"}')
    expect(await codeOf(make({ documentIds: ['annuity'], count: 61 }))).toBe('bad-input {"count":"out-of-range"}')
    expect(await codeOf(make({ documentIds: ['annuity'] }))).toBe('bad-input {"documentIds":"no-items"}')
    expect(await codeOf(quiz.makeQuiz(people.ann, { documentIds: ['annuity'], count: 1 }))).toBe('not-allowed')
    expect(await codeOf(quiz.makeQuiz(people.manager, { documentIds: ['annuity'], count: 1 }))).toBe('not-allowed')
  })

  test('fewer items than asked for is no failure', async () => {
    written = [cite('年金第一題對不對？')]
    const made = await make({ documentIds: ['annuity'], seed: 's' })
    expect(made).toMatchObject({
      requested: 3,
      made: 1,
      rejected: { 'too-long': 2 },
      engine: 'embedded',
      fellBack: null,
    })
    expect(made.quiz).toMatchObject({
      status: 'draft',
      organisationId: 'here',
      passPercent: 60,
      timeLimitMinutes: null,
    })
    const stored = await quiz.readQuiz(people.trainer, made.quiz.id)
    expect(stored).toEqual(made.quiz)
    const { item } = await quiz.readItem(people.trainer, stored.items[0]!.itemId)
    expect(item).toMatchObject({ status: 'draft', origin: 'generated', documentId: 'annuity' })
  })

  test('asked for twice at once, also of two processes, it is one quiz; another input is another one', async () => {
    written = [cite('年金同時第一題對不對？'), cite('年金同時第二題對不對？')]
    const other = startQuiz()
    const ask = (at: typeof quiz, more: object = {}) =>
      at.makeQuiz(people.trainer, { requestId: 'request-1', documentIds: ['annuity'], count: 2, ...more })
    const made = await Promise.all([ask(quiz), ask(quiz), ask(other), ask(other)])
    expect(new Set(made.map((one) => one.quiz.id)).size).toBe(1)
    const id = made[0]!.quiz.id
    const listed = await quiz.listQuizzes(people.trainer)
    expect(listed.filter((one) => one.id === id)).toHaveLength(1)
    const words = '年金同時'
    expect((await quiz.listItems(people.trainer, { words }, { offset: 0, limit: 9 })).total).toBe(2)
    // A process that has just been started knows it from the store.
    expect(await ask(startQuiz())).toMatchObject({ quiz: { id }, made: 2, engine: null })
    expect((await ask(quiz, { count: 1 })).quiz.id).not.toBe(id)
  })

  test('goes on when whoever asked has gone, and tells how far it is', async () => {
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    const slow: ItemWriter = {
      async write(_input, _signal, _scope, onWritten) {
        onWritten?.(1)
        await released
        return { status: 'written', items: [cite('年金慢慢寫的題目對不對？')], rejected: {} }
      },
    }
    const patient = startQuiz({ itemWriters: [{ engine: 'llm', writer: slow }] })
    const input = { requestId: 'request-2', documentIds: ['annuity'], count: 1 }
    const started = await patient.startMaking(people.trainer, input)
    const stage = { kind: 'writing', engine: 'llm', written: 1 }
    expect(started).toMatchObject({ status: 'making', requested: 1, stage, usualSeconds: null })
    expect(await patient.readMaking(people.trainer, started.quizId)).toEqual(started)
    expect(await codeOf(patient.readMaking(people.boss, started.quizId))).toBe('not-found')
    expect(await codeOf(patient.readMaking(people.ann, started.quizId))).toBe('not-allowed')
    clockMs += 40_000
    release()
    expect(await patient.makeQuiz(people.trainer, input)).toMatchObject({ quiz: { id: started.quizId }, engine: 'llm' })
    expect(await patient.readMaking(people.trainer, started.quizId)).toMatchObject({
      status: 'made',
      made: { made: 1 },
    })
    expect(await startQuiz().readMaking(people.trainer, started.quizId)).toMatchObject({ status: 'made' })
    const next = await patient.startMaking(people.trainer, { ...input, requestId: 'request-3' })
    expect(next.status).toBe('made')
  })

  test('that is refused says why, and can be tried again', async () => {
    const input = { requestId: 'request-4', documentIds: ['annuity'], types: ['ordering' as const], count: 1 }
    const refused = await quiz.startMaking(people.trainer, input)
    expect(refused).toMatchObject({ status: 'refused', fields: { documentIds: 'no-items' }, input })
    written = [{ ...common, type: 'ordering', stem: '年金的順序怎麼排？', steps: ['一', '二', '三'], citations: [] }]
    expect(await quiz.startMaking(people.trainer, input)).toMatchObject({ status: 'made', quizId: refused.quizId })
  })

  test('the same question is the same item, as trainers left it; what they retired does not come back', async () => {
    written = [cite('年金第二題對不對？'), cite('年金第三題對不對？')]
    const first = await make({ documentIds: ['annuity'], seed: 's', count: 2 })
    const ids = first.quiz.items.map((one) => one.itemId)
    await quiz.setItemStatus(people.trainer, ids, 'approved')
    const second = await make({ documentIds: ['annuity'], seed: 's', count: 2 })
    expect(second.quiz.items.map((one) => [one.itemId, one.status])).toEqual(ids.map((id) => [id, 'approved']))
    await quiz.setItemStatus(people.trainer, [ids[0]!], 'retired')
    written = []
    const third = await make({ documentIds: ['annuity'], count: 60 })
    const again = third.quiz.items.map((one) => one.itemId)
    expect(again[0]).toBe(ids[1])
    expect(again).not.toContain(ids[0])
  })

  describe('with a language model', () => {
    const llm = (writer: ItemWriter) =>
      startQuiz({
        itemWriters: [
          { engine: 'llm', writer },
          { engine: 'embedded', writer: scripted },
        ],
      })

    test('that fails: it is replaced, and the answer says so', async () => {
      const failing: ItemWriter = { write: () => Promise.resolve({ status: 'failed', reason: 'timeout' }) }
      written = [cite('年金第四題對不對？')]
      const made = await llm(failing).makeQuiz(people.trainer, { topic: '年金險', count: 1 })
      expect(made).toMatchObject({ made: 1, engine: 'embedded', fellBack: 'timeout', quiz: { title: '年金險' } })
    })

    test('that makes too little: the rest is written without it', async () => {
      const one = cite('年金第五題對不對？')
      const poor: ItemWriter = {
        write: () => Promise.resolve({ status: 'written', items: [one], rejected: { 'too-long': 1 } }),
      }
      written = [cite('年金第六題對不對？')]
      const made = await llm(poor).makeQuiz(people.trainer, { documentIds: ['annuity'], count: 2, seed: 'x' })
      expect(made).toMatchObject({ made: 2, engine: 'llm', fellBack: null, rejected: { 'too-long': 3 } })
    })

    test('personal data stays here where the organisation says so', async () => {
      await upload('contacts.md', '# 服務窗口\n\n## 聯絡人\n\n王小明 0912-345-678，身分證 A123456789。\n', 'guide')
      const scopes: unknown[] = []
      const spy: ItemWriter = {
        write: (_input, _signal, scope) => {
          scopes.push(scope)
          return Promise.resolve({ status: 'written', items: [cite('服務窗口第一題對不對？')], rejected: {} })
        },
      }
      const make = () => llm(spy).makeQuiz(people.trainer, { documentIds: ['guide:服務窗口'], count: 1 })
      expect(await make()).toMatchObject({ engine: 'llm' })
      expect(scopes).toEqual([{ userId: 'trainer', dataPolicy: 'mask' }])
      const settings = createSettingsStore(database.prisma)
      const by = { personId: 'boss', at: new Date(START) }
      await settings.save('here', { ...(await settings.read('here')), dataPolicy: 'block' }, by)
      written = [cite('服務窗口第二題對不對？')]
      expect(await make()).toMatchObject({ engine: 'embedded', fellBack: 'blocked' })
      expect(scopes).toHaveLength(1)
    })
  })

  test('by the machine alone is a draft that no organisation sees', async () => {
    const machine = { ...people.boss, personId: 'machine', organisationId: MACHINE_ORGANISATION_ID }
    written = [cite('年金第七題對不對？')]
    const made = await quiz.makeQuiz(machine, { documentIds: ['annuity'], count: 1, seed: 'm' })
    expect(made.quiz.organisationId).toBeNull()
    // A draft of the installation is nobody's to see before it is published.
    expect((await quiz.listQuizzes(people.trainer)).map((one) => one.id)).not.toContain(made.quiz.id)
    expect(await codeOf(quiz.readQuiz(people.trainer, made.quiz.id))).toBe('not-found')
  })
})

describe('on the real sources', () => {
  test('the built-in writer makes sound items, and the same ones for the same seed', async () => {
    const make = (seed: string) =>
      services.quiz.makeQuiz(people.southern, { documentIds: ['usd-whole-life'], count: 12, seed })
    const [first, again] = [await make('one'), await make('one')]
    expect(first.made).toBe(12)
    expect(again.quiz.items).toEqual(first.quiz.items)
    for (const { itemId, content } of first.quiz.items) {
      expect(content.citations.length).toBeGreaterThan(0)
      expect((await services.quiz.readItem(people.southern, itemId)).faults).toEqual([])
    }
  })

  test('about a scenario half of the items are what its client says, the others what stands behind it', async () => {
    const scenarioId = 'retired-teacher-deposit-matures'
    const make = () => services.quiz.makeQuiz(people.southern, { scenarioId, count: 8, seed: 'talk' })
    const [made, again] = [await make(), await make()]
    expect(again.quiz.items).toEqual(made.quiz.items)
    expect(made).toMatchObject({ made: 8, quiz: { origin: { kind: 'scenario', scenarioId } } })
    const situations = made.quiz.items.filter((one) => one.content.type === 'situation')
    expect(situations).toHaveLength(4)
    for (const { itemId, content } of situations) {
      expect(content).toMatchObject({ scenarioId })
      expect((await services.quiz.readItem(people.southern, itemId)).faults).toEqual([])
    }
  })

  test('without a seed new items come first', async () => {
    const make = () => services.quiz.makeQuiz(people.southern, { documentIds: ['term-life'], count: 5 })
    const [first, second] = [await make(), await make()]
    const known = new Set(first.quiz.items.map((one) => one.itemId))
    expect(second.quiz.items.filter((one) => known.has(one.itemId))).toEqual([])
  })
})
