import { expect, test } from 'vitest'
import { type BudgetLimits, estimateTokens, findExceeded, listChecks } from './token-budget'

const limits: BudgetLimits = { perTurn: 100, perTalk: 150, perUserAndDay: 180, perDay: 200 }
const scope = { turnId: 't1', talkId: 'k1', userId: 'u1' }

test('the limits of a call, narrowest first', () => {
  expect(listChecks(limits, scope).map((check) => check.scope)).toEqual([
    { kind: 'turn', id: 't1' },
    { kind: 'talk', id: 'k1' },
    { kind: 'person', id: 'u1' },
    { kind: 'day', id: '' },
  ])
  expect(listChecks(limits, { userId: 'u1' }).map((check) => check.level)).toEqual(['user', 'day'])
  expect(listChecks({ perTurn: null, perTalk: null, perUserAndDay: null, perDay: null }, scope)).toEqual([])
})

test('the narrowest limit answers', () => {
  const checks = listChecks(limits, scope)
  expect(findExceeded(checks, [0, 0, 0, 0], 100)).toBeNull()
  expect(findExceeded(checks, [0, 0, 0, 0], 101)).toBe('turn')
  expect(findExceeded(checks, [0, 90, 90, 90], 61)).toBe('talk')
  expect(findExceeded(checks, [0, 0, 90, 0], 91)).toBe('user')
  expect(findExceeded(checks, [0, 0, 0, 190], 11)).toBe('day')
  expect(findExceeded(checks, [0, 0, 0, 190], 10)).toBeNull()
})

test('tokens are estimated on the safe side', () => {
  expect(estimateTokens('保證獲利')).toBe(5)
  expect(estimateTokens('hello world!')).toBe(4)
})
