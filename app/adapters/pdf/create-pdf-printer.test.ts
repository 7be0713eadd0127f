import { beforeAll, describe, expect, test } from 'vitest'
import {
  makeCertificatePrint,
  makeCourse,
  makeCoursePrint,
  makeQuiz,
  makeQuizPrint,
  makeScorecardPrint,
} from '../../../tests/fixtures/print-inputs'
import { readPdfBack } from '../../../tests/read-pdf-back'
import type { PrintInput } from '../../domain/print-ports'
import scorecard from '../../locales/zh-Hant/scorecard.json'
import { createPdfPrinter } from './create-pdf-printer'
import { loadFonts } from './load-fonts'

const { dimension, level, notApplicable, notScored, how } = scorecard
const printer = createPdfPrinter({ dimension, level, notApplicable, notScored, how, nameOf: (code) => `名稱 ${code}` })
type Back = Awaited<ReturnType<typeof readPdfBack>>

async function print(input: PrintInput) {
  const printed = await printer.print(input)
  return { ...printed, back: await readPdfBack(printed.bytes) }
}

/** The reader turns a full-width blank into a gap. */
const squeeze = (text: string) => text.replace(/\s+/gu, '')

const findPages = async (back: Back, words: string) => {
  const pages: number[] = []
  for (let number = 1; number <= back.pageCount; number++)
    if ((await back.readText(number)).includes(words)) pages.push(number)
  return pages
}

describe('a course', () => {
  let back: Back
  let printed: Awaited<ReturnType<typeof print>>
  beforeAll(async () => {
    printed = await print(makeCoursePrint(makeCourse(4)))
    back = printed.back
  })

  test('has a title, a language, marks, and nothing that could not be printed', async () => {
    const { info } = await back.document.getMetadata()
    expect(info).toMatchObject({ Title: '風險揭露與適合度：從解約金說起', Language: 'zh-Hant' })
    expect(await back.document.getMarkInfo()).toMatchObject({ Marked: true })
    expect(printed.missing).toEqual([])
    expect(printed.pageCount).toBe(back.pageCount)
  })

  test('the contents name the pages on which the chapters begin, and so do the bookmarks', async () => {
    const lines = new Map<number, string>()
    for (const { text, y } of await back.readPage(2)) lines.set(Math.round(y), (lines.get(Math.round(y)) ?? '') + text)
    const entries = [...lines.values()].flatMap((line) => {
      const found = /^(第 \d+ 課.+?|解答.+?)(\d+)$/u.exec(line)
      return found ? [[found[1]!, Number(found[2])] as const] : []
    })
    // Four lessons, and keys to the quizzes of the first and the third.
    expect(entries).toHaveLength(6)
    for (const [title, page] of entries) {
      const words = title.replace(/^(?:第 \d+ 課|解答)/u, '')
      const big = (await back.readPage(page)).filter((one) => one.size > 15).map((one) => one.text)
      expect(squeeze(big.join(''))).toContain(squeeze(words).slice(0, 12))
    }
    const bookmarks = await back.readBookmarks()
    const chapters = bookmarks.filter(([title]) => /^(?:第|解答)/u.test(title))
    expect(chapters.map(([title, page]) => [squeeze(title), page])).toEqual(
      entries.map(([title, page]) => [squeeze(title), page]),
    )
    expect(bookmarks.map(([title]) => title)).toContain('檢查表')
  })

  test('every page but the cover has a running head and its number of the total', async () => {
    for (let number = 1; number <= back.pageCount; number++) {
      const text = await back.readText(number)
      expect(text.includes(`${number} / ${back.pageCount}`)).toBe(number > 1)
      if (number > 2) expect(text).toMatch(/風險揭露與適合度：從解約金說起(?:第 \d+ 課|解答)/u)
    }
  })

  test('a note stands at the foot of every page that refers to it', async () => {
    let references = 0
    for (let number = 3; number <= back.pageCount; number++) {
      const placed = await back.readPage(number)
      // Raised numbers are small; those of the notes themselves stand at the left edge.
      const referred = placed
        .filter((one) => one.size < 7.3 && /^[\d,]+$/u.test(one.text))
        .flatMap((one) => one.text.split(',').filter(Boolean).map(Number))
      const below = placed.filter((one) => one.size === 8 && Math.abs(one.x - 62) < 0.5).map((one) => Number(one.text))
      expect(below, `page ${number}`).toEqual([...new Set(referred)].sort((a, b) => a - b))
      const lowest = Math.max(...placed.filter((one) => one.size < 7.3).map((one) => one.y), 0)
      for (const note of placed.filter((one) => one.size === 8)) expect(note.y).toBeGreaterThan(lowest)
      references += referred.length
    }
    expect(references).toBeGreaterThan(30)
  })

  test('no line begins with a closing mark or ends with an opening one, or tears a number from its unit', async () => {
    for (let number = 3; number <= back.pageCount; number++) {
      const lines = new Map<string, string>()
      for (const { text, y, size } of await back.readPage(number))
        if (size > 7.3) lines.set(y.toFixed(0), (lines.get(y.toFixed(0)) ?? '') + text)
      for (const line of lines.values()) {
        expect(line).not.toMatch(/^[。，、；：？！」』）》]/u)
        expect(line).not.toMatch(/[「『（《]$/u)
        expect(line).not.toMatch(/^(?:萬元|元|%|歲|年收入)/u)
      }
    }
  })

  test('a table that goes on over the page shows its head again', async () => {
    const long = await print(makeCoursePrint(makeCourse(1, 60, 2)))
    const pages = await findPages(long.back, '保單年度')
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages)
      expect((await long.back.readText(page)).match(/保單年度累計保費解約金說明/gu)).toHaveLength(1)
    await long.back.close()
  })

  test('the answers stand on pages of their own, and only where they are wanted', async () => {
    const key = await findPages(back, '答案一覽')
    expect(key).toHaveLength(2)
    for (const page of await findPages(back, '答案：')) expect(page).toBeGreaterThanOrEqual(key[0]!)
    const bare = await print(makeCoursePrint(makeCourse(4), { withKey: false }))
    expect(await findPages(bare.back, '答案：')).toEqual([])
    await bare.back.close()
  })

  test('is structured: headings, lists, tables with heads, links, notes', async () => {
    const roles = new Set<string>()
    for (let number = 1; number <= back.pageCount; number++)
      for (const role of await back.listRoles(number)) roles.add(role)
    for (const role of ['H1', 'H2', 'P', 'L', 'LI', 'LBody', 'Table', 'TR', 'TH', 'TD', 'TOC', 'TOCI', 'Link', 'Note'])
      expect([...roles]).toContain(role)
  })
})

describe('ink', () => {
  test.each([
    ['course', makeCoursePrint(makeCourse(1)), 3],
    ['quiz paper', makeQuizPrint('quiz-paper'), 1],
    ['answer key', makeQuizPrint('answer-key'), 1],
    ['scorecard', makeScorecardPrint(), 1],
    ['certificate', makeCertificatePrint(), 1],
  ])('every word of a %s is really drawn', async (_name, input, page) => {
    const { back } = await print(input)
    const ink = await back.measureInk(page)
    expect(ink.texts.length).toBeGreaterThan(6)
    const marks = /^[\s。，、；：·•–—_\-.,：…（）()「」　]+$/u
    expect(ink.texts.filter((one) => one.ink < 0.015 && !marks.test(one.text))).toEqual([])
    // A page of text is neither blank nor black.
    expect(ink.page).toBeGreaterThan(0.005)
    expect(ink.page).toBeLessThan(0.4)
    await back.close()
  })

  test('all weights hold the same characters', async () => {
    const { fonts } = await loadFonts()
    const [regular, ...others] = Object.values(fonts).map((font) => new Set(font.characterSet))
    for (const other of others) expect(other).toEqual(regular)
  })

  test('what is measured is what is drawn', async () => {
    const { back } = await print(makeQuizPrint('answer-key'))
    const { measure } = await loadFonts()
    const body = (await back.readPage(1)).filter(
      (one) => one.size === 10.5 && /^[\p{Script=Han}，。]{8,}$/u.test(one.text),
    )
    expect(body.length).toBeGreaterThan(2)
    for (const one of body) expect(one.width).toBeCloseTo(measure(one.text, 'regular', 10.5), 1)
    await back.close()
  })
})

describe('a quiz', () => {
  test('the paper asks for a name and tells no answer; unreviewed items are marked', async () => {
    const { back } = await print(makeQuizPrint('quiz-paper'))
    const text = `${await back.readText(1)}${await back.readText(2)}`
    for (const words of ['姓名', '日期', '共 8 題', '【單選】', '【情境】', '未經教練審核', '正確順序：'])
      expect(text).toContain(words)
    expect(text).not.toMatch(/答案|起算點不同|自保險人知有解除之原因後/u)
    await back.close()
  })

  test('paper and key agree on the letters', async () => {
    const [paper, key] = [await print(makeQuizPrint('quiz-paper')), await print(makeQuizPrint('answer-key'))]
    const [asked, answered] = [await paper.back.readText(1), await key.back.readText(1)]
    const letter = /答案：\((\w)\) 一個月/u.exec(answered)?.[1]
    expect(letter).toMatch(/[A-D]/u)
    expect(asked).toContain(`(${letter})一個月`)
    await Promise.all([paper.back.close(), key.back.close()])
  })
})

describe('a scorecard', () => {
  test('holds the result, its reason, the evidence and how it was made', async () => {
    const { back } = await print(makeScorecardPrint())
    let text = ''
    for (let number = 1; number <= back.pageCount; number++) text += await back.readText(number)
    for (const words of [
      '你讓林老師願意再談一次',
      '58',
      '還沒通過',
      '有違規，總分最高 59 分',
      '風險揭露與適合度',
      '點到為止',
      '最好的一刻',
      '「保證不會虧」',
      '保險業務員管理規則 §19-1-1',
      '× 已錯過',
      '您或家人以前買過類似的嗎',
      how.limitRaters,
      '逐句紀錄',
    ])
      expect(text.replaceAll('\n', '')).toContain(words)
    expect(await back.listRoles(1)).toContain('Figure')
    await back.close()
  })

  test('without a total it says why, and draws what there is', async () => {
    const { back } = await print(
      makeScorecardPrint({ card: { status: 'not-scored', reason: '第 5 句', violations: [], ledger: [] } }),
    )
    expect(await back.readText(1)).toContain('這次沒有總分')
    await back.close()
  })

  test('a talk without a single turn is no fault', async () => {
    const { back } = await print(makeScorecardPrint({ turns: [] }))
    expect(back.pageCount).toBeGreaterThan(1)
    await back.close()
  })
})

describe('printing', () => {
  test('what the font lacks is shown by its number and reported, in titles too', async () => {
    const quiz = makeQuiz({ title: '測驗🎉' })
    const { back, missing } = await print(makeQuizPrint('quiz-paper', quiz))
    expect(missing).toEqual([
      { character: '🎉', codePoint: 'U+1F389', shownAs: '〔U+1F389〕', count: expect.any(Number) },
    ])
    expect(await back.readText(1)).toContain('測驗〔U+1F389〕')
    await back.close()
  })

  test('equal input makes an equal file', async () => {
    const [one, two] = [await printer.print(makeCertificatePrint()), await printer.print(makeCertificatePrint())]
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true)
  })

  test('tells page by page, gives others their turn, and stops when it is called off', async () => {
    const pages: number[] = []
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    const { pageCount } = await printer.print(makeCoursePrint(makeCourse(8, 30, 20)), async (done) => {
      pages.push(done)
    })
    clearInterval(timer)
    expect(pages).toEqual(Array.from({ length: pageCount }, (_, index) => index + 1))
    expect(turns).toBeGreaterThan(5)
    const controller = new AbortController()
    const stopped = printer.print(
      makeCoursePrint(makeCourse(8, 30, 20)),
      async (done) => {
        if (done === 3) controller.abort()
      },
      controller.signal,
    )
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' })
  })
})
