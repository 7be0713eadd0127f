import { expect, test } from 'vitest'
import { parseGuideMarkdown } from './parse-guide-markdown'

test('reads headings, clauses and plain words', () => {
  const source = `---
id: x
---

# 醫療附約

開頭。<!-- 看不見的字 -->

## 2. 給付

2.1 **病房費**：每日 [2,000 元](https://example.org)。

2.2 手術費。

| 年 | 費用 |
|---|---|
| 1 | 40% |
`
  const result = parseGuideMarkdown({ kind: 'product' }, source)
  if (result.status !== 'parsed') throw new Error('refused')
  expect(result.document.title).toBe('醫療附約')
  expect(result.document.passages.map(({ article, headings, text }) => [article, headings, text])).toEqual([
    [null, [], '開頭。'],
    ['2.1', ['2. 給付'], '2.1 病房費：每日 2,000 元。'],
    ['2.2', ['2. 給付'], '2.2 手術費。\n年　費用\n1　40%'],
  ])
})

test('refuses what holds nothing or has no title', () => {
  expect(parseGuideMarkdown({ kind: 'guide' }, ' ').status).toBe('refused')
  expect(parseGuideMarkdown({ kind: 'guide' }, '只有一句').status).toBe('refused')
  expect(parseGuideMarkdown({ kind: 'guide', title: '筆記' }, '只有一句').status).toBe('parsed')
})

test('reads underlined headings and keeps code as words', () => {
  const result = parseGuideMarkdown({ kind: 'guide' }, '手冊\n===\n\n第一節\n---\n\n甲\n乙\n\n```\n# 不是標題\n```\n')
  if (result.status !== 'parsed') throw new Error('refused')
  expect(result.document.title).toBe('手冊')
  expect(result.document.passages.map(({ headings, text }) => [headings, text])).toEqual([
    [['第一節'], '甲\n乙\n# 不是標題'],
  ])
})
