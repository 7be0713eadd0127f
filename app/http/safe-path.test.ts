import { expect, test } from 'vitest'
import { safePath } from './safe-path'

test.each([
  ['/talks/1?x=2', '/talks/1?x=2'],
  [null, '/'],
  ['//evil.example', '/'],
  ['https://evil.example', '/'],
  ['/\\evil.example', '/'],
  ['javascript:alert(1)', '/'],
])('%s leads to %s', (wanted, path) => {
  expect(safePath(wanted)).toBe(path)
})
