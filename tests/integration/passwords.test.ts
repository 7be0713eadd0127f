import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AccountStore, PersonRecord } from '../../app/domain/ports'
import { isDomainError } from '../../app/http/problem-details'
import type { Services } from '../../app/services.server'
import { addBoss, createTestServices } from '../test-services'

// Who may change whose password, and what of a person ends with the old one.

const FIRST = 'the password of the beginning'
const SECOND = 'a password of her own making'

let services: Services
let accounts: AccountStore
let boss: PersonRecord
let ann: PersonRecord
let stranger: PersonRecord

const add = (actor: PersonRecord, name: string, role: 'trainee' | 'manager' = 'trainee') =>
  services.addPerson(actor, { name, role, teamName: '一組', email: `${name}@x.test`, password: FIRST })

beforeAll(async () => {
  ;({ services, accounts } = await createTestServices())
  boss = await addBoss(services, FIRST)
  ann = await add(boss, 'ann')
  await accounts.createOrganisation({ id: 'elsewhere', name: '別家', isDemo: false, createdAt: new Date() })
  stranger = await add({ ...boss, organisationId: 'elsewhere', personId: 'boss of elsewhere' }, 'stranger')
})
afterAll(() => services?.close())

/** The code of the refusal, with the reasons at the fields when it has some; `done` when there was none. */
const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!isDomainError(error)) throw error
      return error.code === 'bad-input' ? error.fields : error.code
    },
  )

const signIn = async (person: PersonRecord, password: string) =>
  (await services.signIn({ email: person.email, password, device: 'test', address: person.email })).secret
const isOpen = async (secret: string) => (await services.findPersonBySession(secret)) !== null
const change = (
  person: PersonRecord,
  currentPassword: string,
  newPassword: string,
  secret = 'none',
  address = 'here',
) => services.changePassword(person, { currentPassword, newPassword, sessionId: services.hashSecret(secret), address })

describe('the own password', () => {
  test.each([
    ['a wrong present one', 'not the present one', SECOND, { currentPassword: 'wrong' }],
    ['no present one', '', SECOND, { currentPassword: 'missing' }],
    ['no new one', FIRST, '', { newPassword: 'missing' }],
    ['a new one of 11 characters', FIRST, 'x'.repeat(11), { newPassword: 'too-short' }],
    ['a new one of 201 characters', FIRST, 'x'.repeat(201), { newPassword: 'too-long' }],
    ['the same again', FIRST, FIRST, { newPassword: 'same' }],
    ['both wrong', 'wrong', 'short', { currentPassword: 'wrong', newPassword: 'too-short' }],
  ])('%s is refused, and nothing changes', async (_name, current, next, fields) => {
    const other = await signIn(ann, FIRST)
    expect(await outcomeOf(change(ann, current, next))).toEqual(fields)
    expect(await isOpen(other)).toBe(true)
    await services.endSessionOf(ann, other)
  })

  test('a change ends the other sessions, keeps this one and the tokens, and shuts the old password out', async () => {
    const [here, there, ofBoss] = [await signIn(ann, FIRST), await signIn(ann, FIRST), await signIn(boss, FIRST)]
    const token = await services.createApiToken(ann, '報表')
    expect(await outcomeOf(change(ann, FIRST, SECOND, here))).toBe('done')
    expect(await Promise.all([here, there, ofBoss].map(isOpen))).toEqual([true, false, true])
    expect((await services.findPersonByToken(token))?.personId).toBe(ann.personId)
    expect(await outcomeOf(signIn(ann, FIRST))).toBe('wrong-credentials')
    expect(await isOpen(await signIn(ann, SECOND))).toBe(true)
  })

  test('nobody keeps the session of somebody else by naming it', async () => {
    const carl = await add(boss, 'carl')
    const [hers, his] = [await signIn(ann, SECOND), await signIn(carl, FIRST)]
    expect(await outcomeOf(change(carl, FIRST, SECOND, hers))).toBe('done')
    expect(await Promise.all([hers, his].map(isOpen))).toEqual([true, false])
  })

  test('trying present passwords is slowed down, together with signing in', async () => {
    const eve = await add(boss, 'eve')
    const outcomes: unknown[] = []
    for (let i = 0; i < 21; i++)
      outcomes.push(await outcomeOf(change(eve, `guess ${i}`, SECOND, 'none', `10.0.0.${i}`)))
    expect(outcomes.slice(0, 20)).toEqual(Array(20).fill({ currentPassword: 'wrong' }))
    expect(outcomes[20]).toBe('too-many-requests')
    // The right one does not help now, and neither does the front door.
    expect(await outcomeOf(change(eve, FIRST, SECOND, 'none', '10.0.1.1'))).toBe('too-many-requests')
    expect(await outcomeOf(signIn(eve, FIRST))).toBe('too-many-requests')
  })

  test('a person without a password has none to change', async () => {
    const demo: PersonRecord = { ...ann, personId: 'demo', email: 'demo@x.test', isDemo: true }
    await accounts.createPerson({ ...demo, passwordHash: null })
    expect(await services.hasPassword(demo)).toBe(false)
    expect(await services.hasPassword(ann)).toBe(true)
    expect(await outcomeOf(change(demo, '', SECOND))).toBe('not-allowed')
    expect(await outcomeOf(services.setPassword(boss, { personId: 'demo', password: SECOND }))).toBe('not-allowed')
    expect((await accounts.findByEmail(demo.email))?.passwordHash).toBeNull()
  })
})

describe('the password of somebody else', () => {
  const set = (actor: PersonRecord, person: PersonRecord, password = SECOND) =>
    services.setPassword(actor, { personId: person.personId, password })

  test('an administrator sets it: every session ends, tokens stay, only the new one opens', async () => {
    const dora = await add(boss, 'dora')
    const [one, two] = [await signIn(dora, FIRST), await signIn(dora, FIRST)]
    const token = await services.createApiToken(dora, '報表')
    expect((await set(boss, dora)).name).toBe('dora')
    expect(await Promise.all([one, two].map(isOpen))).toEqual([false, false])
    expect((await services.findPersonByToken(token))?.personId).toBe(dora.personId)
    expect(await outcomeOf(signIn(dora, FIRST))).toBe('wrong-credentials')
    expect(await isOpen(await signIn(dora, SECOND))).toBe(true)
  })

  test('nobody but an administrator may, and not for themselves or another organisation', async () => {
    const frank = await add(boss, 'frank')
    const session = await signIn(frank, FIRST)
    expect(await outcomeOf(set(ann, frank))).toBe('not-allowed')
    expect(await outcomeOf(set(await add(boss, 'manager', 'manager'), frank))).toBe('not-allowed')
    expect(await outcomeOf(set(ann, ann))).toBe('not-allowed')
    expect(await outcomeOf(set(boss, boss))).toBe('not-allowed')
    expect(await outcomeOf(set(boss, stranger))).toBe('not-found')
    expect(await outcomeOf(set(boss, { ...frank, personId: 'nobody' }))).toBe('not-found')
    expect(await isOpen(session)).toBe(true)
    for (const person of [frank, stranger, boss]) expect(await isOpen(await signIn(person, FIRST))).toBe(true)
  })

  test.each([
    ['missing', ''],
    ['too-short', 'x'.repeat(11)],
    ['too-long', 'x'.repeat(201)],
  ])('one that is %s is refused, and nothing changes', async (reason, password) => {
    const person = await add(boss, reason)
    const session = await signIn(person, FIRST)
    expect(await outcomeOf(set(boss, person, password))).toEqual({ password: reason })
    expect(await isOpen(session)).toBe(true)
  })
})
