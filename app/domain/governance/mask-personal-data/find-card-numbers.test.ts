import { describe, expect, test } from 'vitest'
import { findCardNumbers, hasValidLuhnSum } from './find-card-numbers'
import { foldText } from './fold-text'

const findValues = (text: string) => findCardNumbers(foldText(text, [])).map((found) => found.value)

describe('hasValidLuhnSum', () => {
  test('79927398713: from the right 3 + 2 + 7 + 7 + 9 + 6 + 7 + 4 + 9 + 9 + 7 = 70', () => {
    expect(hasValidLuhnSum('79927398713')).toBe(true)
    expect(hasValidLuhnSum('79927398710')).toBe(false)
  })
})

describe('findCardNumbers', () => {
  test('needs the issuer’s length: a Visa prefix with 15 digits and a right sum is no card', () => {
    // 400000000000006: from the right 6 + 4 = 10, the fifteenth is not doubled.
    expect(hasValidLuhnSum('400000000000006')).toBe(true)
    expect(findValues('400000000000006')).toEqual([])
  })

  test('needs a known issuer: no scheme begins with 9, whatever the sum', () => {
    expect(hasValidLuhnSum('9111123456789012')).toBe(true)
    expect(findValues('9111123456789012')).toEqual([])
  })

  test('finds a card among other groups of digits, and not inside a longer group', () => {
    expect(findValues('訂單 88 4000 1234 5678 9017 共3件')).toEqual(['4000123456789017'])
    expect(findValues('884000123456789017')).toEqual([])
  })

  test('finds each of many cards in a row', () => {
    expect(findValues('4000 1234 5678 9017 '.repeat(50))).toEqual(Array.from({ length: 50 }, () => '4000123456789017'))
  })
})
