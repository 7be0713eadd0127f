import { expect, test } from 'vitest'
import { deriveMood } from './derive-mood'

const calm = { trust: 50, interest: 40, patience: 60, mood: 'neutral' as const, worries: [] }
const openWorry = {
  worryId: 'w',
  status: 'open' as const,
  raisedAtTurn: 1,
  lastVoicedAtTurn: 1,
  lastSpokenOfAtTurn: 1,
  timesVoiced: 1,
  seen: [],
}

test.each([
  ['neutral', calm],
  ['warm', { ...calm, trust: 62 }],
  ['curious', { ...calm, interest: 52 }],
  ['worried', { ...calm, worries: [openWorry] }],
  ['annoyed', { ...calm, patience: 29 }],
  ['closed', { ...calm, patience: 11 }],
  ['closed', { ...calm, trust: 14 }],
] as const)('%s', (mood, state) => {
  expect(deriveMood({ ...state, worries: [...state.worries] })).toBe(mood)
})

test('a mood holds four points past its threshold', () => {
  expect(deriveMood({ ...calm, mood: 'warm', trust: 59 })).toBe('warm')
  expect(deriveMood({ ...calm, mood: 'warm', trust: 57 })).toBe('neutral')
  expect(deriveMood({ ...calm, mood: 'annoyed', patience: 33 })).toBe('annoyed')
  expect(deriveMood({ ...calm, mood: 'annoyed', patience: 34 })).toBe('neutral')
})
