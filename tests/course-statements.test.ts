import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { cutStatements } from '../app/domain/course/cut-statements'
import { checkStatement } from '../app/domain/course/statement/check-statement'
import { readChineseNumber } from '../app/domain/knowledge/read-chinese-number'
import type { ItemSource } from '../app/domain/quiz/item'

// Statutes told in plain words, rightly and with one thing wrong: what the checks of a model's sentences let through and what they stop.

/** Optional: the statutes, kept beside the project and not in it. */
const LAWS = '../shared/data/moj-law-json-20241011'
const EVERY = 3

type Law = { 法規名稱: string; 法規內容?: { 條號?: string; 條文內容: string }[] }

function readLaw(file: string): ItemSource[] {
  const law = JSON.parse(readFileSync(path.join(LAWS, file), 'utf8')) as Law
  const title = law.法規名稱
  return (law.法規內容 ?? []).flatMap(({ 條號: number, 條文內容: words }) => {
    if (number === undefined) return []
    const article = number.replace(/[第條\s]/gu, '')
    const text = words.replace(/\r/gu, '').split('\n')
    const place = { passageId: `${title}#${article}`, documentId: title, label: `${title} §${article}` }
    const trimmed = text.map((line) => line.trim()).join('\n')
    return [{ ...place, kind: 'regulation' as const, title, article, headings: [], text: trimmed }]
  })
}

type Case = { source: ItemSource; quote: string }

function loadCases(): { cases: Case[]; sources: Map<string, ItemSource> } {
  const sources = readdirSync(LAWS)
    .filter((one) => one.endsWith('.json'))
    .flatMap(readLaw)
  const all = sources.flatMap((source) =>
    cutStatements(source)
      // What a model would be asked to tell: it matters, stands alone, and fits into a point.
      .filter(({ text, weight }) => weight >= 3 && text.length <= 120 && source.text.includes(text))
      .filter(({ text }) => !/前[一二三四]?[項條]|本條|之[一二三四五六七八九]/u.test(text))
      .map(({ text }) => ({ source, quote: text })),
  )
  return { cases: all.filter((_, i) => i % EVERY === 0), sources: new Map(sources.map((one) => [one.passageId, one])) }
}

const NUMBER = /(?<![第項款條十百千萬年月])([一二兩三四五六七八九十百千萬]+)(?=日|個月|年|元|歲)/gu

function tellPlainly(text: string): string {
  return text
    .replace(/不得(?!已)/gu, '不可以')
    .replace(/(?<![相適反因供對回響])應(?![收付用力變徵])/gu, '要')
    .replace(/(?<![不取獲領所求難購值])得(?![知到出失])/gu, '可以')
    .replace(/(?<!被)保險人/gu, '保險公司')
    .replace(NUMBER, (words) => String(readChineseNumber(words) ?? words))
    .replace(/者(?=，)/gu, '的話')
}

/** One thing wrong with it, as models get it wrong. */
const WRONGS: readonly (readonly [string, RegExp, string | ((found: string) => string), number])[] = [
  ['a ban becomes a permission', /不可以/u, '可以', 0.95],
  ['a permission becomes a ban', /(?<!不)可以/u, '不可以', 0.9],
  ['a duty becomes a permission', /(?<![重主需必])要(?![保件約求])/u, '可以', 0.95],
  ['a permission becomes a duty', /(?<!不)可以/u, '必須', 0.9],
  ['the applicant becomes the insured', /要保人/u, '被保險人', 0.9],
  ['the insured becomes the applicant', /被保險人/u, '要保人', 0.8],
  ['what binds insurers binds agents', /保險公司|保險業(?!務)/u, '業務員', 0.95],
  ['what binds insurers binds everybody', /保險公司|保險業(?!務)/u, '任何人', 0.95],
  ['another number', /\d+(?=日|個月|年|元|歲)/u, (found) => String(Number(found) + 1), 0.95],
  ['another bound', /以上/u, '以下', 0.95],
  ['the proviso is gone', /[，。；]但[^。]*/u, '', 0.9],
  ['the exception is gone', /除[^，。]*外，/u, '', 0.85],
  ['the case is gone', /^[^，]{6,}?(?:的話|時)，/u, '', 0.55],
  ['it holds without exception', /要(?![保件約求])/u, '一律要', 0.9],
  ['a fine is added', /。$/u, '，違反的會被罰款。', 0.9],
]

describe.skipIf(!existsSync(LAWS))('statutes in plain words', () => {
  const { cases, sources } = existsSync(LAWS) ? loadCases() : { cases: [], sources: new Map<string, ItemSource>() }
  const isHeld = ({ source, quote }: Case, text: string) =>
    checkStatement({ text, passageId: source.passageId, quote }, sources).status === 'held'
  const plain = cases.map((one) => ({ ...one, text: tellPlainly(one.quote) }))
  const held = plain.filter((one) => isHeld(one, one.text))

  test('nearly all that is told rightly stands', () => {
    expect(cases.length).toBeGreaterThan(200)
    expect(held.length / plain.length).toBeGreaterThanOrEqual(0.93)
  })

  test.each(WRONGS)('%s', (_, from, to, floor) => {
    const wrong = held.flatMap((one) => {
      const text = typeof to === 'string' ? one.text.replace(from, to) : one.text.replace(from, to)
      return text === one.text ? [] : [{ ...one, text }]
    })
    const missed = wrong.filter((one) => isHeld(one, one.text))
    expect(wrong.length).toBeGreaterThan(4)
    expect(1 - missed.length / wrong.length, missed.map((one) => one.text).join('\n')).toBeGreaterThanOrEqual(floor)
  })
})

// ---- sentences as models write them, by hand

const FIXTURE = z.array(
  z.strictObject({
    kind: z.enum(['regulation', 'product', 'guide']),
    title: z.string(),
    headings: z.array(z.string()).default([]),
    passage: z.string(),
    /** The passage where it is left out. */
    quote: z.string().optional(),
    right: z.array(z.string()),
    wrong: z.array(z.string()),
  }),
)

/**
 * The checks were mended on these sentences, so that on new ones they do worse. Before any mending 28 of the first set's 40 right ones stood and 33 of its 44
 * wrong ones. The later set came in three parts, each run once before the checks were mended on it too: 25 of its 50 right ones stood, and 4 of its 60 wrong ones.
 */
const SETS = [
  { file: 'course-statements', leastRight: 35, mostWrong: 2 },
  { file: 'course-statements-later', leastRight: 44, mostWrong: 3 },
]

describe.each(SETS)('sentences written by hand: $file', ({ file, leastRight, mostWrong }) => {
  const cases = FIXTURE.parse(parse(readFileSync(`tests/fixtures/${file}.yaml`, 'utf8')))
  const listHeld = (role: 'right' | 'wrong') =>
    cases.flatMap(({ kind, title, headings, passage, quote, ...one }) => {
      const place = { passageId: passage, documentId: title, label: title, article: null }
      const source: ItemSource = { ...place, kind, title, headings, text: passage }
      const isHeld = (text: string) =>
        checkStatement({ text, passageId: passage, quote: quote ?? passage }, new Map([[passage, source]])).status ===
        'held'
      return one[role].filter(isHeld)
    })

  test('most that is told rightly in plain words stands', () => {
    expect(cases.flatMap((one) => one.right).length).toBeGreaterThanOrEqual(40)
    expect(listHeld('right').length).toBeGreaterThanOrEqual(leastRight)
  })

  test('hardly one with a slip stands', () => {
    expect(cases.flatMap((one) => one.wrong).length).toBeGreaterThanOrEqual(44)
    const held = listHeld('wrong')
    expect(held.length, held.join('\n')).toBeLessThanOrEqual(mostWrong)
  })
})
