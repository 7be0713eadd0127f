import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ScenarioName } from '../model-server/scenarios'
import { type ModelServer, startModelServer } from '../model-server/start-model-server'
import { callApi, type RunningApp, startApp, TEST_API_TOKEN } from '../start-app'

// The whole app on a real server that speaks OpenAI's protocol, well and badly.

const SCENARIO_ID = 'retired-teacher-deposit-matures'
const GREETING = '林老師您好，我是安禾人壽的業務員，這是我的登錄證。今天想先聽聽您的打算，可以嗎？'

type Turn = { reply: { text: string }; score: { status: string; total: number }; state: { trust: number } }

let model: ModelServer
let app: RunningApp
let embedded: Turn
const start = async (more: object = {}) =>
  (
    (await (
      await callApi(app.url, '/api/v1/roleplays', { scenarioId: SCENARIO_ID, seed: 'model', ...more })
    ).json()) as { id: string }
  ).id
const take = async (id: string, text = GREETING, turnId = 'one') =>
  (await (await callApi(app.url, `/api/v1/roleplays/${id}/turns`, { turnId, text })).json()) as Turn

beforeAll(async () => {
  model = await startModelServer({})
  app = await startApp({
    environment: {
      OPENAI_BASE_URL: model.baseUrl,
      OPENAI_API_KEY: 'test',
      OPENAI_MODEL: 'good',
      OPENAI_JUDGE_MODEL: 'good',
    },
  })
  embedded = await take(await start({ engine: 'embedded' }))
})
afterAll(async () => {
  await app?.stop()
  await model?.close()
  if (app) fs.rmSync(app.dataDir, { recursive: true, force: true })
})

test('says that a model is set up, and prefers it', async () => {
  expect(await (await callApi(app.url, '/ready')).json()).toMatchObject({ engines: { embedded: 'ok', llm: 'ok' } })
  const talk = await (await callApi(app.url, `/api/v1/roleplays/${await start()}`)).json()
  expect(talk).toMatchObject({ engine: 'llm' })
})

test('the client speaks through the model, in pieces, and the same client is left', async () => {
  const id = await start()
  const response = await callApi(
    app.url,
    `/api/v1/roleplays/${id}/turns`,
    { turnId: 'one', text: GREETING },
    { accept: 'text/event-stream' },
  )
  const events = (await response.text())
    .split('\n\n')
    .filter((block) => block.includes('event:'))
    .map((block) => ({ event: /event: (\S+)/.exec(block)![1]!, data: JSON.parse(/data: (.*)/.exec(block)![1]!) }))
  const said = events
    .filter((one) => one.event === 'reply.delta')
    .map((one) => one.data.text)
    .join('')
  const reply = events.find((one) => one.event === 'reply')!.data.text
  expect(said).toBe(reply)
  expect(reply.length).toBeGreaterThan(0)
  expect(events.at(-1)?.event).toBe('done')
  expect(events.find((one) => one.event === 'state')!.data.trust).toBe(embedded.state.trust)
  expect(await take(id)).toMatchObject({ reply: { text: reply } })
})

test('personal data never reaches the model, and comes back as it was typed', async () => {
  model.requests.length = 0
  const id = await start()
  await take(id, '我的手機是 0912-345-678，身分證 A123456789，您先記下來，今天想聽聽您的打算。')
  const sent = JSON.stringify(model.requests)
  expect(sent).toContain('今天想聽聽您的打算')
  expect(sent).not.toMatch(/0912-?345-?678|A123456789/)
  const talk = await (await callApi(app.url, `/api/v1/roleplays/${id}`)).json()
  expect(JSON.stringify(talk)).toContain('A123456789')
})

test('who leaves ends the request at the model, and the turn is kept', async () => {
  const id = await start()
  model.reset()
  model.setScenario('slow-first-token')
  const controller = new AbortController()
  const left = fetch(`${app.url}/api/v1/roleplays/${id}/turns`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${TEST_API_TOKEN}`,
      'content-type': 'application/json',
      accept: 'text/event-stream',
    },
    body: JSON.stringify({ turnId: 'one', text: GREETING }),
    signal: controller.signal,
  }).catch((error: unknown) => error)
  await expect.poll(() => model.countRequests()).toBeGreaterThanOrEqual(2)
  expect(model.countAborted()).toBe(0)
  controller.abort()
  expect(await left).toMatchObject({ name: 'AbortError' })
  // Speaker and judge; long before either would have said a word.
  await expect.poll(() => model.countAborted(), { timeout: 1_500 }).toBe(2)
  const requests = model.countRequests()
  const talk = await (await callApi(app.url, `/api/v1/roleplays/${id}`)).json()
  expect(talk).toMatchObject({ turns: [], pendingTurn: { turnId: 'one', text: GREETING } })
  expect(model.countRequests()).toBe(requests)
  expect(app.output()).not.toContain('request failed')
  model.reset()
})

describe('whatever the server does, the talk goes on and nothing is invented', () => {
  test.each<ScenarioName>([
    'cut-socket',
    'no-done',
    'empty-choices',
    'prose',
    'truncated-json',
    'refusal',
    'role-break',
    'rubric-leak',
    'unknown-codes',
    'invented-quotes',
    'obeys-injection',
    'wrong-content-type',
    'rate-limited',
    'server-error',
  ])('%s', { timeout: 60_000 }, async (scenario) => {
    model.setScenario(scenario)
    const turn = await take(await start())
    model.setScenario(null)
    expect(turn.reply.text.length).toBeGreaterThan(0)
    expect(turn.score.status).toBe('scored')
    // A model only ever adds what the embedded ears can confirm.
    expect(Math.abs(turn.score.total - embedded.score.total)).toBeLessThanOrEqual(30)
    expect(turn.state.trust).toBe(embedded.state.trust)
  })
})
