import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createEmbeddingsClient,
  DEFAULT_EMBEDDINGS_SETTINGS,
} from '../../app/adapters/language-model/create-embeddings-client'
import { type ModelServer, startModelServer } from '../model-server/start-model-server'

let server: ModelServer
beforeAll(async () => {
  server = await startModelServer({ slowMs: 500 })
})
afterAll(() => server.close())
beforeEach(() => server.reset())

const createClient = (own: Partial<typeof DEFAULT_EMBEDDINGS_SETTINGS> = {}) =>
  createEmbeddingsClient({
    ...DEFAULT_EMBEDDINGS_SETTINGS,
    retryBaseMs: 5,
    baseUrl: server.baseUrl,
    apiKey: 'key',
    model: 'vectors',
    ...own,
  })
const inputs = () => server.requests.map((request) => (request.body as unknown as { input: string[] }).input)

describe('createEmbeddingsClient', () => {
  test('asks in lots, by number of texts and by their characters, and keeps the order', async () => {
    const texts = ['解約金', '等待期', '寬限期', '一段長長長長的文字', '復效']
    const whole = await createClient().embed(texts)
    const lots = await createClient({ batchTexts: 2, batchCharacters: 10 }).embed(texts)
    expect(lots).toEqual(whole)
    expect(
      inputs()
        .slice(1)
        .map((one) => one.length),
    ).toEqual([2, 1, 1, 1])
    expect(whole.status === 'embedded' && whole.vectors.map((one) => one.length)).toEqual([64, 64, 64, 64, 64])
    const length = whole.status === 'embedded' ? Math.hypot(...whole.vectors[0]!) : 0
    expect(length).toBeCloseTo(1, 5)
  })

  test('tries again what may pass', async () => {
    server.setScenario('server-error-once')
    expect((await createClient().embed(['甲乙'])).status).toBe('embedded')
    expect(server.countRequests()).toBe(2)
  })

  test.each([
    ['server-error', 'server-error', 3],
    ['unauthorised', 'unauthorised', 1],
    ['wrong-content-type', 'bad-content-type', 1],
    ['truncated-json', 'wrong-shape', 1],
  ] as const)('%s is %s', async (scenario, reason, requests) => {
    server.setScenario(scenario)
    expect(await createClient().embed(['甲乙', '丙丁'])).toEqual({ status: 'failed', reason })
    expect(server.countRequests()).toBe(requests)
  })

  test('does not wait for a slow server', async () => {
    server.setScenario('slow-first-token')
    const begin = performance.now()
    const embedded = await createClient().embed(['甲乙'], { timeoutMs: 60, maxRetries: 0 })
    expect(embedded).toEqual({ status: 'failed', reason: 'connection' })
    expect(performance.now() - begin).toBeLessThan(450)
  })

  test('is failed where nobody listens', async () => {
    const client = createEmbeddingsClient({
      ...DEFAULT_EMBEDDINGS_SETTINGS,
      maxRetries: 0,
      baseUrl: 'http://127.0.0.1:9/v1',
      apiKey: 'key',
      model: 'vectors',
    })
    expect(await client.embed(['甲乙'])).toEqual({ status: 'failed', reason: 'connection' })
  })
})
