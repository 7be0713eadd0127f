import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPrismaClient } from '../../app/adapters/database/prisma-client'
import { createQuizStore } from '../../app/adapters/database/quiz-store'
import { systemClock } from '../../app/adapters/system/system-clock'
import type { PersonRecord } from '../../app/domain/ports'
import { WRITE_FORMATS } from '../../app/domain/quiz/exchange-formats'
import { parseExamBank } from '../../app/domain/quiz/parse-exam-bank'
import type { Services } from '../../app/services.server'
import { importExamBank } from '../../app/use-cases/exam/import-exam-bank'
import { ITEMS } from '../fixtures/items'
import { createTestServices } from '../test-services'

let services: Services
let trainer: PersonRecord
let trainee: PersonRecord
let quizzes: ReturnType<typeof createQuizStore>

beforeAll(async () => {
  const made = await createTestServices()
  services = made.services
  quizzes = createQuizStore(createPrismaClient(made.database.pool))
  const createdAt = new Date()
  await made.accounts.createOrganisation({ id: 'here', name: 'here', isDemo: false, createdAt })
  const boss = {
    personId: 'b',
    organisationId: 'here',
    teamId: null,
    role: 'admin',
    name: '',
    email: '',
    isDemo: false,
    createdAt,
  } as const
  const add = (role: 'trainer' | 'trainee') =>
    services.addPerson(boss, {
      name: role,
      email: `${role}@here.test`,
      password: 'a long enough password',
      role,
      teamName: 'north',
    })
  trainer = await add('trainer')
  trainee = await add('trainee')
})
afterAll(() => services?.close())

const contents = ITEMS.map((item) => item.content)
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test('a file is looked at, then brought in whole; every format goes out again', async () => {
  const { quizId } = await services.exchange.importItems(trainer, contents, {
    fileName: '題目.csv',
    title: '匯入的測驗',
  })
  for (const format of WRITE_FORMATS) {
    const file = await services.exchange.exportQuiz(trainer, quizId, format)
    expect(file.name).toBe(`匯入的測驗.${file.extension}`)
    expect(file.bytes.length).toBeGreaterThan(500)
  }
  const csv = await services.exchange.exportQuiz(trainer, quizId, 'csv')
  const preview = await services.exchange.readItemFile(trainer, 'again.csv', csv.bytes)
  expect(preview).toMatchObject({ status: 'read', faults: [] })
  expect(preview.status === 'read' && preview.items.length).toBe(ITEMS.length)
  const { total } = await services.quiz.listItems(trainer, {}, { offset: 0, limit: 10 })
  expect(total).toBe(ITEMS.length) // a preview stores nothing
})

test('an item without a key, or with two equal options, is a fault of its row', async () => {
  const text = '題型,題幹,選項1,選項2,答案\n單選,保險費由誰交付？,要保人,要保人,1\n單選,誰承擔危險？,保險人,受益人,1\n'
  const preview = await services.exchange.readItemFile(trainer, 'a.csv', new TextEncoder().encode(text))
  expect(preview).toMatchObject({ status: 'read', items: [{ place: '第 3 列' }], faults: [{ place: '第 2 列' }] })
})

test('only those who make quizzes may do so', async () => {
  await expect(services.exchange.readItemFile(trainee, 'a.csv', new Uint8Array([1]))).rejects.toMatchObject({
    code: 'not-allowed',
  })
  await expect(services.exchange.importItems(trainee, contents, { fileName: 'a' })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  await expect(services.exchange.exportCompletions(trainee, 'csv')).rejects.toMatchObject({ code: 'not-allowed' })
})

test('a talk started from a learning platform tells its result to whoever knows the id', async () => {
  const launchId = 'ab'.repeat(24)
  await expect(services.exchange.readLaunch(launchId)).rejects.toMatchObject({ code: 'not-found' })
  const { id } = await services.startRoleplay(trainee, { scenarioId: 'retired-teacher-deposit-matures' })
  await expect(services.exchange.bindLaunch(trainer, launchId, id)).rejects.toMatchObject({ code: 'not-allowed' })
  await services.exchange.bindLaunch(trainee, launchId, id)
  expect(await services.exchange.readLaunch(launchId)).toEqual({ status: 'open', overall: null, passed: null })
  await services.takeTurn(trainee, {
    roleplayId: id,
    turnId: 'a',
    text: '您好，我是安禾人壽的業務員。',
    expectedTurnIndex: 0,
  })
  await services.finishRoleplay(trainee, id)
  const scorecard = await services.readScorecard(trainee, id)
  if (scorecard.status !== 'scored') throw new Error(scorecard.reason)
  expect(await services.exchange.readLaunch(launchId)).toEqual({
    status: 'ended',
    overall: scorecard.overall,
    passed: scorecard.passed,
  })
  const csv = textOf((await services.exchange.exportCompletions(trainer, 'csv')).bytes)
  expect(csv.split('\r\n')[1]).toMatch(/^trainee,對練,.+,20\d\d-\d\d-\d\d \d\d:\d\d,\d+,[是否]$/u)
})

test('the package of a launch names this server and the scenario', () => {
  const { bytes, name } = services.exchange.exportLaunch(
    trainer,
    'retired-teacher-deposit-matures',
    '1.2',
    'https://duilian.test',
  )
  expect(name).toMatch(/SCORM 1\.2\.zip$/)
  const page = strFromU8(unzipSync(bytes)['index.html']!)
  expect(page).toContain('"serverUrl":"https://duilian.test"')
})

test('the exam bank: once in, published, to be taken by everybody; a second import adds nothing', async () => {
  const row = (year: number, question: string) => ({
    year,
    section: '保險學概要',
    type: 'life',
    question,
    options: { A: '甲', B: '乙' },
    answer: 'AB',
  })
  const { papers } = parseExamBank(JSON.stringify([row(114, '一'), row(114, '二'), row(113, '三')]))!
  const deps = { quizzes, clock: systemClock }
  expect(await importExamBank(deps, papers)).toEqual({ papers: 2, items: 3, known: 0 })
  expect(await importExamBank(deps, papers)).toEqual({ papers: 0, items: 0, known: 2 })
  // An import that was cut short between the questions and their quiz is completed by the next.
  const [cut] = parseExamBank(JSON.stringify([row(112, '四')]))!.papers
  await importExamBank({ ...deps, quizzes: { ...quizzes, createQuiz: () => Promise.reject(new Error('killed')) } }, [
    cut!,
  ]).catch(() => {})
  expect(await importExamBank(deps, [cut!])).toEqual({ papers: 1, items: 1, known: 0 })
  const years = await services.quiz.examPapers(trainee)
  expect(years.map((one) => one.year)).toEqual([114, 113, 112])
  const { attempt } = await services.quiz.startAttempt(trainee, papers[0]!.id, 'exam')
  await services.quiz.answerItem(trainee, attempt.id, 0, { type: 'choice', optionIds: ['b'] })
  const { attempt: ended } = await services.quiz.finishAttempt(trainee, attempt.id)
  // Each of several official keys is right; the other question was left open.
  expect(ended).toMatchObject({ points: 1, maxPoints: 2, passed: false })
})
