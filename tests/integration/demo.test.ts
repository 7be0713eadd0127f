import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadDemoTalks } from '../../app/adapters/files/load-demo-talks'
import type { PersonRecord, TalkSummary } from '../../app/domain/ports'
import type { DemoTalk } from '../../app/domain/roleplay/demo-talk-schema'
import type { Services } from '../../app/services.server'
import type { TestDatabase } from '../test-database'
import { createTestServices } from '../test-services'

const DAY_MS = 24 * 60 * 60 * 1_000
const FOUR_WEEKS_MS = 29 * DAY_MS

type Started = { services: Services; database: TestDatabase }

/** As the server starts: the knowledge base first, then the demo's talks. */
async function startDemo(used?: TestDatabase, isPlayed: (script: DemoTalk) => boolean = () => true) {
  const started = await createTestServices({ DEMO: '1' }, used)
  await started.services.startKnowledge(true)
  const scripts = await loadDemoTalks('.', started.services.content)
  const added = await started.services.seedDemoTalks(scripts.filter(isPlayed))
  return { ...started, scripts, added }
}

async function findDemoPerson(services: Services, role: PersonRecord['role']): Promise<PersonRecord> {
  return (await services.listDemoSignIns()).find((person) => person.role === role)!
}

const listTalks = async (services: Services) =>
  (await services.listResults(await findDemoPerson(services, 'manager'))).talks

const overallsOf = (talks: readonly TalkSummary[], personId: string) =>
  talks
    .filter((talk) => talk.personId === personId)
    .map((talk) => talk.overall!)
    .reverse()

describe('a new demo', () => {
  let demo: Started & { scripts: DemoTalk[]; added: number }
  let talks: TalkSummary[]
  beforeAll(async () => {
    demo = await startDemo()
    talks = await listTalks(demo.services)
  })
  afterAll(() => demo.services.close())

  test('has every talk of the scripts, ended and scored, on the embedded engine', async () => {
    expect(demo.added).toBe(demo.scripts.length)
    expect(talks.map((talk) => talk.id).sort()).toEqual(demo.scripts.map((script) => `demo-talk-${script.id}`).sort())
    const trainer = await findDemoPerson(demo.services, 'trainer')
    for (const talk of talks) {
      const { says } = demo.scripts.find((script) => `demo-talk-${script.id}` === talk.id)!
      expect(talk.turnCount, talk.id).toBe(says.length)
      expect(talk.overall, talk.id).not.toBeNull()
      expect(await demo.services.readScorecard(trainer, talk.id), talk.id).toMatchObject({
        status: 'scored',
        overall: talk.overall,
        versions: { engine: 'embedded' },
      })
    }
  })

  test('gives each of its three practised trainees two to four talks over four weeks, on their days', async () => {
    const people = [...new Set(talks.map((talk) => talk.personId))].sort()
    expect(people).toEqual(['demo-trainee-lai', 'demo-trainee-su', 'demo-trainee-yu'])
    for (const id of people) {
      const count = talks.filter((talk) => talk.personId === id).length
      expect(count >= 2 && count <= 4, id).toBe(true)
    }
    const now = Date.now()
    for (const talk of talks) {
      const age = now - talk.startedAt.getTime()
      expect(age > 0 && age < FOUR_WEEKS_MS, talk.id).toBe(true)
      expect(talk.endedAt!.getTime(), talk.id).toBeGreaterThan(talk.startedAt.getTime())
      const { at, daysAgo } = demo.scripts.find((script) => `demo-talk-${script.id}` === talk.id)!
      expect(talk.startedAt.toLocaleTimeString('en-GB', { timeZone: 'Asia/Taipei', timeStyle: 'short' })).toBe(at)
      expect(Math.round(age / DAY_MS - daysAgo), talk.id).toBeLessThanOrEqual(1)
    }
    const newest = talks.map((talk) => talk.startedAt.getTime())
    expect(newest).toEqual([...newest].sort((a, b) => b - a))
  })

  test('shows a rise for two of them, from breaches to none', () => {
    for (const id of ['demo-trainee-yu', 'demo-trainee-lai']) {
      const overalls = overallsOf(talks, id)
      expect(overalls.at(-1)! - overalls[0]!, `${id}: ${overalls}`).toBeGreaterThanOrEqual(20)
      const own = talks.filter((talk) => talk.personId === id)
      expect(own.at(-1)!.violationCount, id).toBeGreaterThan(0)
      expect(own[0]!.violationCount, id).toBe(0)
      expect(own[0]!.passed, id).toBe(true)
    }
  })

  test('lets whoever tries it start with a clean sheet', async () => {
    const trainee = await findDemoPerson(demo.services, 'trainee')
    expect(trainee.personId).toBe('demo-trainee')
    expect(await demo.services.listOwnTalks(trainee)).toEqual([])
  })

  test('is not given its talks twice', async () => {
    const again = await startDemo(demo.database)
    expect(again.added).toBe(0)
    expect(await listTalks(again.services)).toEqual(talks)
  })

  test('whose start broke off is completed by the next one, as if it had not', async () => {
    const half = await startDemo(undefined, (script) => script.person === 'demo-trainee-yu')
    // As it stands when the process dies between the words of a talk and its end.
    await half.database.pool.query(`UPDATE "Roleplay" SET status = 'open', "endedAt" = NULL, "endReason" = NULL,
      scorecard = NULL, overall = NULL, passed = NULL WHERE id = 'demo-talk-yu-1'`)
    const next = await startDemo(half.database)
    expect(next.added).toBe(demo.scripts.length - half.added + 1)
    const completed = await listTalks(next.services)
    const told = ({ id, overall, passed, turnTotals, violationCount, startedAt }: TalkSummary) =>
      [id, overall, passed, turnTotals, violationCount, startedAt.toISOString().slice(10)] as const
    expect(completed.map(told)).toEqual(talks.map(told))
    expect(completed.every((talk) => talk.endedAt !== null)).toBe(true)
    await next.services.close()
  })
})

test('a database with a real person in it gets no invented past', async () => {
  const { services } = await createTestServices({ DEMO: '1' })
  await services.addPerson(await findDemoPerson(services, 'admin'), {
    name: '真人',
    email: 'real@x.test',
    password: 'a long enough password',
    role: 'trainee',
    teamName: '',
  })
  expect(await services.seedDemoTalks(await loadDemoTalks('.', services.content))).toBe(0)
  await services.close()
})

test('a server that is stopped plays no further talk', async () => {
  const { services } = await createTestServices({ DEMO: '1' })
  const seeding = services.seedDemoTalks(await loadDemoTalks('.', services.content))
  await services.close()
  expect(await seeding).toBe(0)
})
