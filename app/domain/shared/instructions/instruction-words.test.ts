import { expect, test } from 'vitest'
import { INSTRUCTION_WORDS } from './instruction-words'

test('every word has one kind', () => {
  const words = Object.values(INSTRUCTION_WORDS).flatMap((list) => list.split(' '))
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([])
  expect(words).not.toContain('')
})
