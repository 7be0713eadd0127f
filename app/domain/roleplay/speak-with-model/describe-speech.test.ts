import { describe, expect, test } from 'vitest'
import { describeSpeech } from './describe-speech'

describe('describeSpeech', () => {
  test.each([
    ['circuit-open', 'away'],
    ['timeout-first-token', 'away'],
    ['rate-limited', 'away'],
    ['budget-talk', 'budget'],
    ['blocked', 'data'],
    ['chosen', 'chosen'],
    ['ended', 'chosen'],
    ['role-break', 'unusable'],
    ['refusal', 'unusable'],
  ])('the embedded client because of %s: %s', (replaced, note) => {
    expect(describeSpeech({ by: 'embedded', replaced })).toBe(note)
  })

  test('says when the model broke off, not when the rules mended it', () => {
    expect(describeSpeech({ by: 'model', replaced: 'timeout-idle' })).toBe('broke-off')
    expect(describeSpeech({ by: 'model', replaced: 'unsaid' })).toBeNull()
    expect(describeSpeech({ by: 'model', replaced: 'wrong-number' })).toBeNull()
    expect(describeSpeech({ by: 'model', replaced: null })).toBeNull()
  })
})
