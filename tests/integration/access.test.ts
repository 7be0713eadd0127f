import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROLES, type Role } from '../../app/domain/governance/authorise'
import type { AccountStore, PersonRecord } from '../../app/domain/ports'
import { isDomainError, statusOf } from '../../app/http/problem-details'
import type { Services } from '../../app/services.server'
import { MACHINE_ORGANISATION_ID } from '../../app/use-cases/machine-access'
import { createTestContext, createTestServices, signInCookie } from '../test-services'

// Every route × every role × whose thing it is. A route that is not in the table fails the first test.

type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown
type RouteModule = { loader?: Handler; action?: Handler }
const routes = import.meta.glob<RouteModule>('../../app/routes/*.{ts,tsx}')
const nameOf = (file: string) => file.replace('../../app/routes/', '').replace(/\.tsx?$/, '')

const PASSWORD = 'a long enough password'
const SCENARIO_ID = 'retired-teacher-deposit-matures'
const OWNERS = ['own', 'own team', 'other team', 'other organisation'] as const
type Owner = (typeof OWNERS)[number]

const LEADERS: Role[] = ['trainer', 'manager', 'admin']
/** Those who look after the knowledge base. */
const KEEPERS: Role[] = ['trainer', 'admin']

/** Reading a talk: 200 (or the page's redirect) for those who may, 404 for others, so that ids tell nothing. */
function reading(role: Role, owner: Owner): boolean {
  if (owner === 'own') return true
  if (owner === 'own team') return LEADERS.includes(role)
  return owner === 'other team' && role === 'admin'
}
/** Acting on a talk: only its own trainee; those who may read it are told so, others learn nothing. */
const acting = (done: number) => (role: Role, owner: Owner) =>
  owner === 'own' ? done : reading(role, owner) ? 403 : 404

type Row = {
  method: 'GET' | 'POST'
  /** Behind the path. */
  search?: string
  body?: unknown
  form?: Record<string, string>
  /** Status by role and owner; a talk in the path makes the owner matter. */
  expect: (role: Role, owner: Owner) => number
  /** Status for somebody who is not signed in. */
  guest: number
}
const same = (status: number) => () => status
const forRoles = (allowed: readonly Role[], status: number) => (role: Role) => (allowed.includes(role) ? status : 403)

const TABLE: Record<string, Row[] | 'open'> = {
  health: 'open',
  ready: 'open',
  'api.v1.openapi[.]json': 'open',
  'sign-in': 'open',
  setup: 'open',
  preferences: 'open',
  metrics: [{ method: 'GET', expect: forRoles(['admin'], 200), guest: 401 }],
  'api.v1.$': [{ method: 'GET', expect: same(404), guest: 404 }],
  'api.v1.personas': [{ method: 'GET', expect: same(200), guest: 401 }],
  'api.v1.scenarios._index': [{ method: 'GET', expect: same(200), guest: 401 }],
  'api.v1.scenarios.$scenarioId': [{ method: 'GET', expect: same(200), guest: 401 }],
  'api.v1.roleplays._index': [{ method: 'POST', body: { scenarioId: SCENARIO_ID }, expect: same(201), guest: 401 }],
  'api.v1.roleplays.$roleplayId._index': [{ method: 'GET', expect: (r, o) => (reading(r, o) ? 200 : 404), guest: 401 }],
  'api.v1.roleplays.$roleplayId.scorecard': [
    { method: 'GET', expect: (r, o) => (reading(r, o) ? 200 : 404), guest: 401 },
  ],
  'api.v1.roleplays.$roleplayId.turns': [
    { method: 'POST', body: { turnId: 'late', text: '您好' }, expect: acting(409), guest: 401 },
  ],
  'api.v1.roleplays.$roleplayId.finish': [{ method: 'POST', body: {}, expect: acting(200), guest: 401 }],
  'api.v1.roleplays.$roleplayId.hint': [{ method: 'POST', body: {}, expect: acting(409), guest: 401 }],
  'api.v1.roleplays.$roleplayId.fork': [{ method: 'POST', body: { fromTurn: 0 }, expect: acting(201), guest: 401 }],
  'api.v1.judge': [
    { method: 'POST', body: { transcript: [{ who: 'trainee', text: '您好' }] }, expect: same(200), guest: 401 },
  ],
  'api.v1.knowledge.search': [{ method: 'GET', search: '?q=等待期', expect: same(200), guest: 401 }],
  'api.v1.knowledge.answers': [{ method: 'POST', body: { question: '等待期是幾天？' }, expect: same(200), guest: 401 }],
  'api.v1.knowledge.documents._index': [
    { method: 'GET', expect: same(200), guest: 401 },
    // Those who may are told that there is no file.
    { method: 'POST', body: {}, expect: forRoles(KEEPERS, 400), guest: 401 },
  ],
  'api.v1.knowledge.documents.$documentId': [{ method: 'GET', expect: same(200), guest: 401 }],
  'api.v1.knowledge.imports.$importId': [{ method: 'GET', expect: forRoles(KEEPERS, 404), guest: 401 }],
  'api.v1.knowledge.passages.$passageId': [{ method: 'GET', expect: same(200), guest: 401 }],
  'api.v1.quizzes._index': [
    { method: 'GET', expect: same(200), guest: 401 },
    { method: 'POST', body: {}, expect: forRoles(KEEPERS, 400), guest: 401 },
  ],
  'api.v1.quizzes.$quizId._index': [{ method: 'GET', expect: same(200), guest: 401 }],
  'api.v1.quizzes.$quizId.attempts': [{ method: 'POST', body: {}, expect: same(201), guest: 401 }],
  'api.v1.attempts.$attemptId._index': [{ method: 'GET', expect: (r, o) => (reading(r, o) ? 200 : 404), guest: 401 }],
  // An attempt is one person's own: others learn nothing.
  'api.v1.attempts.$attemptId.answers': [
    {
      method: 'POST',
      body: { itemId: 'x', response: { type: 'true-false', isTrue: true } },
      expect: (_r, o) => (o === 'own' ? 409 : 404),
      guest: 401,
    },
  ],
  'api.v1.attempts.$attemptId.finish': [
    { method: 'POST', body: {}, expect: (_r, o) => (o === 'own' ? 200 : 404), guest: 401 },
  ],
  'api.v1.items._index': [{ method: 'GET', expect: forRoles(KEEPERS, 200), guest: 401 }],
  'api.v1.items.$itemId': [{ method: 'GET', expect: forRoles(KEEPERS, 200), guest: 401 }],
  ask: [{ method: 'GET', search: '?q=等待期', expect: same(200), guest: 302 }],
  'passages.$passageId': [{ method: 'GET', expect: same(200), guest: 302 }],
  'knowledge._index': [
    { method: 'GET', expect: forRoles(KEEPERS, 200), guest: 302 },
    { method: 'POST', form: {}, expect: forRoles(KEEPERS, 400), guest: 302 },
  ],
  'knowledge.$documentId': [
    { method: 'GET', expect: forRoles(KEEPERS, 200), guest: 302 },
    { method: 'GET', search: '?before=1.0&after=1.0', expect: forRoles(KEEPERS, 200), guest: 302 },
    { method: 'POST', form: { intent: 'retire' }, expect: forRoles(KEEPERS, 302), guest: 302 },
    { method: 'POST', form: { intent: 'restore' }, expect: forRoles(KEEPERS, 302), guest: 302 },
  ],
  'knowledge.test._index': [{ method: 'GET', search: '?q=等待期', expect: forRoles(KEEPERS, 200), guest: 302 }],
  'knowledge.coverage': [{ method: 'GET', expect: forRoles(KEEPERS, 200), guest: 302 }],
  _index: [{ method: 'GET', expect: same(200), guest: 302 }],
  'scenarios.$scenarioId': [
    { method: 'GET', expect: same(200), guest: 302 },
    { method: 'POST', form: { mode: 'practice' }, expect: same(302), guest: 302 },
  ],
  'talks.$roleplayId._index': [
    // Others who may read are led on to the scorecard.
    { method: 'GET', expect: (r, o) => (o === 'own' ? 200 : reading(r, o) ? 302 : 404), guest: 302 },
    { method: 'POST', form: { intent: 'finish' }, expect: acting(302), guest: 302 },
    { method: 'POST', form: { intent: 'hint' }, expect: acting(409), guest: 302 },
  ],
  'talks.$roleplayId.fork': [{ method: 'POST', form: { fromTurn: '0' }, expect: acting(302), guest: 302 }],
  'talks.$roleplayId.scorecard': [{ method: 'GET', expect: (r, o) => (reading(r, o) ? 200 : 404), guest: 302 }],
  'talks.$roleplayId.approval': [
    // Leaders approve what others said; their own talks are somebody else's to approve.
    {
      method: 'POST',
      form: { intent: 'approve' },
      expect: (r, o) => (!reading(r, o) ? 404 : o === 'own' || !LEADERS.includes(r) ? 403 : 302),
      guest: 302,
    },
    { method: 'GET', expect: same(302), guest: 302 },
  ],
  'talks.export[.]jsonl': [{ method: 'GET', search: '?format=chat', expect: forRoles(LEADERS, 200), guest: 401 }],
  'studio_.approved': [{ method: 'GET', expect: forRoles(LEADERS, 200), guest: 302 }],
  'studio_.judging': [
    { method: 'GET', expect: forRoles(LEADERS, 200), guest: 302 },
    { method: 'POST', form: { verdict: 'maybe' }, expect: forRoles(LEADERS, 400), guest: 302 },
  ],
  'studio_.judging_.export[.]jsonl': [{ method: 'GET', expect: forRoles(LEADERS, 200), guest: 401 }],
  'models._index': [
    { method: 'GET', expect: forRoles(['admin'], 200), guest: 302 },
    { method: 'POST', form: { dataPolicy: 'block' }, expect: forRoles(['admin'], 302), guest: 302 },
    { method: 'POST', form: { intent: 'bad', dataPolicy: 'sell' }, expect: forRoles(['admin'], 400), guest: 302 },
  ],
  'models.register': [
    { method: 'GET', expect: forRoles(['admin'], 200), guest: 302 },
    { method: 'POST', form: { intent: 'save' }, expect: forRoles(['admin'], 400), guest: 302 },
    { method: 'POST', form: { intent: 'remove', id: 'of nobody' }, expect: forRoles(['admin'], 302), guest: 302 },
  ],
  'models.log': [{ method: 'GET', search: '?kind=phone', expect: forRoles(['admin'], 200), guest: 302 }],
  'models.report': [{ method: 'GET', expect: forRoles(['admin'], 200), guest: 302 }],
  'records._index': [{ method: 'GET', expect: same(200), guest: 302 }],
  'records.compare': [{ method: 'GET', expect: same(200), guest: 302 }],
  studio: [{ method: 'GET', expect: forRoles(LEADERS, 200), guest: 302 }],
  admin: [
    { method: 'GET', expect: forRoles(['admin'], 200), guest: 302 },
    { method: 'POST', form: { name: '', email: '', password: '' }, expect: forRoles(['admin'], 400), guest: 302 },
    // What is asked for is a person of nobody's organisation.
    {
      method: 'POST',
      form: { intent: 'set-password', personId: 'none', password: PASSWORD },
      expect: forRoles(['admin'], 404),
      guest: 302,
    },
  ],
  'quizzes.$quizId.export': [{ method: 'GET', search: '?format=csv', expect: forRoles(KEEPERS, 200), guest: 302 }],
  'items.export': [{ method: 'GET', expect: forRoles(KEEPERS, 200), guest: 302 }],
  'items.import': [
    { method: 'GET', expect: forRoles(KEEPERS, 200), guest: 302 },
    { method: 'POST', form: { intent: 'import' }, expect: forRoles(KEEPERS, 400), guest: 302 },
  ],
  'items._index': [
    { method: 'GET', search: '?status=draft&stale=1', expect: forRoles(KEEPERS, 200), guest: 302 },
    { method: 'POST', form: { intent: 'approve' }, expect: forRoles(KEEPERS, 302), guest: 302 },
    { method: 'POST', form: { intent: 'settings' }, expect: forRoles(['admin'], 302), guest: 302 },
  ],
  'items.new': [
    { method: 'GET', expect: forRoles(KEEPERS, 200), guest: 302 },
    { method: 'POST', form: { type: 'single' }, expect: forRoles(KEEPERS, 400), guest: 302 },
  ],
  'items.$itemId': [
    { method: 'GET', expect: forRoles(KEEPERS, 200), guest: 302 },
    { method: 'POST', form: { intent: 'save' }, expect: forRoles(KEEPERS, 400), guest: 302 },
    // An item of all organisations is changed by none of them.
    { method: 'POST', form: { intent: 'retire' }, expect: same(403), guest: 302 },
  ],
  'quizzes._index': [{ method: 'GET', expect: same(200), guest: 302 }],
  'quizzes.new': [
    { method: 'GET', expect: forRoles(KEEPERS, 200), guest: 302 },
    { method: 'POST', form: { source: 'topic' }, expect: forRoles(KEEPERS, 400), guest: 302 },
  ],
  // A quiz that somebody else has made is no making of one's own.
  'quizzes.making.$quizId': [{ method: 'GET', expect: forRoles(KEEPERS, 404), guest: 302 }],
  'quizzes.$quizId._index': [
    { method: 'GET', expect: same(200), guest: 302 },
    { method: 'GET', search: '?take=1', expect: same(200), guest: 302 },
    { method: 'POST', form: { intent: 'publish' }, expect: same(403), guest: 302 },
  ],
  'quizzes.$quizId.attempts': [
    { method: 'GET', expect: same(302), guest: 302 },
    { method: 'POST', form: { mode: 'practice' }, expect: same(302), guest: 302 },
  ],
  'quizzes.$quizId.analysis': [{ method: 'GET', expect: forRoles(KEEPERS, 200), guest: 302 }],
  'attempts.$attemptId': [
    { method: 'GET', expect: (r, o) => (reading(r, o) ? 200 : 404), guest: 302 },
    { method: 'POST', form: { intent: 'finish' }, expect: (_r, o) => (o === 'own' ? 302 : 404), guest: 302 },
  ],
  reviews: [
    { method: 'GET', expect: same(200), guest: 302 },
    { method: 'POST', form: {}, expect: same(302), guest: 302 },
  ],
  'exam-papers': [{ method: 'GET', expect: same(200), guest: 302 }],
  'courses.$courseId.scorm': [{ method: 'GET', search: '?version=2004', expect: forRoles(KEEPERS, 200), guest: 302 }],
  'scenarios.$scenarioId_.scorm': [
    { method: 'GET', search: '?version=1.2', expect: forRoles(KEEPERS, 200), guest: 302 },
  ],
  completions: [{ method: 'GET', expect: forRoles(LEADERS, 200), guest: 302 }],
  // The page of a package has no session with us; what it knows is an id that nobody can guess.
  'api.v1.launches.$launchId': [{ method: 'GET', expect: same(404), guest: 404 }],
  citation: [{ method: 'GET', expect: same(200), guest: 302 }],
  'prints._index': [
    { method: 'GET', expect: same(200), guest: 302 },
    { method: 'POST', form: { kind: 'course', subjectId: 'none' }, expect: same(404), guest: 302 },
    { method: 'POST', form: { kind: 'answer-key', subjectId: 'none' }, expect: forRoles(KEEPERS, 404), guest: 302 },
  ],
  // A print is found by the person who had it made, and by nobody else: tests/integration/print.test.ts.
  'prints.$printId._index': [
    { method: 'GET', expect: same(404), guest: 302 },
    { method: 'POST', form: { intent: 'cancel' }, expect: same(404), guest: 302 },
  ],
  'prints.$printId.file': [{ method: 'GET', expect: same(404), guest: 302 }],
  'certificates._index': [
    { method: 'GET', expect: same(200), guest: 302 },
    { method: 'POST', form: { kind: 'roleplay', id: 'none' }, expect: same(404), guest: 302 },
  ],
  'certificates.$code': [{ method: 'GET', expect: same(404), guest: 302 }],
  'verify._index': 'open',
  'verify.$code': 'open',
  'api.v1.courses.$courseId[.]pdf': [{ method: 'GET', expect: same(200), guest: 401 }],
  'api.v1.courses._index': [
    { method: 'GET', expect: same(200), guest: 401 },
    { method: 'POST', body: { documentIds: ['accident'] }, expect: forRoles(KEEPERS, 201), guest: 401 },
    { method: 'POST', body: { roleplayId: 'none' }, expect: same(404), guest: 401 },
  ],
  'api.v1.courses.$courseId._index': [{ method: 'GET', expect: same(200), guest: 401 }],
  'courses._index': [{ method: 'GET', expect: same(200), guest: 302 }],
  'courses.new': [
    { method: 'GET', expect: forRoles(KEEPERS, 200), guest: 302 },
    { method: 'POST', form: { source: 'documents' }, expect: forRoles(KEEPERS, 400), guest: 302 },
  ],
  'courses.remedy': [{ method: 'POST', form: { roleplayId: 'none' }, expect: same(404), guest: 302 }],
  'courses.$courseId._index': [
    { method: 'GET', expect: same(200), guest: 302 },
    { method: 'POST', form: { status: 'published' }, expect: forRoles(KEEPERS, 302), guest: 302 },
  ],
  'courses.$courseId.edit': [
    { method: 'GET', expect: forRoles(KEEPERS, 200), guest: 302 },
    { method: 'POST', form: { title: '' }, expect: forRoles(KEEPERS, 400), guest: 302 },
  ],
  'courses.$courseId.lessons.$lessonId': [
    { method: 'GET', expect: same(200), guest: 302 },
    { method: 'POST', form: {}, expect: same(302), guest: 302 },
  ],
  me: [
    { method: 'GET', expect: same(200), guest: 302 },
    { method: 'POST', form: { deviceId: 'of somebody else' }, expect: same(302), guest: 302 },
    { method: 'POST', form: { currentPassword: '', newPassword: '' }, expect: same(400), guest: 302 },
  ],
  'sign-out': [{ method: 'GET', expect: same(302), guest: 302 }],
  'learn._index': [{ method: 'GET', expect: same(200), guest: 302 }],
  'learn.$kind.$documentId': [{ method: 'GET', expect: same(200), guest: 302 }],
}

let services: Services
let passageId: string
let quizId: string
let courseId: string
let itemId: string
/** An ended attempt of the owner of each talk, by the talk's id. */
const attemptIds: Record<string, string> = {}
let accounts: AccountStore
const cookies = {} as Record<Role, string>
const talks = {} as Record<Role, Record<Owner, string>>

async function addPeople(organisationId: string, teams: string[]): Promise<PersonRecord[]> {
  const people: PersonRecord[] = []
  const createdAt = new Date()
  await accounts.createOrganisation({ id: organisationId, name: organisationId, isDemo: false, createdAt })
  const boss: PersonRecord = {
    personId: 'boss',
    organisationId,
    teamId: null,
    role: 'admin',
    name: '',
    email: '',
    isDemo: false,
    createdAt,
  }
  for (const team of teams)
    for (const role of ROLES)
      people.push(
        await services.addPerson(boss, {
          name: `${role} ${team}`,
          email: `${role}.${team}@${organisationId}.test`,
          password: PASSWORD,
          role,
          teamName: team,
        }),
      )
  return people
}

async function holdTalk(person: PersonRecord): Promise<string> {
  const { id } = await services.startRoleplay(person, { scenarioId: SCENARIO_ID })
  await services.takeTurn(person, {
    roleplayId: id,
    turnId: 'a',
    text: '您好，我是安禾人壽的業務員。',
    expectedTurnIndex: 0,
  })
  await services.finishRoleplay(person, id)
  const { attempt } = await services.quiz.startAttempt(person, quizId, 'exam')
  attemptIds[id] = attempt.id
  await services.quiz.finishAttempt(person, attempt.id)
  return id
}

/** A published quiz of all organisations. */
async function publishQuiz(): Promise<void> {
  const keeper = {
    personId: 'keeper',
    organisationId: MACHINE_ORGANISATION_ID,
    teamId: null,
    role: 'admin' as const,
    name: 'keeper',
  }
  const written = await services.quiz.writeItem(keeper, {
    explanation: '',
    citations: [],
    difficulty: 1,
    ability: 'recall',
    dimension: null,
    type: 'true-false',
    stem: '業務員可以代客戶簽名。',
    isTrue: false,
    reason: '',
  })
  itemId = written.id
  await services.quiz.setItemStatus(keeper, [itemId], 'approved')
  quizId = await services.quiz.createQuiz(keeper, { title: '測驗', itemIds: [itemId] })
  await services.quiz.publishQuiz(keeper, quizId)
}

beforeAll(async () => {
  ;({ services, accounts } = await createTestServices())
  await services.startKnowledge(true)
  await publishQuiz()
  const here = await addPeople('here', ['north', 'south'])
  const [stranger] = await addPeople('there', ['north'])
  const find = (role: Role, team: string) => here.find((one) => one.email.startsWith(`${role}.${team}@`))!
  const mate = await services.addPerson(find('admin', 'north'), {
    name: '隊友',
    email: 'mate@here.test',
    password: PASSWORD,
    role: 'trainee',
    teamName: 'north',
  })
  const shared = {
    'own team': await holdTalk(mate),
    'other team': await holdTalk(find('trainee', 'south')),
    'other organisation': await holdTalk(stranger!),
  }
  const { hits } = await services.searchKnowledge(find('admin', 'north'), { query: '年金險' })
  passageId = hits[0]!.passage.id
  const maker = find('trainer', 'north')
  const from = { kind: 'documents' as const, documentIds: ['accident'] }
  courseId = (await services.courses.makeCourse(maker, { from })).id
  await services.courses.setStatus(maker, courseId, 'published')
  for (const role of ROLES) {
    const person = find(role, 'north')
    cookies[role] = await signInCookie(services, person, PASSWORD)
    talks[role] = { own: await holdTalk(person), ...shared }
  }
})
afterAll(() => services?.close())

function makeRequest(row: Row, path: string, headers: Record<string, string>): Request {
  const url = `http://app.test${path}`
  if (row.method === 'GET') return new Request(url, { headers })
  const body = row.form ? new URLSearchParams(row.form) : JSON.stringify(row.body)
  return new Request(url, { method: 'POST', headers, body })
}

/** The status that a caller gets, whether the handler answers, throws an answer or refuses. */
async function callRoute(
  module: RouteModule,
  row: Row,
  headers: Record<string, string>,
  params: Record<string, string>,
): Promise<number> {
  const handler = row.method === 'GET' ? module.loader : module.action
  const args = {
    request: makeRequest(row, `/x${row.search ?? ''}`, headers),
    params,
    context: createTestContext(services),
  }
  try {
    const answer = await handler!(args as unknown as LoaderFunctionArgs & ActionFunctionArgs)
    return answer instanceof Response ? answer.status : 200
  } catch (error) {
    if (error instanceof Response) return error.status
    if (isDomainError(error)) return statusOf(error.code)
    throw error
  }
}

const load = (name: string) => Object.entries(routes).find(([file]) => nameOf(file) === name)![1]()

test('every route is in the table', () => {
  expect(Object.keys(TABLE).sort()).toEqual(Object.keys(routes).map(nameOf).sort())
})

const guarded = Object.entries(TABLE).flatMap(([name, rows]) =>
  rows === 'open'
    ? []
    : rows.map((row) => [`${row.method} ${name} ${row.form?.intent ?? ''}`.trim(), name, row] as const),
)

describe.each(guarded)('%s', (_label, name, row) => {
  const paramsFor = (roleplayId: string) => ({
    roleplayId,
    scenarioId: SCENARIO_ID,
    kind: 'products',
    documentId: 'annuity',
    importId: 'none',
    printId: 'none',
    code: 'none',
    passageId,
    quizId,
    courseId,
    lessonId: 'lesson-1',
    itemId,
    attemptId: attemptIds[roleplayId] ?? 'none',
  })

  test('nobody signed in', async () => {
    expect(await callRoute(await load(name), row, {}, paramsFor('x'))).toBe(row.guest)
  })

  const owners = /\$(?:roleplay|attempt)Id/.test(name) ? OWNERS : (['own'] as const)
  describe.each(ROLES)('%s', (role) => {
    test.each(owners)('%s', async (owner) => {
      const status = await callRoute(await load(name), row, { cookie: cookies[role] }, paramsFor(talks[role][owner]))
      expect(status).toBe(row.expect(role, owner))
    })
  })

  if (row.method === 'POST')
    test('a form that another site sends with our cookie is refused', async () => {
      const headers = { cookie: cookies.admin, 'sec-fetch-site': 'cross-site' }
      expect(await callRoute(await load(name), row, headers, paramsFor(talks.admin.own))).toBe(403)
    })
})
