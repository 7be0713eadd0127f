import { expect, test } from 'vitest'
import { describeKey } from './describe-key'
import type { ItemContent } from './item'

const common = {
  stem: '問',
  explanation: '',
  citations: [],
  difficulty: 1 as const,
  ability: 'recall' as const,
  dimension: null,
}
const option = (id: string, text: string, isKey: boolean) => ({ id, text, isKey, reason: '' })

test.each<[ItemContent, string]>([
  [
    {
      ...common,
      type: 'multiple',
      options: [option('a', '甲', true), option('b', '乙', false), option('c', '丙', true)],
    },
    '甲；丙',
  ],
  [{ ...common, type: 'true-false', isTrue: false, reason: '' }, '錯'],
  [{ ...common, type: 'cloze', blanks: [{ accepted: ['十日', '10日'] }, { accepted: ['書面'] }] }, '十日；書面'],
  [{ ...common, type: 'short-answer', modelAnswer: '年利一分', points: [{ accepted: ['一分'] }] }, '年利一分'],
  [
    {
      ...common,
      type: 'matching',
      pairs: [
        { left: '要保人', right: '繳費' },
        { left: '受益人', right: '領錢' },
      ],
      extraRights: [],
    },
    '要保人＝繳費；受益人＝領錢',
  ],
  [{ ...common, type: 'ordering', steps: ['一', '二', '三'] }, '一 → 二 → 三'],
])('%o', (content, key) => {
  expect(describeKey(content)).toBe(key)
})
