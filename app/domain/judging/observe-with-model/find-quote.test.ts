import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findQuote } from './find-quote'

test('finds the exact words', () => {
  expect(findQuote('您好，我是安禾人壽的小陳。', '我是安禾人壽')).toEqual({ quote: '我是安禾人壽', start: 3, end: 9 })
})

test('looks past width, blanks, case, marks and variants, and quotes the words as typed', () => {
  const text = '宣告利率是 ３.６％，不 保 證。這檔ＥＴＦ在台北賣。'
  expect(findQuote(text, '宣告利率是3.6%,不保證')?.quote).toBe('宣告利率是 ３.６％，不 保 證')
  expect(findQuote(text, '「這檔etf在臺北賣」')?.quote).toBe('這檔ＥＴＦ在台北賣')
})

test('does not find what is not there, nor what shows nothing', () => {
  expect(findQuote('您好', '您好嗎')).toBeNull()
  expect(findQuote('您好', '，。')).toBeNull()
  expect(findQuote('您好', '好')).toBeNull()
  expect(findQuote('', '您好')).toBeNull()
})

test('finds a later place of the same words', () => {
  expect(findQuote('好的，好的', '好的', 1)).toEqual({ quote: '好的', start: 3, end: 5 })
})

test('whatever is found is an exact substring at its span', () => {
  const text = fc.string({
    unit: fc.constantFrom('保', '證', '利', ' ', '　', '３', '3', '，', ',', 'Ａ', 'a', '臺', '台', '\u200b', '😀'),
  })
  fc.assert(
    fc.property(text, text, fc.nat(5), (words, quote, from) => {
      const found = findQuote(words, quote, from)
      if (found) expect(words.slice(found.start, found.end)).toBe(found.quote)
    }),
  )
  fc.assert(
    fc.property(text, fc.nat(20), fc.nat(20), (words, a, b) => {
      const quote = [...words].slice(Math.min(a, b), Math.max(a, b)).join('')
      const letters = quote.match(/[\p{L}\p{N}]/gu) ?? []
      if (letters.length >= 2) expect(findQuote(words, quote)).not.toBeNull()
    }),
  )
})
