import { expect, test } from 'vitest'
import { parseLawJson } from './parse-law-json'

const LAW = {
  法規性質: '法律',
  法規名稱: '茶會法',
  法規網址: 'https://example.org/tea',
  最新異動日期: '20240110',
  法規內容: [
    { 編章節: '第 一 章 總則' },
    { 編章節: '第 一 節 用詞' },
    { 條號: '第 1 條', 條文內容: '茶會應有茶。\r\n前項之茶，得為紅茶。' },
    { 編章節: '第 一 章 之 一 點心' },
    { 條號: '第 1-1 條', 條文內容: '（刪除）' },
  ],
}

test('reads a law with its headings, articles and both dates', () => {
  const result = parseLawJson(`\uFEFF${JSON.stringify(LAW)}`)
  if (result.status !== 'parsed') throw new Error('refused')
  const { passages, ...head } = result.document
  expect(head).toEqual({
    kind: 'regulation',
    title: '茶會法',
    level: '法律',
    amendedOn: '2024-01-10',
    effectiveFrom: '2024-01-12',
    effectiveBasis: 'third-day-rule',
    effectiveNote: '',
    isRepealed: false,
    sourceUrl: 'https://example.org/tea',
  })
  expect(passages.map((one) => [one.article, one.headings, one.paragraphs.length])).toEqual([
    ['1', ['第一章 總則', '第一節 用詞'], 2],
    ['1-1', ['第一章之一 點心'], 1],
  ])
  expect(passages[0]!.text).toBe('茶會應有茶。\n前項之茶，得為紅茶。')
})

const codesOf = (source: string) => {
  const result = parseLawJson(source)
  return result.status === 'refused' ? result.faults.map((one) => one.code) : []
}

test('refuses what is no law, and says why', () => {
  expect(codesOf(' ')).toEqual(['empty'])
  expect(codesOf('{"法規名稱":')).toEqual(['not-json'])
  expect(codesOf('[1]')).toEqual(['not-a-law'])
  expect(codesOf(JSON.stringify({ ...LAW, 法規內容: [] }))).toEqual(['no-articles'])
  expect(codesOf(JSON.stringify({ ...LAW, 最新異動日期: '去年' }))).toEqual(['bad-date'])
  expect(codesOf(JSON.stringify({ ...LAW, 法規內容: [LAW.法規內容[2], LAW.法規內容[2]] }))).toEqual([
    'repeated-article',
  ])
  expect(codesOf(JSON.stringify({ ...LAW, 法規內容: [{ 條號: '附表', 條文內容: '無' }] }))).toEqual(['not-a-law'])
})
