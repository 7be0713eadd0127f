import { describe, expect, test } from 'vitest'
import { splitProvisions } from '../knowledge/split-provisions'
import { answerQuestion, formatCite, isOnTopic, type SourcePassage } from './answer-question'
import { checkAnswer } from './check-answer'

const source = (id: string, text: string, more: Partial<SourcePassage> = {}): SourcePassage => ({
  id,
  kind: 'regulation',
  document: '保險法',
  article: id,
  headings: [],
  text,
  paragraphs: splitProvisions(text),
  score: 1,
  ...more,
})
const DUTY = source(
  '64',
  '訂立契約時，要保人對於保險人之書面詢問，應據實說明。\n要保人有為隱匿或遺漏不為說明，足以變更或減少保險人對於危險之估計者，保險人得解除契約。\n前項解除契約權，自保險人知有解除之原因後，經過一個月不行使而消滅。',
)
const GUIDE = source('g', '先問健康狀況。告知時要提醒客戶據實填寫。天氣很好。', {
  kind: 'guide',
  document: '健康告知',
  article: null,
  headings: ['怎麼問'],
})

describe('answerQuestion', () => {
  test('takes the sentences that share most with the question, with their place', () => {
    const [first] = answerQuestion('解除契約權經過多久會消滅', [DUTY])
    expect(first).toEqual({
      text: '前項解除契約權，自保險人知有解除之原因後，經過一個月不行使而消滅。',
      passageId: '64',
      cite: '保險法 §64 第3項',
    })
  })

  test('an item list stays with its introduction', () => {
    const list = source('1', '有下列情形之一者，不得招攬：\n一、未領有登錄證。\n二、受停止招攬處分。')
    expect(answerQuestion('不得招攬的情形', [list])[0]?.text).toBe(
      '有下列情形之一者，不得招攬： 未領有登錄證。 受停止招攬處分。',
    )
  })

  test('a guide is cut into sentences', () => {
    expect(answerQuestion('告知要據實填寫嗎', [GUIDE])[0]).toEqual({
      text: '告知時要提醒客戶據實填寫。',
      passageId: 'g',
      cite: '健康告知 › 怎麼問',
    })
  })

  test('a passage far below the best one is left out', () => {
    const weak = source('99', '要保人據實說明。', { score: 0.3 })
    expect(answerQuestion('要保人據實說明', [DUTY, weak]).map((one) => one.passageId)).toEqual(['64'])
  })

  test('what it says always stands in what it cites', () => {
    const passages = new Map([DUTY, GUIDE].map((one) => [one.id, { article: one.article, text: one.text }]))
    const sentences = answerQuestion('告知不實多久內可以解除契約', [DUTY, GUIDE]).map((one) => ({
      text: one.text,
      passageIds: [one.passageId],
    }))
    expect(sentences.length).toBeGreaterThan(0)
    expect(checkAnswer(sentences, passages)).toEqual([])
  })

  test('nothing found, nothing said', () => {
    expect(answerQuestion('什麼', [])).toEqual([])
  })
})

test('formatCite', () => {
  expect(formatCite({ kind: 'regulation', document: '保險法', article: '107-1', headings: [] })).toBe('保險法 §107-1')
  expect(formatCite({ kind: 'product', document: '傷害險', article: null, headings: ['除外責任'] })).toBe(
    '傷害險 › 除外責任',
  )
  expect(formatCite({ kind: 'guide', document: '指南', article: null, headings: [] })).toBe('指南')
})

describe('isOnTopic', () => {
  const term = (name: string, share: number) => ({ term: name, fields: ['text' as const], share })
  const hit = { isNamedArticle: false, isNamedLaw: false, alias: null, terms: [term('今天', 0.3)] }

  test('a word of the trade by itself is none', () => {
    // 「怎麼把手機的照片傳到電腦」
    expect(isOnTopic({ ...hit, terms: [term('~phone', 0.05), term('手機', 0.25)] })).toBe(false)
  })

  test('common words alone are no topic', () => {
    expect(isOnTopic(hit)).toBe(false)
  })

  test.each([
    ['the article is named', { ...hit, isNamedArticle: true }],
    [
      'a word of the trade and some of the question are shared',
      { ...hit, terms: [term('=解約金', 0.03), term('解約', 0.3)] },
    ],
    ['much of the question is shared', { ...hit, terms: [term('等待', 0.3), term('待期', 0.2)] }],
    ['it is like an everyday question', { ...hit, alias: { likeness: 0.3, text: '保單條款可以用英文嗎' } }],
  ])('%s', (_name, explain) => {
    expect(isOnTopic(explain)).toBe(true)
  })
})
