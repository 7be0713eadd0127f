import { expect, test } from 'vitest'
import { isSendKey } from './is-send-key'

const enter = { key: 'Enter', shiftKey: false, isComposing: false, keyCode: 13 }

test('Enter sends, Shift+Enter and other keys do not', () => {
  expect(isSendKey(enter)).toBe(true)
  expect(isSendKey({ ...enter, shiftKey: true })).toBe(false)
  expect(isSendKey({ ...enter, key: 'a', keyCode: 65 })).toBe(false)
})

test('an Enter that picks a word of an input method never sends', () => {
  expect(isSendKey({ ...enter, isComposing: true })).toBe(false)
  // Safari: composition has just ended, the key still belongs to the input method.
  expect(isSendKey({ ...enter, keyCode: 229 })).toBe(false)
})
