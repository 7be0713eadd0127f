import type { ModelFailure } from './model-result'
import { type BudgetLimits, type BudgetScope, countTokens, findExceeded, openBudget } from './token-budget'

export type Reserved =
  /** `settle` takes the tokens really used and is called once. */
  { status: 'reserved'; settle(tokens: number): void } | { status: 'refused'; reason: ModelFailure }

export type BudgetKeeper = { reserve(scope: BudgetScope, tokens: number): Reserved }

/** A reply is counted as this many tokens until it is known. */
const REPLY_TOKENS = 400

/** Keeps the counters of this process; the day is that of UTC. `limits` null: nothing is counted. */
export function createBudgetKeeper(limits: BudgetLimits | null, clock: { now(): Date }): BudgetKeeper {
  const today = () => clock.now().toISOString().slice(0, 10)
  if (limits === null) return { reserve: () => ({ status: 'reserved', settle: () => {} }) }
  let state = openBudget(today())
  return {
    reserve(scope, promptTokens) {
      const tokens = promptTokens + REPLY_TOKENS
      const exceeded = findExceeded(state, limits, scope, tokens, today())
      if (exceeded !== null) return { status: 'refused', reason: `budget-${exceeded}` }
      state = countTokens(state, scope, tokens, today())
      return {
        status: 'reserved',
        settle(used) {
          state = countTokens(state, scope, used - tokens, today())
        },
      }
    },
  }
}
