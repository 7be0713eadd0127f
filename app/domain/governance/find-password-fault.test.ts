import { expect, test } from 'vitest'
import { findPasswordFault } from './find-password-fault'

test.each([
  [0, 'too-short'],
  [11, 'too-short'],
  [12, null],
  [200, null],
  [201, 'too-long'],
])('%i characters: %s', (length, fault) => {
  expect(findPasswordFault('x'.repeat(length))).toBe(fault)
})

test('blanks count, Chinese too', () => {
  expect(findPasswordFault('大 安 森 林 公 園 ')).toBeNull()
})
