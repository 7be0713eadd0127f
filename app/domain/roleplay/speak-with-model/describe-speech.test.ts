import { describe, expect, test } from 'vitest'
import { describeSpeech, type Speech } from './describe-speech'

const model: Speech = { by: 'model', replaced: null }
const embedded = (replaced: string | null): Speech => ({ by: 'embedded', replaced })

describe('describeSpeech', () => {
  test.each([
    ['circuit-open', 'away'],
    ['timeout-first-token', 'away'],
    ['rate-limited', 'away'],
    ['budget-talk', 'budget'],
    ['blocked', 'data'],
    ['chosen', 'chosen'],
    ['role-break', 'unusable'],
    ['refusal', 'unusable'],
  ])('the embedded client because of %s: %s', (replaced, note) => {
    expect(describeSpeech(embedded(replaced), model)).toBe(note)
  })

  test('says when the model broke off, not when the rules mended it', () => {
    expect(describeSpeech({ by: 'model', replaced: 'timeout-idle' }, null)).toBe('broke-off')
    expect(describeSpeech({ by: 'model', replaced: 'unsaid' }, null)).toBeNull()
    expect(describeSpeech({ by: 'model', replaced: 'wrong-number' }, null)).toBeNull()
  })

  test('says once that the model is back, after it was away or its budget was used up', () => {
    expect(describeSpeech(model, embedded('connection'))).toBe('back')
    expect(describeSpeech(model, embedded('budget-turn'))).toBe('back')
    expect(describeSpeech(model, embedded('blocked'))).toBeNull()
    expect(describeSpeech(model, model)).toBeNull()
    expect(describeSpeech(model, null)).toBeNull()
  })

  test('a turn of the embedded engine has no note', () => {
    expect(describeSpeech(null, model)).toBeNull()
  })
})
