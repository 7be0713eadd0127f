import fs from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningApp, startApp } from '../start-app'
import { listSeriousFaults } from './list-serious-faults'
import { chromiumPath, openBrowser, openPage, signInAsDemo } from './open-browser'

const PHONE = { width: 390, height: 844 }
const form = (page: Page) => page.locator('main form:has(button[value=answer])')

type Fields = [string, string][]
const options = (...texts: string[]): Fields =>
  texts.flatMap(
    (text): Fields => [
      ['optionId', ''],
      ['optionText', text],
      ['optionReason', ''],
    ],
  )
/** One item of every type, as its form sends it. */
const EVERY_TYPE: Fields[] = [
  [
    ['type', 'single'],
    ['stem', '收到保單後幾日內可以撤銷契約？'],
    ...options('7 日', '10 日', '14 日'),
    ['optionKey', '1'],
  ],
  [
    ['type', 'multiple'],
    ['stem', '哪些要主動說明？'],
    ...options('解約損失', '業績排名', '等待期'),
    ['optionKey', '0'],
    ['optionKey', '2'],
  ],
  [
    ['type', 'true-false'],
    ['stem', '客戶沒問，就不必說明等待期。'],
    ['isTrue', 'false'],
    ['reason', '不問也要說。'],
  ],
  [
    ['type', 'cloze'],
    ['stem', '疾病的等待期是 ____ 天。'],
    ['blank', '30\n三十'],
  ],
  [
    ['type', 'matching'],
    ['stem', '把名詞和意思配起來。'],
    ['pairLeft', '要保人'],
    ['pairRight', '繳保費的人'],
    ['pairLeft', '受益人'],
    ['pairRight', '領保險金的人'],
    ['extraRights', '核保的人'],
  ],
  [
    ['type', 'ordering'],
    ['stem', '排出第一次拜訪的先後。'],
    ['stepText', '表明身分'],
    ['stepText', '說明來意'],
    ['stepText', '問需求'],
  ],
  [
    ['type', 'short-answer'],
    ['stem', '說明什麼是等待期。'],
    ['modelAnswer', '30 天內生病不賠。'],
    ['point', '30 天'],
    ['point', '不賠'],
  ],
  [
    ['type', 'situation'],
    ['stem', '你怎麼回應最合適？'],
    ['situation', '在客戶家。'],
    ['clientSays', '急用拿得回來嗎？'],
    ['scenarioId', 'retired-teacher-deposit-matures'],
    ...options('隨時都可以。', '前幾年解約可能領回較少。'),
    ['optionKey', '1'],
  ],
]

/** Sends a form as a page of ours would. @returns the address it leads to. */
const post = (page: Page, path: string, fields: Fields): Promise<string> =>
  page.evaluate(
    async ([to, body]) =>
      (await fetch(to as string, { method: 'POST', body: new URLSearchParams(body as string[][]) })).url,
    [path, fields] as const,
  )

/** A published quiz of one item of every type. @returns its id. */
async function publishEveryType(page: Page): Promise<string> {
  const ids: string[] = []
  for (const fields of EVERY_TYPE) {
    const address = await post(page, `/items/new?type=${fields[0]![1]}`, fields)
    ids.push(/\/items\/([^?]+)\?saved=1/.exec(address)![1]!)
  }
  const chosen = ids.map((id): [string, string] => ['id', id])
  const quizId = (await post(page, '/items', [['intent', 'quiz'], ...chosen])).split('/quizzes/')[1]!
  await post(page, '/items', [['intent', 'approve'], ...chosen])
  await post(page, `/quizzes/${quizId}`, [
    ['intent', 'settings'],
    ['title', '八種題型'],
    ['timeLimitMinutes', '10'],
    ['passPercent', '60'],
  ])
  await post(page, `/quizzes/${quizId}`, [['intent', 'publish']])
  return quizId
}

/** Answers whatever is asked, with keys alone. */
async function answerByKeyboard(page: Page): Promise<void> {
  const field = form(page).locator('input:not([type=hidden]), select, textarea, button[name=move]:enabled').first()
  await field.focus()
  const kind = await field.evaluate((element) => element.getAttribute('type') ?? element.tagName.toLowerCase())
  if (kind === 'radio' || kind === 'checkbox') await page.keyboard.press('Space')
  else if (kind === 'submit') await page.keyboard.press('Enter')
  else if (kind === 'select') await page.keyboard.press('ArrowDown')
  else await page.keyboard.type('30')
  await form(page).locator('button[value=answer]').focus()
  await page.keyboard.press('Enter')
}

async function begin(page: Page, url: string, quizId: string, mode: 'practice' | 'exam'): Promise<void> {
  await page.goto(`${url}/quizzes/${quizId}`)
  await page.locator(`input[name=mode][value=${mode}]`).check()
  await page.getByRole('button', { name: '開始', exact: true }).click()
  await page.waitForURL(/\/attempts\//)
  await form(page).waitFor()
}

describe.skipIf(!chromiumPath)('quizzes in a browser', () => {
  let app: RunningApp
  let browser: Browser
  let everyType: string
  beforeAll(async () => {
    app = await startApp()
    browser = await openBrowser()
    const { page } = await openPage(browser)
    await signInAsDemo(page, app.url, 'trainer')
    everyType = await publishEveryType(page)
    await page.context().close()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
    if (app) fs.rmSync(app.dataDir, { recursive: true, force: true })
  })

  test('a trainer makes a quiz from a topic, reviews it by keyboard and publishes; a trainee takes it by keyboard', async () => {
    const { page, complaints } = await openPage(browser)
    await signInAsDemo(page, app.url, 'trainer')
    await page.goto(`${app.url}/quizzes/new`)
    await page.waitForLoadState('networkidle')
    await page.getByLabel('主題', { exact: true }).fill('契約撤銷權')
    await page.getByLabel('題數').fill('60')
    await page.getByRole('button', { name: '開始出題' }).click()
    await page.waitForURL(/made=/)
    await page.getByText(/要 60 題，來源只夠出 \d+ 題/).waitFor()
    const quizId = new URL(page.url()).pathname.split('/').pop()!

    await page.getByRole('button', { name: '發布給學員' }).click()
    await page.getByRole('alert').filter({ hasText: '有題目還沒核可' }).waitFor()
    // What the bank has on these passages already may have been approved before.
    const rest = await page
      .getByRole('navigation', { name: '審題' })
      .getByText(/還有 \d+ 題待審/)
      .textContent()
    for (let left = Number(/\d+/.exec(rest ?? '')?.[0]); left > 0; left--) {
      await page.getByText(`還有 ${left} 題待審`).waitFor()
      await page.keyboard.press('a')
    }
    await page.getByText('都審過了').waitFor()
    await page.getByRole('button', { name: '發布給學員' }).click()
    await page.getByText('已發布').waitFor()
    // The refusal is told with its status.
    expect(complaints.filter((one) => !one.includes('400'))).toEqual([])
    await page.context().close()

    const trainee = await openPage(browser)
    await signInAsDemo(trainee.page, app.url, 'trainee')
    await trainee.page.goto(`${app.url}/quizzes`)
    await trainee.page.getByRole('link', { name: '契約撤銷權' }).click()
    await trainee.page.waitForURL(`${app.url}/quizzes/${quizId}`)
    await begin(trainee.page, app.url, quizId, 'practice')
    await answerByKeyboard(trainee.page)
    await trainee.page
      .getByText(/^(答對了|部分答對|答錯了)$/)
      .first()
      .waitFor()
    expect(await trainee.page.locator('a[href^="/passages/"]').count()).toBeGreaterThan(0)
    expect(trainee.complaints).toEqual([])
    await trainee.page.context().close()
  })

  test('what is typed and not sent survives a reload, and is gone once it is sent', { timeout: 60_000 }, async () => {
    const { page, complaints } = await openPage(browser)
    await signInAsDemo(page, app.url, 'manager')
    await begin(page, app.url, everyType, 'practice')
    const attempt = new URL(page.url()).pathname
    const box = page.locator('textarea[name=text]')
    for (let number = 1; number <= EVERY_TYPE.length && (await box.count()) === 0; number++) {
      await page.goto(`${app.url}${attempt}?at=${number}`)
      await page.waitForLoadState('networkidle')
    }
    await box.fill('打到一半的答案')
    await page.reload()
    await page.getByText('還沒送出').waitFor()
    expect(await box.inputValue()).toBe('打到一半的答案')
    await page.locator('button[value=answer]').click()
    await box.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('answer')))).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('practice of every type by keyboard, then the result and what comes back', { timeout: 60_000 }, async () => {
    const { page, complaints } = await openPage(browser)
    await signInAsDemo(page, app.url, 'trainee')
    await begin(page, app.url, everyType, 'practice')
    for (let number = 1; number <= EVERY_TYPE.length; number++) {
      await page.getByText(`第 ${number} 題，共 ${EVERY_TYPE.length} 題`).waitFor()
      await form(page).waitFor()
      await page.waitForLoadState('networkidle')
      await answerByKeyboard(page)
      await form(page).waitFor({ state: 'detached' })
      // The outcome has the focus, so that it is read out.
      expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/答對了|部分答對|答錯了/)
      if (number === EVERY_TYPE.length) await page.getByRole('button', { name: '看結果' }).press('Enter')
      else await page.getByRole('link', { name: '下一題' }).press('Enter')
    }
    await page.getByRole('heading', { name: '接下來' }).waitFor()
    const words = await page.locator('main').innerText()
    expect(words).toMatch(/滿分 8 分/)
    expect(words).toMatch(/會再出現在複習裡/)
    await page.goto(`${app.url}/reviews`)
    await page.getByRole('heading', { name: '接下來幾天' }).waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('an exam on the phone: saved at once, resumed after a reload, nothing told before the end', {
    timeout: 60_000,
  }, async () => {
    const { page, complaints } = await openPage(browser, PHONE)
    await signInAsDemo(page, app.url, 'trainee')
    await begin(page, app.url, everyType, 'exam')
    await page.getByRole('timer').waitFor()
    for (let number = 1; number <= 4; number++) {
      await page.getByText(`第 ${number} 題，共 ${EVERY_TYPE.length} 題`).waitFor()
      await page.waitForLoadState('networkidle')
      await answerByKeyboard(page)
    }
    await page.getByText(`第 5 題，共 ${EVERY_TYPE.length} 題`).waitFor()
    expect(await page.content()).not.toContain('modelAnswer')
    await page.reload()
    await page.getByText(`已作答 4／${EVERY_TYPE.length} 題`).waitFor()
    await page.getByRole('navigation', { name: '所有題目' }).getByRole('link').first().click()
    await page.getByText(`第 1 題，共 ${EVERY_TYPE.length} 題`).waitFor()
    await page.getByText('這一題存好了').waitFor()

    await page.goto(`${app.url}/quizzes`)
    await page.getByRole('link', { name: '接著做' }).first().click()
    await page.waitForURL(/\/attempts\//)
    await page.getByRole('link', { name: '交卷' }).click()
    await page.getByText('還有 4 題沒作答。交卷後就不能再改。').waitFor()
    expect(await listSeriousFaults(page)).toEqual([])
    await page.getByRole('button', { name: '交卷' }).click()
    await page.getByRole('heading', { name: '接下來' }).waitFor()
    expect(await page.locator('main').innerText()).toContain('沒有作答')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('without a script an answer is taken, and steps are moved by their buttons', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-TW' })
    const page = await context.newPage()
    await page.goto(`${app.url}/sign-in`)
    await page.locator('button[name=demoRole][value=manager]').click()
    await begin(page, app.url, everyType, 'practice')
    const [attempt] = page.url().split('?')
    for (let number = 1; number <= EVERY_TYPE.length; number++) {
      await page.goto(`${attempt}?at=${number}`)
      if ((await page.locator('button[value="down:0"]').count()) > 0) break
    }
    const steps = () => form(page).locator('li').allInnerTexts()
    const before = await steps()
    await page.locator('button[value="down:0"]').click()
    expect((await steps())[1]!.replace(/\d/g, '')).toBe(before[0]!.replace(/\d/g, ''))
    await page.getByRole('button', { name: '看對不對' }).click()
    await page
      .getByText(/^(答對了|部分答對|答錯了)$/)
      .first()
      .waitFor()
    await context.close()
  })

  test.each([
    ['desktop, Chinese, light', { width: 1280, height: 900 }, 'zh-Hant', 'light'],
    ['phone, English, dark', PHONE, 'en', 'dark'],
  ])('no serious accessibility fault: %s', { timeout: 120_000 }, async (_name, viewport, locale, theme) => {
    const { page, complaints } = await openPage(browser, viewport)
    const faults: Record<string, string[]> = {}
    const look = async (path: string) => {
      await page.goto(`${app.url}${path}`)
      await page.waitForLoadState('networkidle')
      const found = await listSeriousFaults(page)
      if (found.length > 0) faults[path] = found
    }
    await signInAsDemo(page, app.url, 'admin')
    await page.evaluate(
      async (choice) => {
        await fetch('/preferences', { method: 'POST', body: new URLSearchParams(choice) })
      },
      { locale, theme, redirectTo: '/' },
    )
    const { items } = await page.evaluate(async () => (await fetch('/api/v1/items')).json())
    const itemId: string = items[0].id
    for (const path of [
      '/learn',
      '/quizzes',
      '/quizzes/new',
      `/quizzes/${everyType}`,
      `/quizzes/${everyType}?take=1`,
      `/quizzes/${everyType}/analysis`,
      '/items',
      '/items?q=zzz',
      '/items/new?type=situation',
      '/items/new?type=matching',
      `/items/${itemId}`,
      `/items/${itemId}?edit=1`,
      '/reviews',
      '/exam-papers',
    ])
      await look(path)
    const started = await post(page, `/quizzes/${everyType}/attempts`, [['mode', 'exam']])
    for (let number = 1; number <= EVERY_TYPE.length; number++) await look(`${new URL(started).pathname}?at=${number}`)
    await post(page, new URL(started).pathname, [['intent', 'finish']])
    await look(new URL(started).pathname)
    expect(faults).toEqual({})
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
