import type { UsageScope } from '../../domain/governance/model-usage'

/** Most tokens (prompt and reply) of one turn, one talk, one person a day, and everybody a day; null for no limit. */
export type BudgetLimits = {
  perTurn: number | null
  perTalk: number | null
  perUserAndDay: number | null
  perDay: number | null
}

/** Whose tokens they are; what is absent is not counted there. */
export type BudgetScope = { turnId?: string; talkId?: string; userId?: string }

export type BudgetLevel = 'turn' | 'talk' | 'user' | 'day'

/** One limit that a call has to keep within. */
export type BudgetCheck = { level: BudgetLevel; scope: UsageScope; limit: number }

/** @returns the limits that are set for a call of this scope, narrowest first. */
export function listChecks(limits: BudgetLimits, { turnId, talkId, userId }: BudgetScope): BudgetCheck[] {
  const check = (level: BudgetLevel, kind: UsageScope['kind'], id: string | undefined, limit: number | null) =>
    limit === null || id === undefined ? [] : [{ level, scope: { kind, id }, limit }]
  return [
    ...check('turn', 'turn', turnId, limits.perTurn),
    ...check('talk', 'talk', talkId, limits.perTalk),
    ...check('user', 'person', userId, limits.perUserAndDay),
    ...check('day', 'day', '', limits.perDay),
  ]
}

/**
 * @param used of each check, with what is reserved.
 * @returns the narrowest limit that `tokens` more would exceed, or null when they fit.
 */
export function findExceeded(
  checks: readonly BudgetCheck[],
  used: readonly number[],
  tokens: number,
): BudgetLevel | null {
  return checks.find(({ limit }, i) => (used[i] ?? 0) + tokens > limit)?.level ?? null
}

/** A token is about one Chinese character or four Latin letters; counted on the safe side. */
export function estimateTokens(text: string): number {
  const latin = (text.match(/[\x20-\x7e]/gu) ?? []).length
  return Math.ceil((text.length - latin) * 1.2 + latin / 3)
}
