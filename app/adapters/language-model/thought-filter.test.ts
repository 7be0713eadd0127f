import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createThoughtFilter } from './thought-filter'

function filter(pieces: readonly string[]): string {
  const strip = createThoughtFilter()
  return pieces.map((piece) => strip(piece)).join('') + strip('', true)
}

test('a thought at the beginning is taken off, however it is cut', () => {
  const text = '\n<think>他在問什麼？</think>\n\n您好。<think>'
  for (let size = 1; size < text.length; size++) {
    const pieces = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g'))!
    expect(filter(pieces)).toBe('您好。<think>')
  }
})

test('a thought without an end is no reply', () => {
  expect(filter(['<think>想', '了又想'])).toBe('')
})

test('nothing is lost of a reply without a thought', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('<', '<th', 'ink', '好', ' ', '>'), { maxLength: 8 }), (pieces) => {
      const text = pieces.join('')
      if (!text.trimStart().startsWith('<think>')) expect(filter(pieces)).toBe(text)
    }),
  )
})
