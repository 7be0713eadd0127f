import { type Browser, chromium, type Page } from 'playwright-core'
import { chromiumArgs, findChromium } from '../chromium.mjs'

export const chromiumPath = findChromium()
if (!chromiumPath)
  console.warn('SKIPPED the browser tests: no Chromium (Debian: apt-get install chromium, or set CHROMIUM_PATH)')

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath!, args: chromiumArgs })
}

/** A page that collects what the browser complains about. */
export async function openPage(
  browser: Browser,
  viewport = { width: 1280, height: 900 },
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport, locale: 'zh-TW' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return { page, complaints }
}

export async function signInAsDemo(page: Page, url: string, role: string): Promise<void> {
  await page.goto(`${url}/sign-in`)
  await page.locator(`button[name=demoRole][value=${role}]`).click()
  await page.waitForURL(`${url}/`)
}

/** Opens a talk with the briefing's start button. @returns its id. */
export async function startTalk(
  page: Page,
  url: string,
  scenarioId: string,
  mode: 'practice' | 'exam' = 'practice',
): Promise<string> {
  await page.goto(`${url}/scenarios/${scenarioId}`)
  await page.locator(`input[name=mode][value=${mode}]`).check()
  await page.locator('form[action^="/scenarios/"] button[type=submit]').click()
  await page.waitForURL(/\/talks\/[^/]+$/)
  // Hydrated: typing before that would be lost.
  await page.locator('textarea').waitFor()
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('textarea') ?? {}).some((key) => key.startsWith('__reactProps')),
  )
  return new URL(page.url()).pathname.split('/').pop()!
}
