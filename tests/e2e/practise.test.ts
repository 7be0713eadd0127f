import fs from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningApp, startApp } from '../start-app'
import { listSeriousFaults } from './list-serious-faults'
import { chromiumPath, openBrowser, openPage, signInAsDemo, startTalk } from './open-browser'

const SCENARIO_ID = 'retired-teacher-deposit-matures'
const GREETING = '林老師您好，我是安禾人壽的陳安，這是我的登錄證。今天想先聽聽您的打算，可以嗎？'
const BREACH = '您放心，這張絕對不會虧，今天簽我退您佣金。'

async function say(page: Page, text: string): Promise<void> {
  await page.locator('textarea').fill(text)
  await page.locator('textarea').press('Enter')
}

/** My words as they stand on the page. */
const mine = (page: Page) => page.locator('ol > li .bg-teal-soft.rounded-br-sm').allInnerTexts()

describe.skipIf(!chromiumPath)('a trainee practises in a browser', () => {
  let app: RunningApp
  let browser: Browser
  beforeAll(async () => {
    app = await startApp()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
    if (app) fs.rmSync(app.dataDir, { recursive: true, force: true })
  })

  test('from sign-in to the scorecard, and the costliest moment once more', async () => {
    const { page, complaints } = await openPage(browser)
    await signInAsDemo(page, app.url, 'trainee')
    await page.locator(`a[href="/scenarios/${SCENARIO_ID}"]`).first().click()
    await page.waitForURL(/scenarios/)
    const talkId = await startTalk(page, app.url, SCENARIO_ID)

    await say(page, GREETING)
    await page
      .getByRole('button', { name: /這句 \d+ 分/ })
      .first()
      .waitFor()
    expect(await page.locator('mark.mark-good').count()).toBeGreaterThan(0)

    await say(page, BREACH)
    const breach = page.getByRole('alert').filter({ hasText: '先停一下' })
    await breach.waitFor()
    expect(await breach.innerText()).toContain('§19-1')
    await breach.getByRole('button', { name: '繼續' }).click()
    await breach.waitFor({ state: 'detached' })

    await page.reload()
    await page.locator('ol > li').nth(1).waitFor()
    expect(await mine(page)).toEqual([
      expect.stringContaining('我是安禾人壽的陳安'),
      expect.stringContaining('絕對不會虧'),
    ])

    await page.goto(`${app.url}/talks/${talkId}`)
    await page.getByRole('button', { name: '結束對談' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /看成績|結束/ })
      .click()
    await page.waitForURL(/scorecard/)
    // The address changes a moment before the page does.
    await page.getByText('保證獲利或保本').first().waitFor()

    await page.getByRole('button', { name: '再試一次這一刻' }).nth(1).click()
    await page.waitForURL((url) => url.pathname.startsWith('/talks/') && !url.pathname.includes(talkId))
    await page.locator('ol > li').first().waitFor()
    expect(await mine(page)).toHaveLength(1)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('what was typed survives a reload; Enter while composing does not send', async () => {
    const { page } = await openPage(browser)
    await signInAsDemo(page, app.url, 'trainee')
    await startTalk(page, app.url, SCENARIO_ID)
    const box = page.locator('textarea')
    await box.fill('還沒送出的話')
    await box.dispatchEvent('compositionstart')
    await box.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true })
    await page.reload()
    await page.waitForFunction(() => document.querySelector('textarea')?.value === '還沒送出的話')
    expect(await page.locator('ol > li').count()).toBe(0)
    await page.context().close()
  })

  test('the line breaks while sending: the turn is sent again by itself, once', async () => {
    const { page } = await openPage(browser)
    await signInAsDemo(page, app.url, 'trainee')
    const talkId = await startTalk(page, app.url, SCENARIO_ID)
    let failures = 2
    await page.route('**/turns', async (route) => {
      if (failures-- > 0) await route.abort('connectionreset')
      else await route.continue()
    })
    await say(page, GREETING)
    await page.getByRole('button', { name: /這句 \d+ 分/ }).waitFor()
    const talk = await page.evaluate(async (id) => (await fetch(`/api/v1/roleplays/${id}`)).json(), talkId)
    expect(talk.turns).toHaveLength(1)
    await page.context().close()
  })

  test('the answer breaks off on its way back: the page picks it up again', async () => {
    const { page } = await openPage(browser)
    await signInAsDemo(page, app.url, 'trainee')
    const talkId = await startTalk(page, app.url, SCENARIO_ID)
    let cuts = 1
    await page.route('**/turns', async (route) => {
      if (cuts-- <= 0) return route.continue()
      const response = await route.fetch()
      const half = (await response.text()).split('\n\n').slice(0, 2).join('\n\n')
      await route.fulfill({ response, body: `${half}\n\n` })
    })
    await say(page, GREETING)
    await page.getByRole('button', { name: /這句 \d+ 分/ }).waitFor()
    const talk = await page.evaluate(async (id) => (await fetch(`/api/v1/roleplays/${id}`)).json(), talkId)
    expect(talk.turns).toHaveLength(1)
    await page.context().close()
  })

  test('two tabs: the slower one is told that the talk moved on and keeps its words', async () => {
    const { page } = await openPage(browser)
    await signInAsDemo(page, app.url, 'trainee')
    const talkId = await startTalk(page, app.url, SCENARIO_ID)
    const other = await page.context().newPage()
    await other.goto(`${app.url}/talks/${talkId}`)
    await other.locator('textarea').waitFor()
    await other.waitForLoadState('networkidle')
    await say(page, GREETING)
    await page.getByRole('button', { name: /這句 \d+ 分/ }).waitFor()
    await say(other, '我在另一個分頁說的話')
    await other.getByRole('button', { name: '重新載入' }).click()
    await other.waitForFunction(() => document.querySelector('textarea')?.value === '我在另一個分頁說的話')
    expect(await other.locator('ol > li').count()).toBe(1)
    await page.context().close()
  })

  test('an exam shows no score before its end', async () => {
    const { page } = await openPage(browser)
    await signInAsDemo(page, app.url, 'trainee')
    const talkId = await startTalk(page, app.url, SCENARIO_ID, 'exam')
    await say(page, BREACH)
    await page.locator('ol > li').first().waitFor()
    await page.waitForTimeout(1_500)
    expect(await page.getByRole('button', { name: /這句 \d+ 分/ }).count()).toBe(0)
    expect(await page.getByRole('alert').filter({ hasText: '先停一下' }).count()).toBe(0)
    expect(await page.content()).not.toContain('violation.guaranteed_return&quot;')
    await page.evaluate((id) => fetch(`/api/v1/roleplays/${id}/finish`, { method: 'POST', body: '{}' }), talkId)
    await page.goto(`${app.url}/talks/${talkId}/scorecard`)
    expect(await page.locator('main').innerText()).toContain('保證獲利或保本')
    await page.context().close()
  })

  test.each([
    ['desktop, Chinese, light', { width: 1280, height: 900 }, 'zh-Hant', 'light'],
    ['phone, English, dark', { width: 390, height: 844 }, 'en', 'dark'],
  ])('no serious accessibility fault on any page: %s', { timeout: 120_000 }, async (_name, viewport, locale, theme) => {
    const { page, complaints } = await openPage(browser, viewport)
    const faults: Record<string, string[]> = {}
    const look = async (path: string) => {
      await page.goto(`${app.url}${path}`)
      await page.waitForLoadState('networkidle')
      const found = await listSeriousFaults(page)
      if (found.length > 0) faults[path] = found
    }
    await look('/sign-in')
    await signInAsDemo(page, app.url, 'admin')
    await page.evaluate(
      async (choice) => {
        await fetch('/preferences', { method: 'POST', body: new URLSearchParams(choice) })
      },
      { locale, theme, redirectTo: '/' },
    )
    const talkId = await startTalk(page, app.url, SCENARIO_ID)
    await say(page, GREETING)
    await say(page, BREACH)
    await page.waitForTimeout(800)
    for (const path of ['/', `/scenarios/${SCENARIO_ID}`, `/talks/${talkId}`]) await look(path)
    await page.evaluate((id) => fetch(`/api/v1/roleplays/${id}/finish`, { method: 'POST', body: '{}' }), talkId)
    for (const path of [
      `/talks/${talkId}/scorecard`,
      '/records',
      '/records/compare',
      '/studio',
      '/admin',
      '/me',
      '/learn',
      '/learn/products/annuity',
      '/learn/guides/needs-discovery',
    ])
      await look(path)
    expect(faults).toEqual({})
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
