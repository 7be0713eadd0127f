import { expect, test } from 'vitest'
import { dropLaw, readGuide, shorten } from './read-guide'

test('a section in its lines, with numbers and labels', () => {
  const section = readGuide({
    passageId: 'g#p2',
    documentId: 'g',
    kind: 'guide',
    title: '處理異議',
    article: null,
    headings: ['1. 四個步驟'],
    text: '1. 接納：先承認。\n2. 釐清：問他。\n可以省略的是第二步。\n「太貴了」：說的是：預算。',
    label: '處理異議 › 1. 四個步驟',
  })
  expect(section?.heading).toBe('四個步驟')
  expect(section?.lines.map(({ number, label, body }) => [number, label, body])).toEqual([
    [1, '接納', '先承認。'],
    [2, '釐清', '問他。'],
    [null, null, '可以省略的是第二步。'],
    [null, '「太貴了」', '說的是：預算。'],
  ])
})

test.each([
  ['先說出他的感受，不要急。後面的不要。', '先說出他的感受，不要急'],
  ['太短。所以要兩句才夠長。第三句。', '太短。所以要兩句才夠長'],
  ['「您最近還好嗎？聽起來很趕。」後面的不要', '「您最近還好嗎？聽起來很趕。」'],
  ['被騙的人最怕被笑。不說「您怎麼會相信」。', '被騙的人最怕被笑。不說「您怎麼會相信」'],
])('%s is shortened to %s', (text, expected) => {
  expect(shorten(text)).toBe(expected)
})

test('the law in brackets is dropped, other brackets stay', () => {
  expect(dropLaw('不能代簽（保險業務員管理規則 §19-1-7），也不行（當然）。')).toBe('不能代簽，也不行（當然）。')
})
