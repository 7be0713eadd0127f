import { expect, test } from 'vitest'
import { decidePhase } from './decide-phase'

test('greetings leave the opening as it is', () => {
  expect(decidePhase('opening', ['opening.greet', 'opening.identify'], false, false)).toBe('opening')
})

test('a question about the client begins discovery', () => {
  expect(decidePhase('opening', [], true, false)).toBe('discovery')
})

test('explaining begins the proposal; the recording notice does not', () => {
  expect(decidePhase('discovery', ['explanation.feature'], false, false)).toBe('proposal')
  expect(decidePhase('discovery', ['disclosure.recording'], false, false)).toBe('discovery')
})

test('an honest answer to the client alone is no proposal', () => {
  expect(decidePhase('discovery', ['disclosure.surrender_loss'], false, true)).toBe('discovery')
  expect(decidePhase('proposal', ['disclosure.surrender_loss'], false, true)).toBe('proposal')
})

test('closing goes back to proposal and to discovery', () => {
  expect(decidePhase('proposal', ['closing.ask'], false, false)).toBe('closing')
  expect(decidePhase('closing', ['disclosure.fee'], false, false)).toBe('proposal')
  expect(decidePhase('closing', ['discovery.goal'], true, false)).toBe('discovery')
})
