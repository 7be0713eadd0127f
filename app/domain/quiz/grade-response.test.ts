import { describe, expect, test } from 'vitest'
import { gradeResponse } from './grade-response'
import type { ItemContent, ItemResponse } from './item'

const common = {
  stem: '題幹',
  explanation: '',
  citations: [],
  difficulty: 1 as const,
  ability: 'recall' as const,
  dimension: null,
}
const option = (id: string, isKey: boolean) => ({ id, text: `選項${id}`, isKey, reason: '' })
const options = [option('a', true), option('b', false), option('c', true), option('d', false)]
const choose = (...optionIds: string[]): ItemResponse => ({ type: 'choice', optionIds })
const points = (content: ItemContent, response: ItemResponse | null) => gradeResponse(content, response).points

const SINGLE: ItemContent = { type: 'single', ...common, options }
const MULTIPLE: ItemContent = { ...SINGLE, type: 'multiple' }

describe('options', () => {
  test('single: each accepted key is right, two answers are none', () => {
    expect(points(SINGLE, choose('a'))).toBe(1)
    expect(points(SINGLE, choose('c', 'c'))).toBe(1)
    expect(points(SINGLE, choose('b'))).toBe(0)
    expect(points(SINGLE, choose('a', 'c'))).toBe(0)
    expect(points(SINGLE, choose())).toBe(0)
    expect(points(SINGLE, null)).toBe(0)
  })

  test('multiple: (right - wrong) / keys, not under 0', () => {
    expect(points(MULTIPLE, choose('c', 'a'))).toBe(1)
    expect(points(MULTIPLE, choose('a'))).toBe(0.5)
    expect(points(MULTIPLE, choose('a', 'a'))).toBe(0.5)
    expect(points(MULTIPLE, choose('a', 'c', 'd'))).toBe(0.5)
    expect(points(MULTIPLE, choose('a', 'c', 'h'))).toBe(0.5)
    expect(points(MULTIPLE, choose('a', 'b', 'c', 'd'))).toBe(0)
    expect(points(MULTIPLE, choose('b', 'd'))).toBe(0)
  })

  test('a situation is graded as a single', () => {
    const content: ItemContent = {
      ...SINGLE,
      type: 'situation',
      situation: '在客戶家',
      clientSays: '會虧嗎？',
      scenarioId: null,
    }
    expect(points(content, choose('a'))).toBe(1)
    expect(points(content, choose('d'))).toBe(0)
  })
})

test('true or false', () => {
  const content: ItemContent = { type: 'true-false', ...common, isTrue: false, reason: '' }
  expect(points(content, { type: 'true-false', isTrue: false })).toBe(1)
  expect(points(content, { type: 'true-false', isTrue: true })).toBe(0)
})

test('cloze: share of blanks, spellings as people write them', () => {
  const content: ItemContent = {
    type: 'cloze',
    ...common,
    stem: '收到保單隔天起 ____ 內，用____申請',
    blanks: [{ accepted: ['10 日'] }, { accepted: ['書面'] }],
  }
  expect(points(content, { type: 'cloze', words: ['十天', '書面'] })).toBe(1)
  expect(points(content, { type: 'cloze', words: ['15日', '書面'] })).toBe(0.5)
  expect(points(content, { type: 'cloze', words: ['十日'] })).toBe(0.5)
})

test('matching: share of lefts', () => {
  const content: ItemContent = {
    type: 'matching',
    ...common,
    pairs: ['甲', '乙', '丙', '丁'].map((left) => ({ left, right: `${left}的` })),
    extraRights: ['多的'],
  }
  expect(points(content, { type: 'matching', rights: ['甲的', '丙的', '乙的', '丁的'] })).toBe(0.5)
  expect(points(content, { type: 'matching', rights: ['甲的', null, '多的'] })).toBe(0.25)
})

test('ordering: share of places, each step once', () => {
  const content: ItemContent = { type: 'ordering', ...common, steps: ['一', '二', '三', '四'] }
  const order = (...steps: string[]): ItemResponse => ({ type: 'ordering', steps })
  expect(points(content, order('一', '二', '三', '四'))).toBe(1)
  expect(points(content, order('一', '三', '二', '四'))).toBe(0.5)
  expect(points(content, order('四', '一', '二', '三'))).toBe(0)
  expect(points(content, order('一', '一', '三', '四'))).toBe(0)
  expect(points(content, order('一', '二', '三'))).toBe(0)
})

test('short answer: share of points', () => {
  const content: ItemContent = {
    type: 'short-answer',
    ...common,
    modelAnswer: '十日內、書面',
    points: [{ accepted: ['10 日'] }, { accepted: ['書面', '寫信'] }],
  }
  expect(points(content, { type: 'short-answer', text: '十天內寫信給公司' })).toBe(1)
  expect(points(content, { type: 'short-answer', text: '十天內打電話' })).toBe(0.5)
})

test.each([
  [SINGLE, { type: 'true-false', isTrue: true }],
  [MULTIPLE, { type: 'short-answer', text: 'a c' }],
  [{ type: 'true-false', ...common, isTrue: true, reason: '' }, choose('a')],
  [
    { type: 'ordering', ...common, steps: ['一', '二', '三'] },
    { type: 'matching', rights: ['一', '二', '三'] },
  ],
] as [ItemContent, ItemResponse][])('an answer of another type is worth nothing (%#)', (content, response) => {
  expect(points(content, response)).toBe(0)
})
