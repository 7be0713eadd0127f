import { expect, test } from 'vitest'
import { isSameOrigin } from './same-origin'

const post = (headers: Record<string, string>, method = 'POST') =>
  isSameOrigin(new Request('http://app.test/turns', { method, headers: { host: 'app.test', ...headers } }))

test.each([
  ['our own page', { 'sec-fetch-site': 'same-origin' }, true],
  ['typed address', { 'sec-fetch-site': 'none' }, true],
  ['another site', { 'sec-fetch-site': 'cross-site' }, false],
  ['a sibling domain', { 'sec-fetch-site': 'same-site' }, false],
  ['old browser, our origin', { origin: 'http://app.test' }, true],
  ['old browser, another origin', { origin: 'http://evil.test' }, false],
  ['old browser, opaque origin', { origin: 'null' }, false],
  ['no browser at all', {}, true],
])('%s', (_name, headers, expected) => {
  expect(post(headers)).toBe(expected)
})

test('reading is never refused', () => {
  expect(post({ 'sec-fetch-site': 'cross-site' }, 'GET')).toBe(true)
})
