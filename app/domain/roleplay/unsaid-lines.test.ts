import { describe, expect, test } from 'vitest'
import { plainPersona, plainScenario } from '../../../tests/fixtures/plain-persona'
import { openClientState } from './open-client-state'
import { findUnsaidInOrder, findUnsaidLines, recordReply } from './unsaid-lines'

const persona = plainPersona()
const state = openClientState(persona, plainScenario())

describe('findUnsaidLines', () => {
  const lines = [
    '平常的話。',
    { say: '熟了才說。', when: 'warm' as const },
    { say: '防著你說。', when: 'guarded' as const },
  ]

  test('lines for the present trust come first, those for another are left out', () => {
    expect(findUnsaidLines(lines, new Set(), 60)).toEqual(['熟了才說。', '平常的話。'])
    expect(findUnsaidLines(lines, new Set(), 59)).toEqual(['平常的話。'])
    expect(findUnsaidLines(lines, new Set(), 39)).toEqual(['防著你說。', '平常的話。'])
  })

  test('a line with a sentence said before is gone', () => {
    expect(findUnsaidLines(['我有兩個孩子。都大了。'], new Set(['都大了']), 50)).toEqual([])
  })

  test('a short interjection said before is left out of the line', () => {
    expect(findUnsaidLines(['是喔。我有兩個孩子。'], new Set(['是喔']), 50)).toEqual(['我有兩個孩子。'])
  })
})

test('findUnsaidInOrder gives the first wording not yet said', () => {
  expect(findUnsaidInOrder(['一。', '二。', '三。'], new Set(['一']))).toBe('二。')
  expect(findUnsaidInOrder(['一。'], new Set(['一']))).toBeNull()
})

test('recordReply notes each sentence, one with a filler also without it', () => {
  expect(recordReply(persona, state, '欸，我想想。再說。').saidLines).toEqual(['欸我想想', '我想想', '再說'])
})
