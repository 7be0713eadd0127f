import type { UsageCount, UsagePurpose } from '../../domain/governance/model-usage'
import { toLocalDate } from '../../domain/shared/to-local-date'
import type { ModelFailure, TokenUsage } from './model-result'
import { type BudgetCheck, type BudgetLimits, type BudgetScope, findExceeded, listChecks } from './token-budget'
import type { UsageBook } from './usage-book'

export type Reserved =
  /** `settle` takes the tokens really used and is called once. */
  | { status: 'reserved'; settle(used: Pick<TokenUsage, 'prompt' | 'completion'>): void }
  | { status: 'refused'; reason: ModelFailure }

export type BudgetKeeper = {
  reserve(scope: BudgetScope, purpose: UsagePurpose, promptTokens: number): Promise<Reserved>
  limits: BudgetLimits
}

const NO_LIMITS: BudgetLimits = { perTurn: null, perTalk: null, perUserAndDay: null, perDay: null }

/** A reply is counted as this many tokens until it is known. */
const REPLY_TOKENS = 400

/**
 * Lets a call through while it fits into every budget that is set; what runs is reserved.
 *
 * How far a budget can be exceeded: in one process, by what the calls that run turn out to be longer than their estimate (`REPLY_TOKENS` for a reply);
 * with others on the same database, also by what each of them has running and has used in the last moments (see `createUsageBook`).
 */
export function createBudgetKeeper(
  given: BudgetLimits | null,
  { book, clock }: { book: UsageBook; clock: { now(): Date } },
): BudgetKeeper {
  const limits = given ?? NO_LIMITS
  const reserved = new Map<string, number>()
  const keyOf = ({ scope }: BudgetCheck) => `${scope.kind} ${scope.id}`
  const change = (checks: readonly BudgetCheck[], tokens: number) => {
    for (const check of checks) {
      const left = (reserved.get(keyOf(check)) ?? 0) + tokens
      if (left > 0) reserved.set(keyOf(check), left)
      else reserved.delete(keyOf(check))
    }
  }
  return {
    limits,
    async reserve(scope, purpose, promptTokens) {
      const checks = listChecks(limits, scope)
      const tokens = promptTokens + REPLY_TOKENS
      if (checks.length > 0) {
        const used = await book.readTokens(checks.map((check) => check.scope))
        // From here to the reservation nothing waits: calls at once see each other.
        const withRunning = checks.map((check, i) => (used[i] ?? 0) + (reserved.get(keyOf(check)) ?? 0))
        const exceeded = findExceeded(checks, withRunning, tokens)
        if (exceeded !== null) return { status: 'refused', reason: `budget-${exceeded}` }
        change(checks, tokens)
      }
      return {
        status: 'reserved',
        settle(spent) {
          change(checks, -tokens)
          book.note(countForBudgets(checks, purpose, spent, toLocalDate(clock.now())))
        },
      }
    },
  }
}

/** The day has its own count, by model and outcome. */
function countForBudgets(
  checks: readonly BudgetCheck[],
  purpose: UsagePurpose,
  spent: Pick<TokenUsage, 'prompt' | 'completion'>,
  localDate: string,
): UsageCount[] {
  if (spent.prompt + spent.completion === 0) return []
  return checks
    .filter(({ scope }) => scope.kind !== 'day')
    .map(({ scope }) => ({
      localDate,
      scopeKind: scope.kind,
      scopeId: scope.id,
      purpose,
      model: '',
      outcome: '',
      calls: 1,
      promptTokens: spent.prompt,
      completionTokens: spent.completion,
      firstWordMs: 0,
      firstWords: 0,
    }))
}
