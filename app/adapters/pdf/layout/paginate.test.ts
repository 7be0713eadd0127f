import { describe, expect, test } from 'vitest'
import type { Page, Strip } from './page-parts'
import { paginate } from './paginate'

const strip = (height: number, more: Partial<Strip> = {}): Strip => ({
  height,
  gap: 0,
  keepsNext: false,
  ops: [],
  notes: [],
  ...more,
})
/** Pages of 100 points; a note takes 10, the rule above the notes 5. */
const room = { top: 10, bottom: 110, heightOfNote: () => 10, noteRule: 5 }
const heights = (pages: readonly Page[]) => pages.map((page) => page.strips.map((one) => one.strip.height))

describe('paginate', () => {
  test('a page is filled to its last point', () => {
    expect(heights(paginate([strip(60), strip(40), strip(1)], room))).toEqual([[60, 40], [1]])
  })

  test('room before a strip counts, but not at the top of a page', () => {
    const pages = paginate([strip(60), strip(40, { gap: 5 }), strip(20, { gap: 5 })], room)
    expect(pages.map((page) => page.strips.map((one) => one.y))).toEqual([[10], [10, 55]])
  })

  test('a note takes its room from the page that refers to it', () => {
    // 60 + 25 + 15 for the note and the rule fill the page; with a second note the line goes on.
    expect(heights(paginate([strip(60), strip(25, { notes: [3] })], room))).toEqual([[60, 25]])
    const pages = paginate([strip(60), strip(25, { notes: [3, 4] })], room)
    expect(heights(pages)).toEqual([[60], [25]])
    expect(pages.map((page) => page.notes)).toEqual([[], [3, 4]])
  })

  test('a note that is referred to twice on a page stands there once, and again on the next page', () => {
    const pages = paginate([strip(40, { notes: [1] }), strip(40, { notes: [1] }), strip(40, { notes: [1] })], room)
    expect(pages.map((page) => page.notes)).toEqual([[1], [1]])
  })

  test('a heading goes on with what it heads', () => {
    expect(heights(paginate([strip(70), strip(20, { keepsNext: true }), strip(20)], room))).toEqual([[70], [20, 20]])
  })

  test('what keeps together but fills more than a page is parted', () => {
    const keeps = { keepsNext: true }
    expect(heights(paginate([strip(10), strip(60, keeps), strip(60, keeps), strip(60)], room))).toEqual([
      [10],
      [60],
      [60],
      [60],
    ])
  })

  test('a strip taller than a page stands alone', () => {
    expect(heights(paginate([strip(10), strip(300), strip(10)], room))).toEqual([[10], [300], [10]])
  })

  test('the head of a table is repeated where a row begins a page', () => {
    const head = [strip(15)]
    const pages = paginate([strip(15), ...[1, 2, 3].map(() => strip(40, { head }))], room)
    expect(heights(pages)).toEqual([
      [15, 40, 40],
      [15, 40],
    ])
    expect(pages[1]!.strips.map((one) => one.isRepeated)).toEqual([true, false])
  })

  test('a chapter begins a page and names the pages that follow', () => {
    const chapter = (name: string) => strip(20, { startsPage: true, chapter: name })
    const pages = paginate([chapter('一'), strip(90), chapter('二'), strip(10)], room)
    expect(pages.map((page) => page.chapter)).toEqual(['一', '一', '二'])
  })
})
