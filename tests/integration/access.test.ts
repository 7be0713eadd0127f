import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROLES, type Role } from '../../app/domain/governance/authorise'
import type { AccountStore, PersonRecord } from '../../app/domain/ports'
import { isDomainError, statusOf } from '../../app/http/problem-details'
import type { Services } from '../../app/services.server'
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
  'records._index': [{ method: 'GET', expect: same(200), guest: 302 }],
  'records.compare': [{ method: 'GET', expect: same(200), guest: 302 }],
  studio: [{ method: 'GET', expect: forRoles(LEADERS, 200), guest: 302 }],
  admin: [
    { method: 'GET', expect: forRoles(['admin'], 200), guest: 302 },
    { method: 'POST', form: { name: '', email: '', password: '' }, expect: forRoles(['admin'], 400), guest: 302 },
  ],
  citation: [{ method: 'GET', expect: same(200), guest: 302 }],
  me: [
    { method: 'GET', expect: same(200), guest: 302 },
    { method: 'POST', form: { deviceId: 'of somebody else' }, expect: same(302), guest: 302 },
  ],
  'sign-out': [{ method: 'GET', expect: same(302), guest: 302 }],
  'learn._index': [{ method: 'GET', expect: same(200), guest: 302 }],
  'learn.$kind.$documentId': [{ method: 'GET', expect: same(200), guest: 302 }],
}

let services: Services
let passageId: string
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
  return id
}

beforeAll(async () => {
  ;({ services, accounts } = await createTestServices())
  await services.startKnowledge(true)
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
    passageId,
  })

  test('nobody signed in', async () => {
    expect(await callRoute(await load(name), row, {}, paramsFor('x'))).toBe(row.guest)
  })

  const owners = name.includes('$roleplayId') ? OWNERS : (['own'] as const)
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
