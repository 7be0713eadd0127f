import { expect, test } from 'vitest'
import { findProvision, formatProvision, splitProvisions } from './split-provisions'

const TEXT = [
  '保險業應訂定制度：',
  '一、了解要保人。',
  '二、不得有下列行為：',
  '（一）誤導。',
  '（二）隱匿。',
  '前項制度應報備。',
].join('\n')

test('splits paragraphs, items and sub-items', () => {
  expect(splitProvisions(TEXT)).toEqual([
    {
      number: 1,
      text: '保險業應訂定制度：',
      items: [
        { number: 1, text: '了解要保人。', subItems: [] },
        {
          number: 2,
          text: '不得有下列行為：',
          subItems: [
            { number: 1, text: '誤導。' },
            { number: 2, text: '隱匿。' },
          ],
        },
      ],
    },
    { number: 2, text: '前項制度應報備。', items: [] },
  ])
})

test('finds a place and says how it is called', () => {
  const paragraphs = splitProvisions(TEXT)
  expect(findProvision(paragraphs, { paragraph: 1, item: 2, subItem: 1 })).toBe('誤導。')
  expect(findProvision(paragraphs, { paragraph: 1, item: 2 })).toBe('不得有下列行為：\n誤導。\n隱匿。')
  expect(findProvision(paragraphs, { paragraph: 2 })).toBe('前項制度應報備。')
  expect(findProvision(paragraphs, { paragraph: 3 })).toBeNull()
  expect(findProvision(paragraphs, { paragraph: 2, item: 1 })).toBeNull()
  expect(formatProvision({ paragraph: 1, item: 2, subItem: 1 })).toBe('第1項第2款第1目')
})

test('an item without a paragraph above it is a paragraph', () => {
  expect(splitProvisions('一、甲。')).toEqual([{ number: 1, text: '一、甲。', items: [] }])
})
