import { expect, test } from 'vitest'
import { normaliseText } from './normalise-text'

test('full-width, upper-case and simplified writing compare equal to plain traditional writing', () => {
  expect(normaliseText('保险法第６４條　ＦＡＴＣＡ')).toBe('保險法第64條 fatca')
  expect(normaliseText('解约金')).toBe('解約金')
  expect(normaliseText('要保人')).toBe('要保人')
})
