import { expect, test } from 'vitest'
import { rememberRecent } from './remember-recent'

test('reads a text once while it is kept, and forgets what was asked for longest ago', () => {
  const read: string[] = []
  const length = rememberRecent((text) => {
    read.push(text)
    return { length: text.length }
  }, 2)
  expect(length('a')).toEqual({ length: 1 })
  expect(length('bb')).toEqual({ length: 2 })
  expect(length('a')).toEqual({ length: 1 })
  // The third text puts `bb` out: `a` was asked for later.
  length('ccc')
  length('a')
  expect(read).toEqual(['a', 'bb', 'ccc'])
  length('bb')
  expect(read).toEqual(['a', 'bb', 'ccc', 'bb'])
})

test('a text of more than 500 letters is read each time', () => {
  let count = 0
  const read = rememberRecent((text) => `${text.length} ${++count}`, 5)
  const texts = ['x'.repeat(500), 'x'.repeat(501)]
  expect([...texts, ...texts].map(read)).toEqual(['500 1', '501 2', '500 1', '501 3'])
})

test('an empty reading is kept too', () => {
  let count = 0
  const read = rememberRecent((text) => {
    count++
    return text
  }, 5)
  expect([read(''), read('')]).toEqual(['', ''])
  expect(count).toBe(1)
})
