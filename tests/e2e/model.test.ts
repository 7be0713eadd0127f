import fs from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ModelServer, startModelServer } from '../model-server/start-model-server'
import { type RunningApp, startApp } from '../start-app'
import { listSeriousFaults } from './list-serious-faults'
import { chromiumPath, openBrowser, openPage, signInAsDemo, startTalk } from './open-browser'

// The talk in a browser on a model server that misbehaves: a clear message, nothing lost, nothing invented, and it comes back.

const SCENARIO_ID = 'retired-teacher-deposit-matures'
const GREETING = '林老師您好，我是安禾人壽的陳安，這是我的登錄證。今天想先聽聽您的打算，可以嗎？'
const NEXT = '您最擔心的是什麼？'

type Stored = {
  turns: { turnId: string; text: string; reply: { text: string; speech?: { by: string; replaced: string | null } } }[]
  pendingTurn: { text: string } | null
}

async function say(page: Page, text: string): Promise<void> {
  await page.locator('textarea').fill(text)
  await page.locator('textarea').press('Enter')
}

const readTalk = (page: Page, id: string): Promise<Stored> =>
  page.evaluate(async (talkId) => (await fetch(`/api/v1/roleplays/${talkId}`)).json(), id)

const scoreTab = (page: Page, index: number) =>
  page
    .locator('ol > li')
    .nth(index)
    .getByRole('button', { name: /這句 \d+ 分/ })
const noteOf = (page: Page, index: number) => page.locator('ol > li').nth(index).locator('[data-engine-note]')

describe.skipIf(!chromiumPath)('a talk on a model server that misbehaves', () => {
  let model: ModelServer
  let app: RunningApp
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    model = await startModelServer({ slowMs: 60_000, tokenMs: 5 })
    app = await startApp({
      environment: { OPENAI_BASE_URL: model.baseUrl, OPENAI_API_KEY: 'test', OPENAI_MODEL: 'good' },
    })
    browser = await openBrowser()
  })
  afterEach(async () => {
    model.reset()
    await page?.context().close()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
    await model?.close()
    if (app) fs.rmSync(app.dataDir, { recursive: true, force: true })
  })

  async function open(): Promise<{ id: string; complaints: string[] }> {
    const opened = await openPage(browser)
    page = opened.page
    await signInAsDemo(page, app.url, 'trainee')
    return { id: await startTalk(page, app.url, SCENARIO_ID), complaints: opened.complaints }
  }

  /** One turn under trouble, then one when all is well again. */
  async function goThroughTrouble(scenario: Parameters<ModelServer['setScenario']>[0]) {
    const { id, complaints } = await open()
    model.setScenario(scenario)
    await say(page, GREETING)
    await scoreTab(page, 0).waitFor({ timeout: 30_000 })
    model.setScenario(null)
    await say(page, NEXT)
    await scoreTab(page, 1).waitFor()
    const talk = await readTalk(page, id)
    expect(talk.turns.map((turn) => turn.text)).toEqual([GREETING, NEXT])
    expect(talk.pendingTurn).toBeNull()
    expect(talk.turns[1]?.reply.speech?.by).toBe('model')
    expect(complaints).toEqual([])
    return talk
  }

  test('429: the built-in client answers and the page says so; the model comes back and the page says so', async () => {
    const talk = await goThroughTrouble('rate-limited')
    expect(talk.turns[0]?.reply.speech).toEqual({ by: 'embedded', replaced: 'rate-limited' })
    expect(await noteOf(page, 0).innerText()).toContain('語言模型暫時沒有回應，這一句由內建客戶回答')
    expect(await noteOf(page, 1).innerText()).toContain('語言模型恢復了')
    await page.reload()
    await noteOf(page, 1).waitFor()
    expect(await noteOf(page, 0).getAttribute('data-engine-note')).toBe('away')
    expect(await listSeriousFaults(page)).toEqual([])
  })

  test('500s, then recovery', async () => {
    const talk = await goThroughTrouble('server-error')
    expect(talk.turns[0]?.reply.speech).toEqual({ by: 'embedded', replaced: 'server-error' })
  })

  test('the model leaves its role: nothing of it is said or stored', async () => {
    const talk = await goThroughTrouble('role-break')
    expect(talk.turns[0]?.reply.speech).toEqual({ by: 'embedded', replaced: 'role-break' })
    expect(JSON.stringify(talk)).not.toContain('語言模型，沒有辦法')
    expect(await noteOf(page, 0).innerText()).toContain('不能用')
    expect(await page.locator('ol').innerText()).not.toContain('AI')
  })

  test('the socket is cut in the middle: the client finishes in their own words', async () => {
    const talk = await goThroughTrouble('cut-socket')
    expect(talk.turns[0]?.reply.speech).toMatchObject({ replaced: 'connection' })
    expect(await noteOf(page, 0).count()).toBe(1)
    expect(talk.turns[0]?.reply.text.length).toBeGreaterThan(5)
  })

  test('the stream stalls: the page waits, then goes on, with what was said standing', async () => {
    const talk = await goThroughTrouble('stall')
    expect(talk.turns[0]?.reply.speech).toMatchObject({ replaced: 'timeout-idle' })
    expect(await page.locator('ol > li').nth(0).innerText()).toContain(talk.turns[0]!.reply.text.slice(0, 6))
  })

  test('no first word for ten seconds: the offer, and the built-in client at once', async () => {
    const { id } = await open()
    model.setScenario('slow-first-token')
    await say(page, GREETING)
    await page.getByText('正在想…').first().waitFor()
    const offer = page.getByRole('button', { name: '用內建客戶回答這句' })
    await offer.waitFor({ timeout: 14_000 })
    await offer.click()
    await scoreTab(page, 0).waitFor({ timeout: 5_000 })
    expect(await noteOf(page, 0).getAttribute('data-engine-note')).toBe('chosen')
    const talk = await readTalk(page, id)
    expect(talk.turns).toHaveLength(1)
    expect(talk.turns[0]?.reply.speech).toEqual({ by: 'embedded', replaced: 'chosen' })
  })

  test('a reload while the client is thinking: my words stand there, and the turn is finished', async () => {
    const { id } = await open()
    model.setScenario('slow-first-token')
    await say(page, GREETING)
    await expect.poll(() => model.requests.length, { timeout: 10_000 }).toBeGreaterThan(0)
    await expect.poll(async () => (await readTalk(page, id)).pendingTurn?.text).toBe(GREETING)
    // As if this browser had never kept anything.
    await page.evaluate(() => localStorage.clear())
    model.reset()
    await page.reload()
    await scoreTab(page, 0).waitFor()
    const talk = await readTalk(page, id)
    expect(talk.turns.map((turn) => turn.text)).toEqual([GREETING])
    expect(talk.turns[0]?.reply.speech?.by).toBe('model')
    expect(talk.pendingTurn).toBeNull()
  })
})
