import { openBrowser, openPage, signInAsDemo } from './e2e/open-browser'
import fs from 'node:fs'
import { createRequire } from 'node:module'
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const url = 'http://127.0.0.1:4410'
const browser = await openBrowser()
const only = process.argv[2]
for (const [name, viewport, locale, theme] of [
  ['desk', { width: 1280, height: 900 }, 'zh-Hant', 'light'],
  ['deskdark', { width: 1280, height: 900 }, 'en', 'dark'],
  ['phone', { width: 390, height: 844 }, 'zh-Hant', 'dark'],
  ['phonelight', { width: 390, height: 844 }, 'en', 'light'],
] as const) {
  const { page, complaints } = await openPage(browser, viewport)
  await signInAsDemo(page, url, 'trainer')
  await page.evaluate(async (c) => { await fetch('/preferences', { method: 'POST', body: new URLSearchParams(c) }) }, { locale, theme, redirectTo: '/' })
  for (const [key, path] of Object.entries({
    ask: '/ask', answer: '/ask?q=' + encodeURIComponent('告知不實保險公司多久內可以解約？'), none: '/ask?q=' + encodeURIComponent('今天晚餐吃什麼披薩'),
    list: '/knowledge', doc: '/knowledge/' + encodeURIComponent('保險法'), product: '/knowledge/medical',
    diff: '/knowledge/' + encodeURIComponent('個人資料保護法') + '?before=2023-05-31&after=2025-11-11', diff2: '/knowledge/' + encodeURIComponent('保險法') + '?before=2022-11-30&after=2025-06-18',
    test: '/knowledge/test?q=' + encodeURIComponent('保單提前解約要扣多少'), coverage: '/knowledge/coverage', passage: '/passages/' + encodeURIComponent('保險法@2025-06-18#64'), learn: '/learn',
  })) {
    if (only && !only.split(',').includes(key)) continue
    const t = Date.now()
    const r = await page.goto(url + path)
    await page.waitForLoadState('networkidle')
    const ms = Date.now() - t
    const result: any = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'] })`)
    const bad = result.violations.filter((v: any) => ['serious', 'critical'].includes(v.impact)).flatMap((v: any) => v.nodes.slice(0, 3).map((n: any) => v.id + ': ' + n.html.slice(0, 140)))
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    console.log(name, key, r?.status(), ms + 'ms', over > 0 ? 'OVERFLOW ' + over : '', bad.join(' | '))
    await page.screenshot({ path: `/tmp/k3shots/${name}-${key}.png`, fullPage: key !== 'doc' && key !== 'list' && key !== 'coverage' })
  }
  console.log(name, 'complaints', complaints)
  await page.context().close()
}
await browser.close()
