// npm run bench:pages: what a browser loads and how long it takes until the first page and the talk can be used.
import fs from 'node:fs'
import { gzipSync } from 'node:zlib'
import { openBrowser, openPage, signInAsDemo, startTalk } from '../e2e/open-browser'
import { startApp } from '../start-app'

const SCENARIO_ID = 'retired-teacher-deposit-matures'
const RUNS = 5

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[numbers.length >> 1]!

const app = await startApp()
const browser = await openBrowser()
try {
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const { page } = await openPage(browser)
    const begin = performance.now()
    await page.goto(`${app.url}/sign-in`)
    await page.waitForFunction(() =>
      Object.keys(document.querySelector('form') ?? {}).some((key) => key.startsWith('__reactProps')),
    )
    times.push(performance.now() - begin)
    await page.context().close()
  }
  console.log(`first page usable, empty cache: median ${median(times).toFixed(0)} ms of ${RUNS}`)

  const { page } = await openPage(browser)
  await signInAsDemo(page, app.url, 'trainee')
  const scripts = new Map<string, Buffer>()
  page.on('response', async (response) => {
    if (response.url().endsWith('.js')) scripts.set(response.url(), await response.body())
  })
  const client = await page.context().newCDPSession(page)
  await client.send('Network.setCacheDisabled', { cacheDisabled: true })
  const id = await startTalk(page, app.url, SCENARIO_ID)
  scripts.clear()
  const begin = performance.now()
  await page.goto(`${app.url}/talks/${id}`)
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('textarea') ?? {}).some((key) => key.startsWith('__reactProps')),
  )
  const usable = performance.now() - begin
  await page.waitForLoadState('networkidle')
  const bytes = [...scripts.values()].reduce((sum, body) => sum + gzipSync(body).length, 0)
  console.log(
    `talk page usable, no cache: ${usable.toFixed(0)} ms; JavaScript ${(bytes / 1000).toFixed(1)} kB gzipped in ${scripts.size} files`,
  )
} finally {
  await browser.close()
  await app.stop()
  fs.rmSync(app.dataDir, { recursive: true, force: true })
}
