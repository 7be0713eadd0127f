import { describe, expect, test } from 'vitest'
import { findBlockingFault } from './find-blocking-fault'
import type { ItemContent } from './item'

const common: Omit<Extract<ItemContent, { type: 'true-false' }>, 'type' | 'isTrue' | 'reason'> = {
  stem: '下列何者正確？',
  explanation: '',
  citations: [],
  difficulty: 1,
  ability: 'recall',
  dimension: null,
}
const single = (texts: string[], keys: number[]): ItemContent => ({
  ...common,
  type: 'single',
  options: texts.map((text, i) => ({ id: 'abcd'[i]!, text, isKey: keys.includes(i), reason: '' })),
})
const cloze = (stem: string, blanks: number): ItemContent => ({
  ...common,
  type: 'cloze',
  stem,
  blanks: Array.from({ length: blanks }, () => ({ accepted: ['十日'] })),
})

describe('what nobody can answer', () => {
  test.each([
    ['no key', single(['甲', '乙'], []), 'no-key'],
    ['the same option twice', single(['10 天', '十日'], [0]), 'equal-options'],
    ['more blanks than words', cloze('應於____內，以____通知', 1), 'no-key'],
    ['no blank', cloze('應於十日內通知', 1), 'no-key'],
  ])('%s', (_name, content, code) => {
    expect(findBlockingFault(content)?.code).toBe(code)
  })

  test.each([
    ['one key', single(['甲', '乙'], [1])],
    ['several keys, each accepted', single(['甲', '乙'], [0, 1])],
    ['as many blanks as words', cloze('應於____內，以____通知', 2)],
  ])('not: %s', (_name, content) => {
    expect(findBlockingFault(content)).toBeNull()
  })
})
