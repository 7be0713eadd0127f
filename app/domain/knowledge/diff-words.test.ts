import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffWords } from './diff-words'

test('shows what was put in the place of what', () => {
  expect(diffWords('應於三十日內通知。', '應於十五日內通知。')).toEqual([
    { kind: 'same', text: '應於' },
    { kind: 'removed', text: '三十' },
    { kind: 'added', text: '十五' },
    { kind: 'same', text: '日內通知。' },
  ])
  expect(diffWords('同', '同')).toEqual([{ kind: 'same', text: '同' }])
  expect(diffWords('', '新')).toEqual([{ kind: 'added', text: '新' }])
})

test('gives back both texts, whatever they are', () => {
  const text = fc.string({ unit: fc.constantFrom('保', '險', '三', '十', 'a', '1', '，', ' ', '\n'), maxLength: 40 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = diffWords(before, after)
      const join = (dropped: string) =>
        parts
          .filter((one) => one.kind !== dropped)
          .map((one) => one.text)
          .join('')
      expect([join('added'), join('removed')]).toEqual([before, after])
    }),
  )
})
