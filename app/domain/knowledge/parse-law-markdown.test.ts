import { expect, test } from 'vitest'
import { isLawMarkdown, parseLawMarkdown } from './parse-law-markdown'

const SOURCE = `法規名稱：茶會法
法規類別：法律 / 行政＞茶會目
修正日期：20240110
生效狀態：一百十三年一月十日增訂之第 2-1  條條文，施行日期，由行政院
定之。
法規網址：https://example.org/tea

第 一 編 總則

   第 一 章 茶

第 1 條
茶會應有茶，分為：
一、紅茶。
第一節車廂之茶，從其規定。

第 2-1 條
茶得加奶。
`

test('reads head, headings, articles and articles that are not yet in force', () => {
  const result = parseLawMarkdown(SOURCE)
  if (result.status !== 'parsed') throw new Error('refused')
  const { title, level, amendedOn, effectiveFrom, passages } = result.document
  expect([title, level, amendedOn, effectiveFrom]).toEqual(['茶會法', '法律', '2024-01-10', '2024-01-12'])
  expect(passages.map(({ article, headings, text, effectiveFrom: own }) => [article, headings, text, own])).toEqual([
    ['1', ['第一編 總則', '第一章 茶'], '茶會應有茶，分為：\n一、紅茶。\n第一節車廂之茶，從其規定。', undefined],
    ['2-1', ['第一編 總則', '第一章 茶'], '茶得加奶。', null],
  ])
  expect(isLawMarkdown(SOURCE)).toBe(true)
})

test('refuses an empty file, one without a name and one without articles', () => {
  const codeOf = (source: string) => {
    const result = parseLawMarkdown(source)
    return result.status === 'refused' ? result.faults[0]!.code : null
  }
  expect(codeOf('')).toBe('empty')
  expect(codeOf('# 筆記')).toBe('no-title')
  expect(codeOf('法規名稱：茶會法\n修正日期：20240110\n')).toBe('no-articles')
  expect(isLawMarkdown('# 筆記')).toBe(false)
})
