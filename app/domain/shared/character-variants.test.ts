import { expect, test } from 'vitest'
import { CHARACTER_VARIANTS } from './character-variants'

test('maps simplified forms and variants to one traditional character, never on to another', () => {
  expect(CHARACTER_VARIANTS.get('险')).toBe('險')
  expect(CHARACTER_VARIANTS.get('瞒')).toBe('瞞')
  expect(CHARACTER_VARIANTS.get('臺')).toBe('台')
  for (const [from, to] of CHARACTER_VARIANTS) {
    expect([from, to].map((one) => [...one].length)).toEqual([1, 1])
    expect(from).not.toBe(to)
  }
})
