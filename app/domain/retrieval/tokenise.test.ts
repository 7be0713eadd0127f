import { expect, test } from 'vitest'
import { tokenise } from './tokenise'

const terms = (text: string) => {
  const found: string[] = []
  tokenise(text, (term) => found.push(term))
  return found
}

test('cuts Han into characters and pairs', () => {
  expect(terms('保險法')).toEqual(['保', '保險', '險', '險法', '法'])
})

test('digits, letters and Han never run into each other', () => {
  expect(terms('法64條3.5%fatca稅')).toEqual(['法', '64', '條', '3.5', 'fatca', '稅'])
  expect(terms('a1')).toEqual(['a', '1'])
  expect(terms('1.')).toEqual(['1'])
})

test('no pair reaches across a mark', () => {
  expect(terms('甲，乙')).toEqual(['甲', '乙'])
  expect(terms('')).toEqual([])
})
