import fs from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { callApi, makeDataDir, type RunningApp, startApp } from '../start-app'

// A real kill of the whole process group while a turn is being answered, twenty times over one talk.

const KILLS = 20
const SCENARIO_ID = 'retired-teacher-deposit-matures'
const WORDS = [
  '林老師您好，我是安禾人壽的業務員，這是我的登錄證。',
  '今天想先聽聽您對退休生活的想法，可以嗎？',
  '您現在每個月的開銷大概多少？',
  '我懂，辛苦存的錢會擔心很正常。',
  '這筆錢十年內會用到嗎？',
  '宣告利率不是保證的，會調整。',
  '前幾年解約會有費用，拿回來的會比繳的少。',
  '不急，您可以和家人商量。',
]

const dataDir = makeDataDir()
let app: RunningApp | null = null
afterAll(async () => {
  await app?.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

type Stored = {
  turns: { turnId: string; text: string; reply: { text: string }; score: { status: string; total?: number } }[]
  status: string
}

describe('a turn that was accepted survives a killed server', () => {
  test(`${KILLS} kills: one turn, one score, and a talk that goes on`, { timeout: 240_000 }, async () => {
    app = await startApp({ dataDir })
    const start = async () =>
      (
        (await (await callApi(app!.url, '/api/v1/roleplays', { scenarioId: SCENARIO_ID, seed: 'kill' })).json()) as {
          id: string
        }
      ).id
    let id = await start()
    let acknowledged: { turnId: string; total: number | undefined; reply: string }[] = []
    for (let i = 0; i < KILLS; i++) {
      const input = { turnId: `turn-${i}`, text: WORDS[i % WORDS.length]! + (i >= WORDS.length ? `（${i}）` : '') }
      const answer = callApi(app.url, `/api/v1/roleplays/${id}/turns`, input, { accept: 'text/event-stream' })
        .then((response) => response.text())
        .catch(() => '')
      // From before the request is read to after the last event: the moment moves through the whole answer.
      await new Promise((resolve) => setTimeout(resolve, (i * 37) % 45))
      await app.kill()
      await answer

      app = await startApp({ dataDir })
      const resent = await callApi(app.url, `/api/v1/roleplays/${id}/turns`, input)
      expect(resent.status, await resent.clone().text()).toBe(200)
      const turn = (await resent.json()) as {
        reply: { text: string }
        score: { total?: number }
        state: { ended: unknown }
      }
      acknowledged.push({ turnId: input.turnId, total: turn.score.total, reply: turn.reply.text })

      const talk = (await (await callApi(app.url, `/api/v1/roleplays/${id}`)).json()) as Stored
      expect(talk.turns.map((one) => one.turnId)).toEqual(acknowledged.map((one) => one.turnId))
      expect(talk.turns.map((one) => one.score.total)).toEqual(acknowledged.map((one) => one.total))
      expect(talk.turns.map((one) => one.reply.text)).toEqual(acknowledged.map((one) => one.reply))
      if (turn.state.ended) {
        id = await start()
        acknowledged = []
      }
    }
  })
})

describe('sent twice', () => {
  test('the same turn from two tabs at once is one turn', async () => {
    app ??= await startApp({ dataDir })
    const { url } = app
    const { id } = (await (await callApi(url, '/api/v1/roleplays', { scenarioId: SCENARIO_ID })).json()) as {
      id: string
    }
    const input = { turnId: 'once', text: WORDS[0] }
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => callApi(url, `/api/v1/roleplays/${id}/turns`, input)),
    )
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 200])
    const bodies = await Promise.all(answers.map((answer) => answer.text()))
    expect(new Set(bodies).size).toBe(1)
    const talk = (await (await callApi(url, `/api/v1/roleplays/${id}`)).json()) as Stored
    expect(talk.turns).toHaveLength(1)
  })

  test('two tabs that both expect the next turn: one is taken, the other told that the talk moved on', async () => {
    const { url } = app!
    const { id } = (await (await callApi(url, '/api/v1/roleplays', { scenarioId: SCENARIO_ID })).json()) as {
      id: string
    }
    const send = (turnId: string) =>
      callApi(url, `/api/v1/roleplays/${id}/turns`, { turnId, text: WORDS[0], turnIndex: 0 })
    const statuses = (await Promise.all([send('tab-1'), send('tab-2')])).map((answer) => answer.status)
    expect(statuses.sort()).toEqual([200, 409])
  })

  test('an id that comes back with other words is refused', async () => {
    const { url } = app!
    const { id } = (await (await callApi(url, '/api/v1/roleplays', { scenarioId: SCENARIO_ID })).json()) as {
      id: string
    }
    const send = (text: string) => callApi(url, `/api/v1/roleplays/${id}/turns`, { turnId: 'a', text })
    expect((await send('您好')).status).toBe(200)
    const refused = await send('別的話')
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({ type: 'urn:duilian:problem:turn-conflict' })
  })

  test('a talk that has ended answers a further turn with 409 and a resent one as before', async () => {
    const { url } = app!
    const { id } = (await (await callApi(url, '/api/v1/roleplays', { scenarioId: SCENARIO_ID })).json()) as {
      id: string
    }
    const send = (turnId: string) => callApi(url, `/api/v1/roleplays/${id}/turns`, { turnId, text: WORDS[0] })
    const first = await (await send('a')).text()
    expect((await callApi(url, `/api/v1/roleplays/${id}/finish`, {})).status).toBe(200)
    expect((await send('b')).status).toBe(409)
    expect(await (await send('a')).text()).toBe(first)
  })

  test('a stream resumes after the last event that arrived', async () => {
    const { url } = app!
    const { id } = (await (await callApi(url, '/api/v1/roleplays', { scenarioId: SCENARIO_ID })).json()) as {
      id: string
    }
    const input = { turnId: 'stream', text: WORDS[0] }
    const stream = (headers = {}) =>
      callApi(url, `/api/v1/roleplays/${id}/turns`, input, { accept: 'text/event-stream', ...headers }).then((r) =>
        r.text(),
      )
    const whole = await stream()
    const events = whole.split('\n\n').filter(Boolean)
    expect(events.at(-1)).toMatch(/event: done/)
    const lastId = /id: (\S+)/.exec(events[2]!)![1]!
    expect(await stream({ 'last-event-id': lastId })).toBe(`${events.slice(3).join('\n\n')}\n\n`)
  })
})

test('a second process on the same folder refuses and says why', async () => {
  await expect(startApp({ dataDir })).rejects.toThrow(/in use by process \d+/)
})
