import { describe, expect, test } from 'vitest'
import type { ItemContent } from '~/domain/quiz/item'
import { readKeptItem, startDraft, toContent, toDraft } from './item-draft'

const common = {
  stem: '題目____',
  explanation: '因為如此',
  citations: [
    { passageId: 'p@1#1', label: '保險法 §1', quote: '原文' },
    { passageId: 'p@1#2', label: '保險法 §2' },
  ],
  difficulty: 2,
  ability: 'apply',
  dimension: 'disclosure',
} as const
const options = [
  { id: 'a', text: '甲', isKey: true, reason: '' },
  { id: 'b', text: '乙', isKey: false, reason: '不是' },
]
const contents = [
  { type: 'single', ...common, options },
  { type: 'multiple', ...common, options },
  { type: 'situation', ...common, options, situation: '在家', clientSays: '會虧嗎？', scenarioId: null },
  { type: 'true-false', ...common, isTrue: false, reason: '原文說不' },
  { type: 'cloze', ...common, blanks: [{ accepted: ['十日', '10 日'] }] },
  {
    type: 'matching',
    ...common,
    pairs: [
      { left: '一', right: '壹' },
      { left: '二', right: '貳' },
    ],
    extraRights: ['參'],
  },
  { type: 'ordering', ...common, steps: ['一', '二', '三'] },
  { type: 'short-answer', ...common, modelAnswer: '會虧', points: [{ accepted: ['虧', '損失'] }] },
] as unknown as ItemContent[]

test.each(contents.map((one) => [one.type, one] as const))('%s survives the form', (_type, content) => {
  expect(toContent(toDraft(content))).toEqual(content)
})

test('a new option gets a free letter, the others keep theirs', () => {
  const draft = {
    ...startDraft('single'),
    options: [{ ...options[1]! }, { id: '', text: '丙', isKey: true, reason: '' }],
  }
  expect(toContent(draft)).toMatchObject({ options: [{ id: 'b' }, { id: 'a' }] })
})

describe('a kept draft', () => {
  const current = { ...startDraft('single'), stem: '原來的題目' }
  const kept = { ...current, stem: '改到一半的題目', options: [{ id: 'a', text: '五日', isKey: true, reason: '' }] }

  test('what was kept comes back with everything that was typed', () => {
    expect(readKeptItem(JSON.stringify(kept), current)).toEqual(kept)
  })

  test.each([
    ['nothing', ''],
    ['the same', JSON.stringify(current)],
    ['another type', JSON.stringify({ ...kept, type: 'cloze' })],
    ['what is no JSON', '{"type":"single"'],
    ['a list that is none', JSON.stringify({ ...kept, options: 'a' })],
    ['a field that is missing', JSON.stringify({ type: 'single', stem: '只有題目' })],
  ])('%s is no draft', (_name, text) => {
    expect(readKeptItem(text, current)).toBeNull()
  })
})
