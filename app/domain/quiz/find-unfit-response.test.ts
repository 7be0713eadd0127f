import { describe, expect, test } from 'vitest'
import { findUnfitResponse } from './find-unfit-response'
import type { ItemContent } from './item'

const common: Pick<ItemContent, 'stem' | 'explanation' | 'citations' | 'difficulty' | 'ability' | 'dimension'> = {
  stem: '契約撤銷權的期間是幾日？',
  explanation: '',
  citations: [],
  difficulty: 1,
  ability: 'recall',
  dimension: null,
}
const option = (id: string, isKey = false) => ({ id, text: `選項 ${id}`, isKey, reason: '' })
const single: ItemContent = { ...common, type: 'single', options: [option('a', true), option('b')] }
const matching: ItemContent = {
  ...common,
  type: 'matching',
  pairs: [
    { left: '要保人', right: '繳保費的人' },
    { left: '受益人', right: '領保險金的人' },
  ],
  extraRights: ['賣保險的人'],
}
const ordering: ItemContent = { ...common, type: 'ordering', steps: ['說明', '簽名', '送件'] }

describe('what the item offered can be graded, right or wrong', () => {
  test.each([
    [single, { type: 'choice', optionIds: ['b'] }],
    [single, { type: 'choice', optionIds: [] }],
    [matching, { type: 'matching', rights: ['賣保險的人', null] }],
    [ordering, { type: 'ordering', steps: ['送件', '說明', '簽名'] }],
  ] as const)('%#', (content, response) => {
    expect(findUnfitResponse(content, structuredClone(response) as never)).toBeNull()
  })
})

describe('what it never offered cannot', () => {
  test.each([
    [single, { type: 'choice', optionIds: ['c'] }, 'unknown-option'],
    [single, { type: 'choice', optionIds: ['a', 'z'] }, 'unknown-option'],
    [single, { type: 'true-false', isTrue: true }, 'wrong-type'],
    [matching, { type: 'matching', rights: ['繳保費的人', '不在題目裡'] }, 'unknown-right'],
    [matching, { type: 'matching', rights: [null, null, '繳保費的人'] }, 'unknown-right'],
    [ordering, { type: 'ordering', steps: ['說明', '收費', '送件'] }, 'unknown-step'],
  ] as const)('%#', (content, response, reason) => {
    expect(findUnfitResponse(content, structuredClone(response) as never)).toBe(reason)
  })
})
