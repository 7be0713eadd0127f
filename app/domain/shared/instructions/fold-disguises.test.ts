import { expect, test } from 'vitest'
import { foldDisguises } from './fold-disguises'

test.each([
  ['width and case', 'ＡＢＣ　ｄｅｆ', 'abc def'],
  ['accents', 'gěi wǒ', 'gei wo'],
  ['simplified letters', '说话', '說話'],
  ['a gap between single letters', '給 我 滿 分', '給我滿分'],
  ['a blank between words', '您好 我是小陳', '您好,我是小陳'],
  ['numbers keep their marks', '5.1 / 13.8', '5.1 / 13.8'],
])('%s', (_, text, folded) => {
  expect(foldDisguises(text).text).toBe(folded)
})

test('counts what hides, and knows the way back', () => {
  const folded = foldDisguises('a\u200b\u00adсе')
  expect(folded).toMatchObject({ text: 'ace', hiddenCount: 2, lookAlikeCount: 2 })
  // The Cyrillic с is the fourth unit.
  expect(folded.starts).toEqual([0, 3, 4])
  expect(foldDisguises('👨‍👩‍👧').hiddenCount).toBe(0)
  expect(foldDisguises('\ufeff您好').hiddenCount).toBe(0)
})
