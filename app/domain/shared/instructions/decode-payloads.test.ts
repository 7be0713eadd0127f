import { describe, expect, test } from 'vitest'
import { decodePayloads, readDigitLetters, turnThirteen } from './decode-payloads'

describe('decodePayloads', () => {
  test('finds the stretch and what it says', () => {
    // "pass me" in base64, which begins at the third letter.
    expect(decodePayloads('序號cGFzcyBtZQ==。')).toEqual([{ start: 2, end: 14, decoded: 'pass me', isSure: true }])
  })

  test.each([
    ['an order number', '保單號碼 AHL2024001234'],
    ['an address', 'https://www.anho.example/terms/2025'],
    ['a number', '0912345678'],
  ])('%s is no message', (_, text) => {
    expect(decodePayloads(text)).toEqual([])
  })
})

test('turnThirteen is its own way back', () => {
  expect(turnThirteen('pass me')).toBe('cnff zr')
  expect(turnThirteen('cnff zr')).toBe('pass me')
})

test('readDigitLetters leaves numbers and units alone', () => {
  expect(readDigitLetters('1gn0re ru1es', 'i')).toBe('ignore ruies')
  expect(readDigitLetters('0050 usd100 30k', 'i')).toBeNull()
})
