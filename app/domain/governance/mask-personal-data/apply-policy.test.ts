import { describe, expect, test } from 'vitest'
import { applyPolicy } from './apply-policy'
import { EMPTY_MASK_MEMORY } from './mask-memory'

const input = {
  text: '我是A123456789，0912345678和０９１２３４５６７８都是我',
  memory: EMPTY_MASK_MEMORY,
  turnIndex: 3,
}
const found = [
  { kind: 'national-id', count: 1 },
  { kind: 'phone', count: 2 },
]

describe('applyPolicy', () => {
  test('masks, and its memory turns the text back', () => {
    const outcome = applyPolicy('mask', input)
    expect(outcome).toMatchObject({
      status: 'sendable',
      text: '我是⟦身分證1⟧，⟦電話1⟧和⟦電話1-2⟧都是我',
      log: { turnIndex: 3, action: 'masked', found },
    })
  })

  test('blocks: no text leaves and nothing is remembered', () => {
    const outcome = applyPolicy('block', input)
    expect(outcome).toEqual({
      status: 'blocked',
      memory: EMPTY_MASK_MEMORY,
      log: { turnIndex: 3, action: 'blocked', found },
    })
  })

  test('allows, and still says what left', () => {
    expect(applyPolicy('allow', input)).toEqual({
      status: 'sendable',
      text: input.text,
      memory: EMPTY_MASK_MEMORY,
      log: { turnIndex: 3, action: 'allowed', found },
    })
  })

  test.each(['mask', 'block', 'allow'] as const)('%s lets a clean text through and logs nothing', (policy) => {
    const clean = { text: '保費一年36,000元，客服0800-012-345', memory: EMPTY_MASK_MEMORY, turnIndex: null }
    expect(applyPolicy(policy, clean)).toEqual({
      status: 'sendable',
      text: clean.text,
      memory: EMPTY_MASK_MEMORY,
      log: null,
    })
  })

  test.each(['mask', 'block', 'allow'] as const)('the log of %s holds no piece of the value', (policy) => {
    const log = JSON.stringify(applyPolicy(policy, input).log)
    // Longest run of digits in a record is the turn or a count.
    expect(log).not.toMatch(/\d{2}|[０-９]|A1/)
  })

  test('leaves public contacts alone under every policy', () => {
    const text = '公司總機02-8765-4321'
    const options = { publicContacts: ['0287654321'] }
    expect(applyPolicy('block', { ...input, text }, options)).toMatchObject({ status: 'sendable', text, log: null })
  })
})
