import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readinessSchema } from '../../app/http/api/schemas'
import type { Services } from '../../app/services.server'
import { type ModelServer, startModelServer } from '../model-server/start-model-server'
import { createTestServices } from '../test-services'

// Each test starts the whole application once or twice.
vi.setConfig({ testTimeout: 120_000 })

const asker = {
  personId: 'asker',
  organisationId: 'here',
  teamId: null,
  role: 'trainer',
  name: 'asker',
  email: 'asker@test',
  isDemo: false,
  createdAt: new Date(0),
} as const

let model: ModelServer
let dataDir: string
const opened: Services[] = []
beforeAll(async () => {
  model = await startModelServer()
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'embeddings-'))
})
afterAll(async () => {
  for (const services of opened) await services.close()
  await model.close()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

async function start(folder: string, status: string): Promise<Services> {
  const { services } = await createTestServices({
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_EMBEDDING_MODEL: 'good',
    DATA_DIR: folder,
  })
  opened.push(services)
  await services.startKnowledge(true)
  await expect.poll(() => services.readKnowledgeState().embeddings.status, { timeout: 60_000 }).toBe(status)
  return services
}
const countRequests = () => model.countRequests('/v1/embeddings')
const idsOf = async (services: Services, query: string) =>
  (await services.searchKnowledge(asker, { query, k: 5 })).hits.map((hit) => hit.passage.id)

describe('an embeddings endpoint', () => {
  test('gives every passage its vector, mixes lightly without questions of its own, and is asked once for each text', async () => {
    const services = await start(dataDir, 'ready')
    const { passages, embeddings } = services.readKnowledgeState()
    expect(embeddings).toMatchObject({ model: 'good', passages, fusion: { kind: 'mix', weight: 0.15 }, mrr: null })
    const lots = model.requests.map((request) => (request.body as unknown as { input: string[] }).input)
    expect(Math.max(...lots.map((lot) => lot.length))).toBeLessThanOrEqual(32)
    expect(lots.flat().length).toBeLessThanOrEqual(passages)
    const before = countRequests()
    const { hits } = await services.searchKnowledge(asker, { query: '等待期是幾天', k: 3 })
    expect(hits[0]?.explain.dense).toBeGreaterThan(0)
    await services.searchKnowledge(asker, { query: '等待期是幾天', k: 3 })
    expect(countRequests() - before).toBe(1)
    const readiness = await services.checkReadiness()
    expect(readinessSchema.parse(readiness).knowledge.embeddings.status).toBe('ready')
  })

  test('is not asked again after a restart', async () => {
    model.reset()
    await start(dataDir, 'ready')
    expect(countRequests()).toBe(0)
  })

  test('gets no personal data', async () => {
    model.reset()
    const services = opened.at(-1)!
    await services.searchKnowledge(asker, { query: '等待期，我的身分證是A123456789', k: 3 })
    expect(countRequests()).toBe(1)
    expect(JSON.stringify(model.requests[0]?.body)).not.toContain('A123456789')
  })
})

test('while the endpoint fails, search is by words alone and /ready says so', async () => {
  model.reset()
  model.setScenario('unauthorised')
  const services = await start(path.join(dataDir, 'other'), 'failing')
  const readiness = await services.checkReadiness()
  expect(readiness.status).toBe('ready')
  expect(readiness.knowledge.embeddings).toMatchObject({ status: 'failing', reason: 'unauthorised' })
  const { services: plain } = await createTestServices()
  opened.push(plain)
  await plain.startKnowledge(true)
  for (const query of ['等待期是幾天', '解約會扣多少', '受益人可以改嗎'])
    expect(await idsOf(services, query)).toEqual(await idsOf(plain, query))
})

test('a query whose vector does not come in time is searched by words', async () => {
  model.reset()
  const services = opened[0]!
  model.setScenario('server-error')
  const { hits } = await services.searchKnowledge(asker, { query: '寬限期有多久', k: 3 })
  expect(hits.length).toBeGreaterThan(0)
  expect(hits[0]?.explain.dense).toBeNull()
})
