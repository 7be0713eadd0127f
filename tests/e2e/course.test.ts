import fs from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningApp, startApp } from '../start-app'
import { listSeriousFaults } from './list-serious-faults'
import { chromiumPath, openBrowser, openPage, signInAsDemo } from './open-browser'

const PHONE = { width: 390, height: 844 }
const LINES = ['您好，我是安禾人壽的。', '這張穩賺不賠，比定存好太多了。', '今天簽我退您佣金，快點決定。']

describe.skipIf(!chromiumPath)('courses in a browser', () => {
  let app: RunningApp
  let browser: Browser
  let courseUrl: string
  beforeAll(async () => {
    app = await startApp()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
    if (app) fs.rmSync(app.dataDir, { recursive: true, force: true })
  })

  /** Typing or ticking before the script has taken over would be lost. */
  const waitForScript = (page: Page, selector: string) =>
    page.waitForFunction(
      (wanted) => Object.keys(document.querySelector(wanted) ?? {}).some((key) => key.startsWith('__reactProps')),
      selector,
    )
  const waitForCourse = (page: Page) => page.waitForURL(/\/courses\/(?!new)[^/]+$/)

  test('a trainer makes a course of a product sheet, changes it and publishes it', async () => {
    const { page, complaints } = await openPage(browser)
    await signInAsDemo(page, app.url, 'trainer')
    await page.goto(`${app.url}/courses/new`)
    await waitForScript(page, 'input[name=documentIds]')
    await page.getByLabel('課程名稱').fill('美元保單入門')
    await page.getByRole('button', { name: '做課程' }).click()
    await page.getByText('請至少選一份文件').waitFor()
    // The fault is answered with 400, which the browser's console tells; nothing else may.
    expect(complaints.splice(0).filter((one) => !one.includes('400'))).toEqual([])
    expect(await page.getByLabel('課程名稱').inputValue()).toBe('美元保單入門')
    await waitForScript(page, 'input[name=documentIds]')
    await page.locator('input[name=documentIds][value=usd-whole-life]').check()
    await page.getByRole('button', { name: '做課程' }).click()
    await waitForCourse(page)
    courseUrl = page.url()
    await page.getByRole('heading', { name: '美元保單入門', level: 1 }).waitFor()
    expect(await listSeriousFaults(page)).toEqual([])

    await page.getByRole('link', { name: '編輯' }).click()
    await waitForScript(page, 'input[name=title]')
    const second = await page.locator('main details summary').nth(1).textContent()
    await page
      .locator('main')
      .getByRole('button', { name: /往下移/ })
      .first()
      .click()
    expect(await page.locator('main details summary').nth(0).textContent()).toContain(second!.slice(1))
    await page.locator('main details summary').first().click()
    const point = page.getByLabel('重點 1').first()
    const words = await point.inputValue()
    await point.fill(`${words}另外再送 88,888 元。`)
    await page.getByRole('button', { name: '存成新的一版' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').textContent()).toContain('原文裡找不到')
    expect(await point.inputValue()).toContain('88,888')
    expect(await listSeriousFaults(page)).toEqual([])
    await point.fill(words)
    await page.getByRole('button', { name: '存成新的一版' }).click()
    await waitForCourse(page)
    await page.getByText('第 2 版').waitFor()
    await page.getByRole('button', { name: '發布' }).click()
    await page.getByText('已發布').waitFor()
    expect(complaints.filter((one) => !one.includes('400'))).toEqual([])
  })

  test('a trainee reads it on the phone, follows a citation and keeps the place', async () => {
    const { page, complaints } = await openPage(browser, PHONE)
    await signInAsDemo(page, app.url, 'trainee')
    await page.goto(`${app.url}/learn`)
    await page.getByRole('link', { name: '課程', exact: true }).click()
    await page.getByRole('link', { name: '美元保單入門' }).click()
    await page.waitForURL(courseUrl)
    await page.getByRole('link', { name: '開始讀' }).waitFor()
    expect(await listSeriousFaults(page)).toEqual([])
    expect(await page.getByRole('link', { name: '編輯' }).count()).toBe(0)
    await page.getByRole('link', { name: '開始讀' }).click()
    await page.waitForURL(/lessons\//)
    await page.getByRole('heading', { name: '重點', exact: true }).waitFor()
    expect(await listSeriousFaults(page)).toEqual([])
    await page
      .locator('main')
      .getByRole('link', { name: /^出處 1：/ })
      .first()
      .click()
    await page.waitForURL(/\/passages\//)
    await page.goBack()
    await page.getByRole('button', { name: '讀完了，下一課' }).click()
    await page.getByText('第 2 課').waitFor()
    // The next lesson begins at its top.
    await page.waitForFunction(() => scrollY === 0)
    await page.goto(`${app.url}/courses`)
    await page.getByText(/讀完 1 \/ \d+ 課/).waitFor()
    expect(complaints).toEqual([])
  })

  test('after a bad talk, the scorecard makes a remedy with the trainee’s own words', async () => {
    const { page, complaints } = await openPage(browser, PHONE)
    await signInAsDemo(page, app.url, 'trainee')
    const post = async (path: string, data: object) =>
      (await page.request.post(`${app.url}/api/v1${path}`, { data, headers: { origin: app.url } })).json()
    const { id } = await post('/roleplays', { scenarioId: 'retired-teacher-usd-six-years', seed: 'e2e', mode: 'exam' })
    for (const [i, text] of LINES.entries()) await post(`/roleplays/${id}/turns`, { turnId: `t${i}`, text })
    await post(`/roleplays/${id}/finish`, {})
    await page.goto(`${app.url}/talks/${id}/scorecard`)
    await page.getByRole('button', { name: '做成補強課程' }).click()
    await waitForCourse(page)
    const made = page.url()
    await page.getByRole('link', { name: '保證獲利或保本' }).click()
    await page.getByText('這張穩賺不賠').first().waitFor()
    await page.getByText('真實對談，已去除個資').waitFor()
    expect(await listSeriousFaults(page)).toEqual([])
    // Again leads to the same course.
    await page.goto(`${app.url}/talks/${id}/scorecard`)
    await page.getByRole('button', { name: '做成補強課程' }).click()
    await page.waitForURL(made)
    expect(complaints).toEqual([])
  })

  test('in English and in the dark the pages hold too', async () => {
    const { page } = await openPage(browser)
    await signInAsDemo(page, app.url, 'trainer')
    await page.request.post(`${app.url}/preferences`, {
      form: { locale: 'en', theme: 'dark', redirectTo: '/' },
      headers: { origin: app.url },
    })
    const { pathname } = new URL(courseUrl)
    for (const path of ['/courses', '/courses/new', pathname, `${pathname}/lessons/lesson-3`, `${pathname}/edit`]) {
      await page.goto(`${app.url}${path}`)
      expect(await listSeriousFaults(page), path).toEqual([])
      expect(await page.locator('html').getAttribute('lang'), path).toMatch(/^en/)
    }
  })
})
