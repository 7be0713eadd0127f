import { expect, test } from 'vitest'
import { toneOfItem, toneOfTurn } from './tone-of-score'

test('a line is good, weak or a breach by what it is, not only by its sign', () => {
  expect(toneOfItem({ code: 'listening.empathy', points: 18 })).toBe('good')
  expect(toneOfItem({ code: 'listening.ignore', points: -20 })).toBe('weak')
  expect(toneOfItem({ code: 'violation.rebate', points: 0 })).toBe('breach')
  expect(toneOfItem({ code: 'cap.major', points: -40 })).toBe('breach')
  expect(toneOfItem({ code: 'cap.fault', points: -10 })).toBe('weak')
})

test('a turn is weak below 50, and a breach whatever it scored', () => {
  expect(toneOfTurn(50, [])).toBe('good')
  expect(toneOfTurn(49, [])).toBe('weak')
  expect(toneOfTurn(60, [{ code: 'violation.disparage', points: -10 }])).toBe('breach')
})
