import fs from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdfBack } from '../read-pdf-back'
import { type RunningApp, startApp } from '../start-app'
import { listSeriousFaults } from './list-serious-faults'
import { chromiumPath, openBrowser, openPage, signInAsDemo, startTalk } from './open-browser'

describe.skipIf(!chromiumPath)('prints and certificates in a browser', () => {
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

  test('a trainee prints their scorecard, sees what could not be printed, and finds it again', async () => {
    const { page, complaints } = await openPage(browser)
    await signInAsDemo(page, app.url, 'trainee')
    const talkId = await startTalk(page, app.url, 'retired-teacher-deposit-matures')
    await page.locator('textarea').fill('老師您好👍，我是安禾人壽的業務員，先聽聽您的想法，好嗎？')
    const taken = page.waitForResponse((response) => response.url().endsWith('/turns') && response.ok())
    await page.keyboard.press('Enter')
    await (await taken).finished()
    await page.request.post(`${app.url}/api/v1/roleplays/${talkId}/finish`, { headers: { origin: app.url }, data: {} })
    await page.goto(`${app.url}/talks/${talkId}/scorecard`)
    await page.getByRole('button', { name: '下載 PDF' }).click()
    await page.waitForURL(/prints\/.+/)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下載', exact: true }).click(),
    ])
    const back = await readPdfBack(new Uint8Array(fs.readFileSync((await download.path())!)))
    expect(await back.readText(1)).toContain('八項能力')
    await back.close()
    const words = await page.locator('main').textContent()
    expect(words).toContain('有 1 個字印不出來')
    expect(words).toContain('〔U+1F44D〕')
    expect(await listSeriousFaults(page)).toEqual([])
    // From the page of one's own things.
    await page.goto(`${app.url}/me`)
    await page.getByRole('link', { name: '列印', exact: true }).click()
    await page.getByRole('link', { name: download.suggestedFilename() }).waitFor()
    await page.setViewportSize({ width: 390, height: 800 })
    expect(await listSeriousFaults(page)).toEqual([])
    await page.goto(`${app.url}/certificates`)
    expect(await listSeriousFaults(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('anybody can look a certificate up without signing in; what was typed stays in the box', async () => {
    const { page, complaints } = await openPage(browser, { width: 390, height: 800 })
    await page.goto(`${app.url}/verify`)
    await page.getByLabel('證明書編號').fill('0000 0000 0000 0001 02')
    await page.getByRole('button', { name: '查證' }).click()
    await page.getByText('這不是證明書編號的樣子').waitFor()
    expect(await page.getByLabel('證明書編號').inputValue()).toBe('0000 0000 0000 0001 02')
    expect(await listSeriousFaults(page)).toEqual([])
    await page.getByLabel('證明書編號').fill('0000-0000-0000-0001-01')
    await page.keyboard.press('Enter')
    await page.getByText('查不到這張證明書').waitFor()
    expect(await listSeriousFaults(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
