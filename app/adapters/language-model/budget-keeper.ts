import type { ModelFailure } from './model-result'
import { type BudgetLimits, type BudgetScope, countTokens, findExceeded, openBudget } from './token-budget'

export type Reserved =
  /** `settle` takes the tokens really used and is called once. */
  { status: 'reserved'; settle(tokens: number): void } | { status: 'refused'; reason: ModelFailure }

/** What was used today (UTC) of what is allowed; what is still running counts as reserved. */
export type BudgetView = { date: string; dayTokens: number; limits: BudgetLimits }

export type BudgetKeeper = { reserve(scope: BudgetScope, tokens: number): Reserved; describe(): BudgetView }

const NO_LIMITS: BudgetLimits = { perTurn: null, perTalk: null, perUserAndDay: null, perDay: null }

/** A reply is counted as this many tokens until it is known. */
const REPLY_TOKENS = 400

/** Keeps the counters of this process; the day is that of UTC. */
export function createBudgetKeeper(given: BudgetLimits | null, clock: { now(): Date }): BudgetKeeper {
  const today = () => clock.now().toISOString().slice(0, 10)
  const limits = given ?? NO_LIMITS
  // What no limit asks about is not kept.
  const narrow = ({ turnId, talkId, userId }: BudgetScope): BudgetScope => ({
    ...(limits.perTurn !== null && turnId !== undefined && { turnId }),
    ...(limits.perTalk !== null && talkId !== undefined && { talkId }),
    ...(limits.perUserAndDay !== null && userId !== undefined && { userId }),
  })
  let state = openBudget(today())
  return {
    reserve(whole, promptTokens) {
      const scope = narrow(whole)
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
    describe() {
      const date = today()
      return { date, dayTokens: state.date === date ? state.day : 0, limits }
    },
  }
}
