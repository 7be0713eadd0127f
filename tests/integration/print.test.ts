import type { LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCourseStore } from '../../app/adapters/database/course-store'
import { createPrintStore } from '../../app/adapters/database/print-store'
import { createRoleplayStore } from '../../app/adapters/database/roleplay-store'
import type { CourseRecord } from '../../app/domain/course/course-ports'
import type { PersonRecord } from '../../app/domain/ports'
import { isDomainError } from '../../app/http/problem-details'
import { loader as coursePdf } from '../../app/routes/api.v1.courses.$courseId[.]pdf'
import { loader as printFile } from '../../app/routes/prints.$printId.file'
import { loader as verify } from '../../app/routes/verify.$code'
import type { Services } from '../../app/services.server'
import { makeCourse, SCORECARD } from '../fixtures/print-inputs'
import { readPdfBack } from '../read-pdf-back'
import type { TestDatabase } from '../test-database'
import { createTestContext, createTestServices, signInCookie } from '../test-services'

const SCENARIO_ID = 'retired-teacher-deposit-matures'
const PASSWORD = 'a long enough password'
const ORIGIN = 'https://duilian.example'

let services: Services
let database: TestDatabase
let trainer: PersonRecord
let trainee: PersonRecord
let mate: PersonRecord
let stranger: PersonRecord
let quizId: string
let itemId: string

async function addPeople(accounts: Awaited<ReturnType<typeof createTestServices>>['accounts']) {
  const createdAt = new Date()
  const add = async (organisationId: string, role: PersonRecord['role'], name: string) => {
    const boss = {
      personId: 'boss',
      teamId: null,
      role: 'admin' as const,
      name: '',
      email: '',
      isDemo: false,
      createdAt,
    }
    return services.addPerson(
      { ...boss, organisationId },
      { name, email: `${name}@${organisationId}.test`, password: PASSWORD, role, teamName: 'north' },
    )
  }
  for (const id of ['here', 'there']) await accounts.createOrganisation({ id, name: id, isDemo: false, createdAt })
  trainer = await add('here', 'trainer', 'trainer')
  trainee = await add('here', 'trainee', '王小明')
  mate = await add('here', 'trainee', 'mate')
  stranger = await add('there', 'trainee', 'stranger')
}

async function publishQuiz() {
  const written = await services.quiz.writeItem(trainer, {
    type: 'true-false',
    stem: '業務員可以代客戶簽名。',
    isTrue: false,
    reason: '',
    explanation: '代簽使要保書無效。',
    citations: [],
    difficulty: 1,
    ability: 'recall',
    dimension: null,
  })
  itemId = written.id
  await services.quiz.setItemStatus(trainer, [itemId], 'approved')
  quizId = await services.quiz.createQuiz(trainer, { title: '親簽測驗', itemIds: [itemId] })
  await services.quiz.publishQuiz(trainer, quizId)
}

const addCourse = async (id: string, change: Partial<CourseRecord> = {}, lessons = 1, rows = 4, points = 3) => {
  await createCourseStore(database.prisma).createCourse({
    id,
    organisationId: 'here',
    title: `課程 ${id}`,
    status: 'published',
    origin: { kind: 'documents', documentIds: [] },
    version: 1,
    forPersonId: null,
    createdAt: new Date(),
    createdById: trainer.personId,
    content: makeCourse(lessons, rows, points),
    ...change,
  })
  return id
}

async function holdTalk(person: PersonRecord, passed: boolean) {
  const { id } = await services.startRoleplay(person, { scenarioId: SCENARIO_ID, mode: 'exam' })
  await services.takeTurn(person, {
    roleplayId: id,
    turnId: 'a',
    text: '您好，我是安禾人壽的業務員 🙂。',
    expectedTurnIndex: 0,
  })
  const { roleplay } = (await createRoleplayStore(database.prisma).find(id))!
  // A talk of one sentence does not pass by itself: its card is put in.
  await createRoleplayStore(database.prisma).end(id, 1, {
    state: roleplay.state,
    lastTurnAt: roleplay.lastTurnAt,
    endedAt: new Date(),
    scorecard: { ...SCORECARD, passed },
  })
  return id
}

beforeAll(async () => {
  const made = await createTestServices()
  ;({ services, database } = made)
  await addPeople(made.accounts)
  await publishQuiz()
})
afterAll(() => services?.close())

async function waitForEnd(person: PersonRecord, id: string) {
  const giveUpAt = Date.now() + 30_000
  for (;;) {
    const job = await services.prints.readJob(person, id)
    if (job.status !== 'waiting' && job.status !== 'running') return job
    if (Date.now() > giveUpAt) throw new Error(`still ${job.status}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: unknown) => (isDomainError(error) ? error.code : String(error)),
  )
async function callLoader(
  loader: (args: never) => Promise<unknown>,
  params: Record<string, string>,
  headers: Record<string, string> = {},
) {
  const request = new Request('http://app.test/x', { headers })
  const args = { request, params, context: createTestContext(services) } as unknown as LoaderFunctionArgs
  return loader(args as never).catch((error: unknown) => {
    if (error instanceof Response) return error
    throw error
  })
}
async function readTexts(bytes: Uint8Array) {
  const back = await readPdfBack(bytes)
  let text = ''
  for (let number = 1; number <= back.pageCount; number++) text += await back.readText(number)
  await back.close()
  return { text, pageCount: back.pageCount }
}

describe('print jobs', () => {
  test('a scorecard is made in the background, tells what it could not print, and is kept for its person alone', async () => {
    const talkId = await holdTalk(trainee, false)
    const { id } = await services.prints.startPrint(trainee, { kind: 'scorecard', subjectId: talkId, origin: ORIGIN })
    const job = await waitForEnd(trainee, id)
    expect(job).toMatchObject({ status: 'done', reason: null, kind: 'scorecard' })
    expect(job.fileName).toMatch(/^王小明 .+\.pdf$/u)
    expect(job.missing.map((one) => one.codePoint)).toEqual(['U+1F642'])
    const [cookie, foreign] = [
      await signInCookie(services, trainee, PASSWORD),
      await signInCookie(services, mate, PASSWORD),
    ]
    const file = (await callLoader(printFile, { printId: id }, { cookie })) as Response
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(decodeURIComponent(file.headers.get('content-disposition')!)).toContain(job.fileName)
    const { text, pageCount } = await readTexts(new Uint8Array(await file.arrayBuffer()))
    expect(pageCount).toBe(job.pagesDone)
    expect(text).toContain('〔U+1F642〕。')
    // Another person finds neither the job nor the file.
    expect(((await callLoader(printFile, { printId: id }, { cookie: foreign })) as Response).status).toBe(404)
    expect(await codeOf(services.prints.readJob(mate, id))).toBe('not-found')
    expect(await codeOf(services.prints.cancelPrint(mate, id))).toBe('not-found')
    expect((await services.prints.listJobs(mate)).map((one) => one.id)).not.toContain(id)
  })

  test('what somebody may not see cannot be printed by them', async () => {
    const talkId = await holdTalk(trainee, false)
    const draft = await addCourse('draft', { status: 'draft' })
    const start = (
      person: PersonRecord,
      kind: Parameters<Services['prints']['startPrint']>[1]['kind'],
      subjectId: string,
    ) => codeOf(services.prints.startPrint(person, { kind, subjectId, origin: ORIGIN }))
    expect(await start(mate, 'scorecard', talkId)).toBe('not-found')
    expect(await start(stranger, 'scorecard', talkId)).toBe('not-found')
    expect(await start(mate, 'course', draft)).toBe('not-found')
    expect(await start(mate, 'answer-key', quizId)).toBe('not-allowed')
    expect(await start(stranger, 'quiz-paper', quizId)).toBe('not-found')
    expect(await start(mate, 'quiz-paper', quizId)).toBe('done')
    expect(await start(trainer, 'answer-key', quizId)).toBe('done')
    expect(await start(trainer, 'scorecard', talkId)).toBe('done')
    expect(await start(trainer, 'course', draft)).toBe('done')
  })

  test('asking again for what is being printed gives the same job; cancelling stops it and keeps nothing', async () => {
    const long = await addCourse('long', {}, 60, 60, 60)
    const wish = { kind: 'course' as const, subjectId: long, origin: ORIGIN }
    const job = await services.prints.startPrint(mate, wish)
    expect((await services.prints.startPrint(mate, wish)).id).toBe(job.id)
    await services.prints.cancelPrint(mate, job.id)
    expect(await waitForEnd(mate, job.id)).toMatchObject({ status: 'cancelled', reason: null })
    expect(await codeOf(services.prints.readPrint(mate, job.id))).toBe('not-found')
    // The next one is not held up by what was cancelled.
    const next = await services.prints.startPrint(mate, { kind: 'quiz-paper', subjectId: quizId, origin: ORIGIN })
    expect(await waitForEnd(mate, next.id)).toMatchObject({ status: 'done' })
  })

  test('a job that a killed process left is shown as failed', async () => {
    const prints = createPrintStore(database.prisma)
    const left = {
      id: 'left-behind',
      personId: trainee.personId,
      organisationId: 'here',
      kind: 'course' as const,
      subjectId: 'c',
      status: 'running' as const,
      pagesDone: 4,
      fileName: 'c.pdf',
      missing: [],
      reason: null,
      createdAt: new Date(),
      finishedAt: null,
    }
    await prints.createJob(left, 20)
    expect(await services.prints.readJob(trainee, left.id)).toMatchObject({ status: 'failed', reason: 'left' })
  })
})

describe('GET /courses/{id}.pdf', () => {
  test('gives the course, with the answers only to those who make courses', async () => {
    const content = makeCourse(1, 4, 3)
    const blocks = content.lessons[0]!.blocks.map((block) => (block.kind === 'quiz' ? { ...block, quizId } : block))
    const id = await addCourse('c1', { content: { ...content, lessons: [{ ...content.lessons[0]!, blocks }] } })
    const read = async (person: PersonRecord) => {
      const cookie = await signInCookie(services, person, PASSWORD)
      const response = (await callLoader(coursePdf, { courseId: id }, { cookie })) as Response
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf'])
      return (await readTexts(new Uint8Array(await response.arrayBuffer()))).text
    }
    const [learner, maker] = [await read(mate), await read(trainer)]
    for (const text of [learner, maker]) {
      expect(text).toContain('課程 c1')
      expect(text).toContain('業務員可以代客戶簽名。')
    }
    expect(learner).not.toContain('代簽使要保書無效')
    expect(maker).toContain('代簽使要保書無效')
    const foreign = await signInCookie(services, stranger, PASSWORD)
    expect(((await callLoader(coursePdf, { courseId: id }, { cookie: foreign })) as Response).status).toBe(404)
  })
})

describe('certificates', () => {
  const answerQuiz = (person: PersonRecord, mode: 'exam' | 'practice', isTrue: boolean) =>
    services.quiz.takeAtOnce(person, quizId, { mode, answers: [{ itemId, response: { type: 'true-false', isTrue } }] })
  const issue = (person: PersonRecord, kind: 'quiz' | 'roleplay' | 'course', id: string) =>
    services.prints.issueCertificate(person, { kind, id })

  test('each passed exam of a quiz gives one, once; practice, failure and others’ attempts give none', async () => {
    const passed = await answerQuiz(trainee, 'exam', false)
    const certificate = await issue(trainee, 'quiz', passed.attempt.id)
    expect(certificate).toMatchObject({ personName: '王小明', kind: 'quiz', title: '親簽測驗', points: 100 })
    expect(await issue(trainee, 'quiz', passed.attempt.id)).toEqual(certificate)
    const again = await answerQuiz(trainee, 'exam', false)
    const second = await issue(trainee, 'quiz', again.attempt.id)
    expect(second).toMatchObject({ title: '親簽測驗', points: 100 })
    expect(second.code).not.toBe(certificate.code)
    expect(await codeOf(issue(mate, 'quiz', passed.attempt.id))).toBe('not-found')
    expect(await codeOf(issue(mate, 'quiz', (await answerQuiz(mate, 'exam', true)).attempt.id))).toBe('not-allowed')
    expect(await codeOf(issue(mate, 'quiz', (await answerQuiz(mate, 'practice', false)).attempt.id))).toBe(
      'not-allowed',
    )
  })

  test('a passed exam talk, and a course whose lessons are all done', async () => {
    expect(await issue(trainee, 'roleplay', await holdTalk(trainee, true))).toMatchObject({
      kind: 'roleplay',
      points: 58,
    })
    expect(await codeOf(issue(trainee, 'roleplay', await holdTalk(trainee, false)))).toBe('not-allowed')
    const course = await addCourse('c2', {}, 2)
    const store = createCourseStore(database.prisma)
    await store.markLesson(course, trainee.personId, 'lesson-1', new Date())
    expect(await codeOf(issue(trainee, 'course', course))).toBe('not-allowed')
    await store.markLesson(course, trainee.personId, 'lesson-2', new Date())
    expect(await issue(trainee, 'course', course)).toMatchObject({ kind: 'course', title: '課程 c2', points: null })
    expect(await services.prints.listCertificates(trainee)).toHaveLength(4)
  })

  test('anybody who has the code learns who, what and when; a wrong one is told apart from an unknown one', async () => {
    const { code } = (await services.prints.listCertificates(trainee))[0]!
    const look = async (typed: string) =>
      (await callLoader(verify, { code: typed })) as {
        result: { status: string; certificate?: Record<string, unknown> }
      }
    const { result } = await look(code.toLowerCase().replaceAll('-', ' '))
    expect(result).toMatchObject({ status: 'valid', certificate: { personName: '王小明' } })
    // No id of a person, an organisation or a subject.
    expect(Object.keys(result.certificate!).sort()).toEqual([
      'code',
      'issuedAt',
      'kind',
      'personName',
      'points',
      'title',
    ])
    expect((await look('0000-0000-0000-0001-01')).result.status).toBe('unknown')
    expect((await look('0000-0000-0000-0001-02')).result.status).toBe('mistyped')
    expect(await codeOf(services.prints.readCertificate(mate, code))).toBe('not-found')
  })

  test('the printed one bears its code and the address where it can be checked', async () => {
    const { code } = (await services.prints.listCertificates(trainee))[0]!
    const { id } = await services.prints.startPrint(trainee, { kind: 'certificate', subjectId: code, origin: ORIGIN })
    await waitForEnd(trainee, id)
    const { text } = await readTexts((await services.prints.readPrint(trainee, id)).bytes)
    expect(text).toContain(`${ORIGIN}/verify/${code}`)
    expect(text).toContain('王小明')
    expect(
      await codeOf(services.prints.startPrint(mate, { kind: 'certificate', subjectId: code, origin: ORIGIN })),
    ).toBe('not-found')
  })

  test('who guesses codes is slowed down', async () => {
    const tries = Array.from({ length: 31 }, () => services.prints.verifyCertificate('x', '10.0.0.9'))
    const outcomes = await Promise.all(tries.map(codeOf))
    expect(outcomes.filter((one) => one === 'too-many-requests')).toHaveLength(1)
    expect(await codeOf(services.prints.verifyCertificate('x', '10.0.0.10'))).toBe('done')
  })
})
