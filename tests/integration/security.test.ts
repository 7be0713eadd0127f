import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonRecord } from '../../app/domain/ports'
import { isDomainError } from '../../app/http/problem-details'
import type { Services } from '../../app/services.server'
import { makeDataDir, type RunningApp, startApp } from '../start-app'
import { addBoss, createTestServices } from '../test-services'

const PASSWORD = 'a long enough password'

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    if (isDomainError(error)) return error.code
    throw error
  }
}

describe('accounts', () => {
  let services: Services
  let boss: PersonRecord
  beforeAll(async () => {
    ;({ services } = await createTestServices())
    boss = await addBoss(services, PASSWORD)
  })
  afterAll(() => services?.close())
  const signIn = (email: string, password: string, address = '10.0.0.1') =>
    services.signIn({ email, password, device: 'test', address })

  test('an unknown address and a wrong password are refused alike', async () => {
    expect(await refusalOf(signIn('nobody@x.test', PASSWORD))).toBe('wrong-credentials')
    expect(await refusalOf(signIn('boss@x.test', 'wrong password'))).toBe('wrong-credentials')
  })

  test('a session that was ended opens nothing', async () => {
    const { secret } = await signIn('BOSS@x.test ', PASSWORD)
    expect((await services.findPersonBySession(secret))?.personId).toBe(boss.personId)
    await services.endSessionOf(boss, secret)
    expect(await services.findPersonBySession(secret)).toBeNull()
  })

  test('there is only one first administrator', async () => {
    const again = { organisationName: 'x', name: 'x', email: 'x@x.test', password: PASSWORD }
    expect(await refusalOf(services.addFirstAdmin(again))).toBe('not-allowed')
  })

  test.each([
    ['short password', { password: 'short' }],
    ['no name', { name: ' ' }],
    ['no address', { email: 'nowhere' }],
    ['address that is taken', { email: 'boss@x.test' }],
  ])('a new person with %s is refused', async (_name, fault) => {
    const person = {
      name: '李',
      email: 'lee@x.test',
      password: PASSWORD,
      role: 'trainee' as const,
      teamName: '',
      ...fault,
    }
    expect(await refusalOf(services.addPerson(boss, person))).toBe('bad-input')
  })

  test('trying passwords is slowed down, for the address and for the account', async () => {
    const codes = new Set<string>()
    for (let i = 0; i < 30; i++) codes.add(await refusalOf(signIn(`guess-${i}@x.test`, 'guess', '10.9.9.9')))
    expect(codes).toEqual(new Set(['wrong-credentials', 'too-many-requests']))
    for (let i = 0; i < 30; i++) await refusalOf(signIn('target@x.test', 'guess', `10.8.0.${i}`))
    expect(await refusalOf(signIn('target@x.test', 'guess', '10.7.0.1'))).toBe('too-many-requests')
  })

  test('a talk takes so many turns a minute and no more', async () => {
    const trainee = await services.addPerson(boss, {
      name: '快手',
      email: 'fast@x.test',
      password: PASSWORD,
      role: 'trainee',
      teamName: '',
    })
    const { id } = await services.startRoleplay(trainee, { scenarioId: 'retired-teacher-deposit-matures' })
    const codes: string[] = []
    for (let i = 0; i < 130 && codes.at(-1) !== 'too-many-requests' && codes.at(-1) !== 'talk-ended'; i++)
      codes.push(
        await refusalOf(
          services.takeTurn(trainee, { roleplayId: id, turnId: `t${i}`, text: `您好 ${i}`, expectedTurnIndex: null }),
        ),
      )
    // A client who is only greeted leaves long before: the limit is then met in the next talks.
    let last = codes.at(-1)
    for (let i = 0; i < 60 && last !== 'too-many-requests'; i++) {
      const next = await services.startRoleplay(trainee, { scenarioId: 'retired-teacher-deposit-matures' })
      for (let j = 0; j < 20 && (j === 0 || last === 'done'); j++)
        last = await refusalOf(
          services.takeTurn(trainee, {
            roleplayId: next.id,
            turnId: `t${j}`,
            text: `您好 ${j}`,
            expectedTurnIndex: null,
          }),
        )
    }
    expect(last).toBe('too-many-requests')
  })
})

describe('demo accounts', () => {
  test('exist only with demo data, and close with the first real person', async () => {
    const { services } = await createTestServices({ DEMO: '1' })
    const people = await services.listDemoSignIns()
    expect(new Set(people.map((person) => person.role))).toEqual(new Set(['trainee', 'trainer', 'manager', 'admin']))
    const admin = people.find((person) => person.role === 'admin')!
    await services.addPerson(admin, {
      name: '真人',
      email: 'real@x.test',
      password: PASSWORD,
      role: 'trainee',
      teamName: '',
    })
    expect(await services.listDemoSignIns()).toEqual([])
    const call = services.signInAsDemo({ personId: admin.personId, device: 'test', address: 'x' })
    expect(await refusalOf(call)).toBe('not-allowed')
    await services.close()
  })

  test('none with DEMO=0', async () => {
    const { services } = await createTestServices({ DEMO: '0' })
    expect(await services.listDemoSignIns()).toEqual([])
    expect(services.setupCode).toMatch(/^[\w-]{12}$/)
    await services.close()
  })
})

describe('the running app', () => {
  let app: RunningApp
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(async () => {
    await app?.stop()
    if (app) fs.rmSync(app.dataDir, { recursive: true, force: true })
  })

  test('says at its start that demo data is in use', () => {
    expect(app.output()).toMatch(/DEMO DATA: anybody who reaches this address can sign in/)
  })

  test('a page runs only scripts with the nonce of its own response', async () => {
    const [first, second] = await Promise.all([fetch(`${app.url}/sign-in`), fetch(`${app.url}/sign-in`)])
    const nonceOf = (response: Response) =>
      /script-src 'self' 'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1]
    expect(nonceOf(first)).toBeTruthy()
    expect(nonceOf(first)).not.toBe(nonceOf(second))
    const html = await first.text()
    const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>/g)].map((match) => match[1]!)
    expect(inline.length).toBeGreaterThan(0)
    for (const attributes of inline) expect(attributes).toContain(`nonce="${nonceOf(first)}"`)
    expect(html).not.toMatch(/\sstyle="/)
    expect(first.headers.get('x-content-type-options')).toBe('nosniff')
    expect(first.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })

  test('the session cookie is out of reach of scripts and other sites', async () => {
    const signIn = (headers: Record<string, string> = {}) =>
      fetch(`${app.url}/sign-in`, {
        method: 'POST',
        redirect: 'manual',
        headers,
        body: new URLSearchParams({ demoRole: 'trainee', redirectTo: '//evil.example' }),
      })
    const response = await signIn()
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('/')
    expect(response.headers.get('set-cookie')).toMatch(/^duilian=.*HttpOnly.*SameSite=Lax/)
    const behindHttps = await signIn({ 'x-forwarded-proto': 'https' })
    expect(behindHttps.headers.get('set-cookie')).toMatch(/^__Host-duilian=.*Secure/)
    expect((await signIn({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  test('a cookie that somebody made up is nobody', async () => {
    const response = await fetch(`${app.url}/`, {
      redirect: 'manual',
      headers: { cookie: 'duilian=bWFkZSB1cA==.forged' },
    })
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toMatch(/^\/sign-in/)
  })
})

test('a faulty data file stops the start with every fault by file, line and key', async () => {
  // The app in a folder of its own, with two files spoilt.
  const root = makeDataDir()
  for (const name of ['build', 'server', 'prisma', 'node_modules', 'package.json'])
    fs.symlinkSync(path.resolve(name), path.join(root, name))
  for (const name of ['content', 'personas']) fs.cpSync(name, path.join(root, name), { recursive: true })
  const spoil = (file: string, from: RegExp, to: string) => {
    const place = path.join(root, file)
    fs.writeFileSync(place, fs.readFileSync(place, 'utf8').replace(from, to))
  }
  spoil('personas/nurse.yaml', /^age: \d+$/m, 'age: old')
  spoil('content/scenarios/nurse-dollar-policy.yaml', /^passMark: \d+$/m, 'passMark: 500')
  const failure = await startApp({ cwd: root }).then(
    (app) => app.stop().then(() => 'started'),
    (error: Error) => error.message,
  )
  expect(failure).toMatch(/personas\/nurse\.yaml:\d+ age: /)
  expect(failure).toMatch(/content\/scenarios\/nurse-dollar-policy\.yaml:\d+ passMark: /)
  fs.rmSync(root, { recursive: true, force: true })
})
