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
  turns: {
    turnId: string
    text: string
    reply: { text: string; speech?: { by: string; replaced: string | null } }
    listening?: { by: string; failure: string | null }
  }[]
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

const listNotes = (page: Page, index: number) =>
  noteOf(page, index).evaluateAll((notes) => notes.map((note) => note.getAttribute('data-engine-note')))

describe.skipIf(!chromiumPath)('a talk on a model server that misbehaves', () => {
  let model: ModelServer
  let app: RunningApp
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    model = await startModelServer({ slowMs: 60_000, tokenMs: 5 })
    app = await startApp({
      environment: {
        OPENAI_BASE_URL: model.baseUrl,
        OPENAI_API_KEY: 'test',
        OPENAI_MODEL: 'good',
        OPENAI_JUDGE_MODEL: 'judge',
      },
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
    expect(await noteOf(page, 0).innerText()).toContain('語言模型暫時沒有回應，先由內建客戶回答，也只由內建裁判聽')
    expect(await noteOf(page, 1).innerText()).toContain('語言模型恢復了')
    await page.reload()
    await noteOf(page, 1).waitFor()
    expect(await noteOf(page, 0).getAttribute('data-engine-note')).toBe('both-away')
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
    expect(await listNotes(page, 0)).toEqual(['broke-off', 'judge-away'])
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

  test('the judge alone is away: told once, gone when it is back, and counted on the scorecard', async () => {
    const { id, complaints } = await open()
    model.setScenario('server-error', 'judge')
    await say(page, GREETING)
    await scoreTab(page, 0).waitFor()
    await say(page, NEXT)
    await scoreTab(page, 1).waitFor()
    model.reset()
    await say(page, '這筆錢以後有什麼用途嗎？')
    await scoreTab(page, 2).waitFor()
    await noteOf(page, 2).waitFor()
    const notes = [await listNotes(page, 0), await listNotes(page, 1), await listNotes(page, 2)]
    expect(notes).toEqual([['judge-away'], [], ['judge-back']])
    expect(await noteOf(page, 0).innerText()).toContain('只由內建裁判聽')
    const talk = await readTalk(page, id)
    expect(talk.turns.map((turn) => turn.reply.speech?.by)).toEqual(['model', 'model', 'model'])
    expect(talk.turns.map((turn) => turn.listening?.by)).toEqual(['embedded', 'embedded', 'both'])
    await page.getByRole('button', { name: '結束對談' }).click()
    await page.getByRole('button', { name: '結束，看成績' }).click()
    await page.waitForURL(/scorecard/)
    expect(await page.locator('[data-engine-share]').innerText()).toContain('這場一共 3 句，有 2 句只由內建裁判聽：')
    expect(complaints).toEqual([])
  })

  test('the administrator sees what was used, and how each model stands', async () => {
    const opened = await openPage(browser)
    page = opened.page
    await signInAsDemo(page, app.url, 'admin')
    // What the talk before this one used is written by then.
    await page.waitForTimeout(500)
    await page.goto(`${app.url}/models`)
    const row = page.getByRole('table', { name: '評分判讀 · judge' }).getByRole('row', { name: /^今天/ })
    const [calls, tokens] = await row.getByRole('cell').allTextContents()
    expect(Number(calls)).toBeGreaterThan(2)
    expect(Number(tokens?.replaceAll(',', ''))).toBeGreaterThan(1_000)
    await page.getByText('judge · 結構化回答').waitFor()
    expect(await listSeriousFaults(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 800 })
    expect(await listSeriousFaults(page)).toEqual([])
    expect(opened.complaints).toEqual([])
  })

  test('on a small screen the offer not to wait is in sight, and leaving ends the request', async () => {
    await open()
    await page.setViewportSize({ width: 390, height: 700 })
    for (const [i, text] of [GREETING, NEXT].entries()) {
      await say(page, text)
      await scoreTab(page, i).waitFor()
    }
    model.setScenario('slow-first-token')
    await say(page, '這筆錢以後有什麼用途嗎？')
    const offer = page.getByRole('button', { name: '用內建客戶回答這句' })
    await offer.waitFor({ timeout: 14_000 })
    const box = await offer.boundingBox()
    const composer = await page.locator('textarea').boundingBox()
    expect(box!.y).toBeGreaterThan(0)
    expect(box!.y + box!.height).toBeLessThanOrEqual(composer!.y)
    const before = model.countAborted()
    await page.goto(`${app.url}/`)
    await expect.poll(() => model.countAborted(), { timeout: 4_000 }).toBeGreaterThan(before)
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
