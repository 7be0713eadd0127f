import fs from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { buildOpenApi, OPERATIONS } from '../../app/http/api/build-openapi'
import { examples } from '../../app/http/api/examples'
import { problemSchema } from '../../app/http/api/schemas'
import { callApi, type RunningApp, startApp, TEST_API_TOKEN } from '../start-app'

// Runs the example of every call in the OpenAPI document against the built app, and checks the answer against its schema.

let app: RunningApp
const ids: Record<string, string> = {}
beforeAll(async () => {
  app = await startApp()
})
afterAll(async () => {
  await app?.stop()
  if (app) fs.rmSync(app.dataDir, { recursive: true, force: true })
})

function fillPath(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name]
    if (!value) throw new Error(`no value for ${name} in ${template}`)
    return encodeURIComponent(value)
  })
}

/** An answer names an item of the attempt that was just opened. */
function fillBody(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body).replaceAll('{itemId}', ids.itemId ?? ''))
}

function sendFiles(path: string, files: Record<string, string>): Promise<Response> {
  const form = new FormData()
  for (const [name, text] of Object.entries(files)) form.append('files', new Blob([text]), name)
  return fetch(`${app.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TEST_API_TOKEN}` },
    body: form,
  })
}

function expectShape(schema: z.ZodType, body: unknown): void {
  const result = schema.safeParse(body)
  expect(result.error?.issues ?? [], JSON.stringify(body).slice(0, 400)).toEqual([])
}

test('the document is valid OpenAPI 3.1', async () => {
  const served: unknown = await (await fetch(`${app.url}/api/v1/openapi.json`)).json()
  expect(served).toEqual(JSON.parse(JSON.stringify(buildOpenApi())))
  const result = await new Validator().validate(structuredClone(served) as Record<string, unknown>)
  expect(result.errors ?? []).toEqual([])
  expect((served as { openapi: string }).openapi).toBe('3.1.0')
})

/** What later examples need of an earlier answer. */
function keepIds(call: keyof typeof examples, json: unknown): void {
  if (call === 'startRoleplay') ids.roleplayId = (json as { id: string }).id
  if (call === 'uploadDocuments') ids.importId = (json as { importId: string }).importId
  if (call === 'makeQuiz') ids.quizId = (json as { id: string }).id
  if (call === 'makeCourse') ids.courseId = (json as { id: string }).id
  if (call === 'takeQuiz') {
    const attempt = json as { id: string; questions: { itemId: string; type: string }[] }
    ids.attemptId = attempt.id
    ids.itemId = attempt.questions.find((one) => one.type === 'single')!.itemId
  }
  if (call === 'searchKnowledge') ids.passageId = (json as { hits: { passageId: string }[] }).hits[0]!.passageId
}

describe('every example', () => {
  test.each(OPERATIONS.map((operation) => [operation.id, operation] as const))('%s', async (id, operation) => {
    const example = examples[id]
    const query = example.query ? `?${new URLSearchParams(example.query)}` : ''
    const path = fillPath(operation.path, { ...ids, ...example.path }) + query
    const response = example.files
      ? await sendFiles(path, example.files)
      : await callApi(app.url, path, operation.method === 'post' ? fillBody(example.body ?? {}) : undefined)
    const json: unknown = await response.json()
    expect(response.status, JSON.stringify(json)).toBe(operation.status)
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    expectShape(operation.output, json)
    keepIds(id, json)
  })
})

describe('refusals are problem details with a stable type', () => {
  const expectProblem = async (response: Response, status: number, type: string) => {
    const body: unknown = await response.json()
    expect(response.status, JSON.stringify(body)).toBe(status)
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expectShape(problemSchema, body)
    expect(body).toMatchObject({ type: `urn:duilian:problem:${type}`, status })
  }
  const start = async (more: object = {}) =>
    (
      (await (
        await callApi(app.url, '/api/v1/roleplays', { ...(examples.startRoleplay.body as object), ...more })
      ).json()) as { id: string }
    ).id

  test.each([
    ['no token', () => fetch(`${app.url}/api/v1/personas`), 401, 'not-signed-in'],
    [
      'unknown token',
      () => callApi(app.url, '/api/v1/personas', undefined, { authorization: 'Bearer nope' }),
      401,
      'not-signed-in',
    ],
    ['unknown path', () => callApi(app.url, '/api/v1/nothing'), 404, 'not-found'],
    ['unknown scenario', () => callApi(app.url, '/api/v1/scenarios/none'), 404, 'not-found'],
    ['unknown roleplay', () => callApi(app.url, '/api/v1/roleplays/none'), 404, 'not-found'],
    [
      'start of an unknown scenario',
      () => callApi(app.url, '/api/v1/roleplays', { scenarioId: 'none' }),
      404,
      'not-found',
    ],
    [
      'engine that is not set up',
      () => callApi(app.url, '/api/v1/roleplays', { ...(examples.startRoleplay.body as object), engine: 'llm' }),
      503,
      'engine-unavailable',
    ],
    ['unknown key', () => callApi(app.url, '/api/v1/roleplays', { scenarioId: 'x', colour: 'red' }), 400, 'bad-input'],
    ['empty transcript', () => callApi(app.url, '/api/v1/judge', { transcript: [] }), 400, 'bad-input'],
  ] as const)('%s', async (_name, call, status, type) => {
    await expectProblem(await call(), status, type)
  })

  test('a body that is not JSON', async () => {
    const response = await fetch(`${app.url}/api/v1/judge`, {
      method: 'POST',
      headers: { authorization: 'Bearer test-token-of-the-machine-000000', 'content-type': 'application/json' },
      body: '{',
    })
    await expectProblem(response, 400, 'bad-input')
  })

  test.each([
    ['empty', '', 400, 'bad-input'],
    ['blank', ' \n　', 400, 'bad-input'],
    ['10,000 characters', '長'.repeat(10_000), 413, 'too-long'],
  ])('a turn of %s text', async (_name, text, status, type) => {
    const id = await start()
    await expectProblem(await callApi(app.url, `/api/v1/roleplays/${id}/turns`, { turnId: 'a', text }), status, type)
    const talk = (await (await callApi(app.url, `/api/v1/roleplays/${id}`)).json()) as { turns: unknown[] }
    expect(talk.turns).toEqual([])
  })

  test('no scorecard before the end', async () => {
    await expectProblem(await callApi(app.url, `/api/v1/roleplays/${await start()}/scorecard`), 404, 'not-found')
  })

  test('no hint in an exam, and no score before its end', async () => {
    const id = await start({ mode: 'exam' })
    await expectProblem(await callApi(app.url, `/api/v1/roleplays/${id}/hint`, {}), 403, 'not-allowed')
    const turn = await (await callApi(app.url, `/api/v1/roleplays/${id}/turns`, examples.takeTurn.body)).json()
    expect(turn).toMatchObject({ score: { status: 'withheld' }, ledger: [] })
    const talk = await (await callApi(app.url, `/api/v1/roleplays/${id}`)).json()
    expect(talk).toMatchObject({ ledger: [], turns: [{ score: { status: 'withheld' } }] })
    await callApi(app.url, `/api/v1/roleplays/${id}/finish`, {})
    const after = await (await callApi(app.url, `/api/v1/roleplays/${id}`)).json()
    expect(after).toMatchObject({ turns: [{ score: { status: 'scored' } }] })
  })
})

test('a persona or product that is not ours is judged by the words alone, and the answer says so', async () => {
  const transcript = [{ who: 'trainee', text: '您放心，保證不會虧。' }]
  const response = await callApi(app.url, '/api/v1/judge', { transcript, personaId: 'somebody', productId: 'annuity' })
  expect(response.status).toBe(200)
  const judgement = (await response.json()) as { turns: { score: { total: number } }[]; recognised: object }
  expect(judgement.recognised).toEqual({ personaId: null, productId: 'annuity' })
  expect(judgement.turns[0]?.score.total).toBe(0)
})

describe('the same talk twice', () => {
  const WORDS = ['您好，我是安禾人壽的業務員林安。', '請問您家裡有哪些人？', '這張穩賺不賠，放心。', '您擔心什麼？']
  const hold = async () => {
    const scenarioId = (examples.startRoleplay.body as { scenarioId: string }).scenarioId
    const started = (await (await callApi(app.url, '/api/v1/roleplays', { scenarioId, seed: 'same' })).json()) as {
      id: string
      opening?: unknown
      state: unknown
    }
    const answers: unknown[] = [started.opening, started.state]
    for (const [i, text] of WORDS.entries()) {
      const response = await callApi(app.url, `/api/v1/roleplays/${started.id}/turns`, { turnId: `t${i}`, text })
      answers.push(response.status === 200 ? await response.json() : response.status)
    }
    answers.push(
      ((await (await callApi(app.url, `/api/v1/roleplays/${started.id}/finish`, {})).json()) as { scorecard: unknown })
        .scorecard,
    )
    return { id: started.id, text: JSON.stringify(answers) }
  }

  test('same seed and words: same talk, same score, to the byte', async () => {
    expect((await hold()).text).toBe((await hold()).text)
  })

  test('a fork is equal up to its turn, and the old talk stays as it was', async () => {
    const { id } = await hold()
    const before = (await (await callApi(app.url, `/api/v1/roleplays/${id}`)).json()) as { turns: object[] }
    const fork = (await (await callApi(app.url, `/api/v1/roleplays/${id}/fork`, { fromTurn: 2 })).json()) as {
      id: string
    }
    const forked = (await (await callApi(app.url, `/api/v1/roleplays/${fork.id}`)).json()) as {
      turns: object[]
      forkedFrom: unknown
      status: string
    }
    expect(forked.turns).toEqual(before.turns.slice(0, 2))
    expect(forked).toMatchObject({ forkedFrom: { id, turn: 2 }, status: 'open' })
    expect(
      (
        await callApi(app.url, `/api/v1/roleplays/${fork.id}/turns`, {
          turnId: 'new',
          text: '前幾年解約拿回來的會比繳的少。',
        })
      ).status,
    ).toBe(200)
    expect(await (await callApi(app.url, `/api/v1/roleplays/${id}`)).json()).toEqual(before)
  })
})

describe('a quiz by the API', () => {
  type Made = { id: string; items: { id: string; type: string; key: string[]; stem: string }[] } & Record<
    string,
    unknown
  >
  const make = async (more: object = {}) => {
    const response = await callApi(app.url, '/api/v1/quizzes', { ...(examples.makeQuiz.body as object), ...more })
    return { status: response.status, body: (await response.json()) as Made }
  }

  test('same documents, count, types and seed: the same items', async () => {
    const [first, second] = [await make(), await make()]
    expect(first.body).toMatchObject({ requested: 4, made: 4, status: 'draft' })
    expect(second.body.items).toEqual(first.body.items)
    expect(second.body.id).not.toBe(first.body.id)
  })

  test('taken at once: the keys get all points, the others none', async () => {
    const { body } = await make({ types: ['single'] })
    const take = async (choose: (key: string) => string) => {
      const answers = body.items.map(({ id, key }) => ({
        itemId: id,
        response: { type: 'choice', optionIds: [choose(key[0]!)] },
      }))
      const response = await callApi(app.url, `/api/v1/quizzes/${body.id}/attempts`, { mode: 'exam', answers })
      expect(response.status).toBe(201)
      return response.json()
    }
    expect(await take((key) => key)).toMatchObject({ points: 4, maxPoints: 4, percent: 100, passed: true })
    const wrong = await take((key) => (key === 'a' ? 'b' : 'a'))
    expect(wrong).toMatchObject({ points: 0, maxPoints: 4, percent: 0, passed: false })
    expect((wrong as { results: unknown[] }).results).toHaveLength(4)
  })

  test.each([
    ['no source', { documentIds: undefined }],
    ['two kinds of source', { topic: '等待期' }],
    ['an unknown document', { documentIds: ['none'] }],
    ['a topic that nothing is about', { documentIds: undefined, topic: '量子色動力學的夸克禁閉' }],
    ['no count', { count: undefined }],
    ['too many', { count: 61 }],
    ['an unknown type', { types: ['essay'] }],
  ])('from %s is refused', async (_name, more) => {
    const { status, body } = await make(more)
    expect(status, JSON.stringify(body)).toBe(400)
    expect(body.type).toBe('urn:duilian:problem:bad-input')
  })
})
