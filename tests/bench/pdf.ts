// npm run bench:pdf: a course of a hundred pages and a scorecard as PDF, beside the same course as HTML printed by Chromium in the same run.
import path from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { createPdfPrinter } from '../../app/adapters/pdf/create-pdf-printer'
import type { CourseContent, LessonBlock } from '../../app/domain/course/course'
import type { PrintInput } from '../../app/domain/print-ports'
import type { ItemCitation } from '../../app/domain/quiz/item'
import scorecard from '../../app/locales/zh-Hant/scorecard.json'
import { chromiumPath, openBrowser } from '../e2e/open-browser'
import { makeCourse, makeCoursePrint, makeScorecardPrint } from '../fixtures/print-inputs'

const RUNS = 5
const GOAL_SECONDS = 10
const GOAL_BYTES = 3_000_000

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!
const { dimension, level, notApplicable, notScored, how } = scorecard
const printer = createPdfPrinter({ dimension, level, notApplicable, notScored, how, nameOf: (code) => code })

type Measured = { seconds: number; bytes: number; pages: number }
const describe = (name: string, { seconds, bytes, pages }: Measured) =>
  `${name.padEnd(44)} ${seconds.toFixed(2).padStart(7)} s ${(bytes / 1e6).toFixed(2).padStart(7)} MB ${String(pages).padStart(5)} pages`

async function measure(make: () => Promise<{ bytes: number; pages: number }>): Promise<Measured> {
  const runs: Measured[] = []
  for (let run = 0; run < RUNS; run++) {
    const begin = performance.now()
    const made = await make()
    runs.push({ ...made, seconds: (performance.now() - begin) / 1000 })
  }
  return { ...runs.at(-1)!, seconds: median(runs.map((one) => one.seconds)) }
}

const printOwn = (input: PrintInput) => async () => {
  const { bytes, pageCount } = await printer.print(input)
  return { bytes: bytes.length, pages: pageCount }
}

// ---- the rival: the same words as a page of HTML

const escapeText = (text: string) =>
  text.replace(/[&<>]/gu, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[one]!)
const cite = (citations: readonly ItemCitation[]) =>
  citations.map((one) => `<small>（${escapeText(one.label)}：「${escapeText(one.quote ?? '')}」）</small>`).join('')
const items = (texts: readonly string[]) => `<ul>${texts.map((text) => `<li>${text}</li>`).join('')}</ul>`

function writeBlock(block: LessonBlock): string {
  switch (block.kind) {
    case 'key-points':
      return `<h2>重點</h2>${items(block.points.map((one) => escapeText(one.text) + cite(one.citations)))}`
    case 'table':
      return `<h3>${escapeText(block.caption)}</h3><table><thead><tr>${block.head.map((one) => `<th>${escapeText(one)}</th>`).join('')}</tr></thead><tbody>${block.rows
        .map((row) => `<tr>${row.map((one) => `<td>${escapeText(one)}</td>`).join('')}</tr>`)
        .join('')}</tbody></table>`
    case 'dialogue':
      return `<h2>${escapeText(block.title)}</h2>${items(block.lines.map((one) => escapeText(one.text)))}<p>${escapeText(block.comment)}</p>`
    case 'mistakes':
      return `<h2>常見錯誤</h2>${items(block.mistakes.map((one) => `${escapeText(one.title)} ${escapeText(one.why.text)} ${escapeText(one.instead)}`))}`
    case 'checklist':
      return `<h2>檢查表</h2>${items(block.entries.map((one) => escapeText(one.text) + cite(one.citations)))}`
    case 'quiz':
      return ''
  }
}

const fontFile = (weight: string) =>
  pathToFileURL(path.resolve(`node_modules/@expo-google-fonts/noto-sans-tc/${weight}/NotoSansTC_${weight}.ttf`)).href

function writeHtml(content: CourseContent): string {
  const faces = [
    ['400', '400Regular'],
    ['700', '700Bold'],
  ].map(([weight, file]) => `@font-face{font-family:Print;font-weight:${weight};src:url(${fontFile(file!)})}`)
  const lessons = content.lessons.map(
    (one, index) =>
      `<section><h1>第 ${index + 1} 課 ${escapeText(one.title)}</h1>${one.blocks.map(writeBlock).join('')}</section>`,
  )
  return `<!doctype html><html lang="zh-Hant"><meta charset="utf-8"><title>課程</title><style>${faces.join('')}
body{font:10.5pt/18pt Print}h1{font-size:20pt;line-height:30pt}h2{font-size:13.5pt}small{font-size:8pt}section{break-before:page}
table{border-collapse:collapse;width:100%}td,th{border-bottom:.5pt solid #ccc;padding:4.5pt 7pt;font-size:9.5pt;line-height:15.5pt;text-align:left}</style>
${lessons.join('')}</html>`
}

async function printWithChromium(browser: Browser, html: string) {
  const fs = await import('node:fs')
  const os = await import('node:os')
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pdf-bench-'))
  const file = path.join(folder, 'course.html')
  fs.writeFileSync(file, html)
  return {
    async make() {
      const page = await browser.newPage()
      await page.goto(pathToFileURL(file).href, { waitUntil: 'load' })
      await page.evaluate(() => document.fonts.ready.then(() => true))
      const bytes = await page.pdf({
        format: 'A4',
        tagged: true,
        outline: true,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate:
          '<div style="font-size:8px;margin:auto"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
        margin: { top: '76px', bottom: '66px', left: '62px', right: '62px' },
      })
      await page.close()
      return { bytes: bytes.length, pages: (bytes.toString('latin1').match(/\/Type\s*\/Page\b/gu) ?? []).length }
    },
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  }
}

const content = makeCourse(15, 30, 22)
const course = makeCoursePrint(content)

const cold = performance.now()
const first = await printer.print(course)
console.log(
  describe('own, first print of the process (loads fonts)', {
    seconds: (performance.now() - cold) / 1000,
    bytes: first.bytes.length,
    pages: first.pageCount,
  }),
)
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
const own = await measure(printOwn(course))
delay.disable()
console.log(describe(`own, course (median of ${RUNS})`, own))
console.log(
  `${'  event loop kept waiting meanwhile'.padEnd(44)} ${(delay.percentile(99) / 1e6).toFixed(0).padStart(4)} ms p99 ${(delay.max / 1e6).toFixed(0).padStart(4)} ms at most`,
)
console.log(describe(`own, scorecard (median of ${RUNS})`, await measure(printOwn(makeScorecardPrint()))))

if (chromiumPath) {
  const browser = await openBrowser()
  // The rival prints no questions and no keys: it is given the same lessons without them, and we print those too.
  const bare = {
    ...content,
    lessons: content.lessons.map((one) => ({ ...one, blocks: one.blocks.filter((block) => block.kind !== 'quiz') })),
  }
  const rival = await printWithChromium(browser, writeHtml(bare))
  console.log(describe('own, the lessons alone', await measure(printOwn(makeCoursePrint(bare)))))
  console.log(describe('Chromium page.pdf(), the lessons alone', await measure(rival.make)))
  rival.remove()
  await browser.close()
} else console.log('no Chromium: no rival')

const isGood = own.seconds < GOAL_SECONDS && own.bytes < GOAL_BYTES && own.pages >= 100
console.log(`goals for 100 pages: < ${GOAL_SECONDS} s and < ${GOAL_BYTES / 1e6} MB: ${isGood ? 'met' : 'NOT MET'}`)
process.exit(isGood ? 0 : 1)
