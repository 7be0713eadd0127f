import { expect, test } from 'vitest'
import { type BudgetLimits, countTokens, estimateTokens, findExceeded, openBudget } from './token-budget'

const limits: BudgetLimits = { perTurn: 100, perTalk: 150, perUserAndDay: 180, perDay: 200 }
const scope = { turnId: 't1', talkId: 'k1', userId: 'u1' }
const day = '2026-11-01'

test('the narrowest limit answers', () => {
  let state = openBudget(day)
  expect(findExceeded(state, limits, scope, 100, day)).toBeNull()
  expect(findExceeded(state, limits, scope, 101, day)).toBe('turn')
  state = countTokens(state, scope, 90, day)
  expect(findExceeded(state, limits, scope, 11, day)).toBe('turn')
  expect(findExceeded(state, limits, { ...scope, turnId: 't2' }, 61, day)).toBe('talk')
  expect(findExceeded(state, limits, { turnId: 't3', talkId: 'k2', userId: 'u1' }, 91, day)).toBe('user')
  state = countTokens(state, { userId: 'u2' }, 100, day)
  expect(findExceeded(state, limits, { userId: 'u3' }, 11, day)).toBe('day')
  expect(findExceeded(state, limits, { userId: 'u3' }, 10, day)).toBeNull()
})

test('a new day begins at nothing, while a talk goes on', () => {
  const state = countTokens(openBudget(day), scope, 90, day)
  const next = '2026-11-02'
  expect(findExceeded(state, limits, { userId: 'u1' }, 100, next)).toBeNull()
  expect(findExceeded(state, limits, { ...scope, turnId: 't2' }, 61, next)).toBe('talk')
})

test('what was reserved too much is given back', () => {
  const state = countTokens(countTokens(openBudget(day), scope, 90, day), scope, -60, day)
  expect(state).toMatchObject({ turns: { t1: 30 }, talks: { k1: 30 }, users: { u1: 30 }, day: 30 })
})

test('no limit is no limit', () => {
  const none: BudgetLimits = { perTurn: null, perTalk: null, perUserAndDay: null, perDay: null }
  expect(findExceeded(openBudget(day), none, scope, 1e9, day)).toBeNull()
})

test('tokens are estimated on the safe side', () => {
  expect(estimateTokens('保證獲利')).toBe(5)
  expect(estimateTokens('hello world!')).toBe(4)
})
