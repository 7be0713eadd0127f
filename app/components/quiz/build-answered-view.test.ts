import { describe, expect, test } from 'vitest'
import type { ItemContent, ItemResponse } from '~/domain/quiz/item'
import { showQuestion } from '~/domain/quiz/show-question'
import { buildAnsweredView } from './build-answered-view'

const common = {
  stem: '題目',
  explanation: '',
  citations: [],
  difficulty: 1 as const,
  ability: 'recall' as const,
  dimension: null,
}
const people = { scenarios: new Map(), personas: new Map() }

function view(content: ItemContent, response: ItemResponse | null, points: number) {
  const question = showQuestion(content, { itemId: 'i', version: 1, position: 0, seed: 's', isUnreviewed: false })
  return { shown: question, view: buildAnsweredView({ question, content, response, points }, people, 'zh-Hant') }
}

describe('an answered item', () => {
  test('options keep the order in which they were shown, with what was chosen', () => {
    const content: ItemContent = {
      type: 'single',
      ...common,
      options: ['甲', '乙', '丙', '丁'].map((text, at) => ({ id: 'abcd'[at]!, text, isKey: at === 0, reason: '' })),
    }
    const { shown, view: answered } = view(content, { type: 'choice', optionIds: ['c'] }, 0)
    if (answered.parts.type !== 'choice') throw new Error('no choice')
    expect(answered.parts.options.map((one) => one.id)).toEqual(shown.options!.map((one) => one.id))
    expect(answered.parts.options.filter((one) => one.isChosen).map((one) => one.text)).toEqual(['丙'])
    expect(answered.outcome).toBe('wrong')
  })

  test('each blank is judged by itself, and half the points are partly right', () => {
    const content: ItemContent = { type: 'cloze', ...common, blanks: [{ accepted: ['十日'] }, { accepted: ['書面'] }] }
    const { view: answered } = view(content, { type: 'cloze', words: ['10 日', '口頭'] }, 0.5)
    if (answered.parts.type !== 'cloze') throw new Error('no cloze')
    expect(answered.parts.blanks.map((one) => one.isRight)).toEqual([true, false])
    expect(answered.outcome).toBe('partly')
  })

  test('steps tell where they were put; what was left out is no answer', () => {
    const content: ItemContent = { type: 'ordering', ...common, steps: ['一', '二', '三'] }
    const { view: answered } = view(content, { type: 'ordering', steps: ['二', '一', '三'] }, 1 / 3)
    if (answered.parts.type !== 'ordering') throw new Error('no ordering')
    expect(answered.parts.steps.map((one) => one.givenPlace)).toEqual([2, 1, 3])
    expect(view(content, null, 0).view.outcome).toBe('none')
  })
})
