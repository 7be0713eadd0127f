import { expect, test } from 'vitest'
import type { ItemSource } from '../item'
import { buildOptions, cite, explainWith } from './candidate'

const draft = (text: string) => ({ text, reason: '' })

test('numbers stand from small to large, in one unit or several', () => {
  const options = buildOptions([draft('一個月')], [draft('十五日'), draft('二年'), draft('九十日')])
  expect(options.map((one) => `${one.id} ${one.text} ${one.isKey}`)).toEqual([
    'a 十五日 false',
    'b 一個月 true',
    'c 九十日 false',
    'd 二年 false',
  ])
})

test('the order of words does not depend on which of them is the key', () => {
  const words = ['要保人', '被保險人', '受益人', '保險人']
  const orders = words.map((key) =>
    buildOptions([draft(key)], words.filter((one) => one !== key).map(draft)).map((one) => one.text),
  )
  expect(new Set(orders.map((one) => one.join())).size).toBe(1)
})

const article: ItemSource = {
  passageId: '保險法@2025-06-18#107-1',
  documentId: '保險法',
  kind: 'regulation',
  title: '保險法',
  article: '107-1',
  headings: ['第四章 人身保險'],
  text: '條文。',
  label: '保險法 §107-1',
}

test('an explanation names the article, or the heading of what has none', () => {
  expect(explainWith(article, '條文。')).toBe('保險法第107條之1：條文。')
  expect(
    explainWith({ ...article, kind: 'guide', title: '銷售指南', article: null, headings: ['開場'] }, '先自我介紹。'),
  ).toBe('銷售指南「開場」：先自我介紹。')
  expect(cite(article)).toEqual({ passageId: article.passageId, label: '保險法 §107-1' })
  expect(cite(article, '條文').quote).toBe('條文')
})
