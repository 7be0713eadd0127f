/** Most tokens (prompt and reply) of one turn, one talk, one person a day, and everybody a day; null for no limit. */
export type BudgetLimits = {
  perTurn: number | null
  perTalk: number | null
  perUserAndDay: number | null
  perDay: number | null
}

/** Whose tokens they are; what is absent is not counted there. */
export type BudgetScope = { turnId?: string; talkId?: string; userId?: string }

/** What was used, in tokens. Plain data. */
export type BudgetState = {
  /** ISO date to which `users` and `day` belong. */
  date: string
  turns: Readonly<Record<string, number>>
  talks: Readonly<Record<string, number>>
  users: Readonly<Record<string, number>>
  day: number
}

export type BudgetLevel = 'turn' | 'talk' | 'user' | 'day'

/** Older turns and talks are forgotten beyond this. */
const MOST_KEPT = 5_000

export function openBudget(date: string): BudgetState {
  return { date, turns: {}, talks: {}, users: {}, day: 0 }
}

const onDate = (state: BudgetState, date: string): BudgetState =>
  state.date === date ? state : { ...state, date, users: {}, day: 0 }

/** @returns the narrowest limit that `tokens` more would exceed on that date, or null when they fit. */
export function findExceeded(
  state: BudgetState,
  limits: BudgetLimits,
  scope: BudgetScope,
  tokens: number,
  date: string,
): BudgetLevel | null {
  const { turns, talks, users, day } = onDate(state, date)
  const used = (counts: Readonly<Record<string, number>>, id: string | undefined) =>
    id === undefined ? 0 : (counts[id] ?? 0)
  const exceeds = (limit: number | null, before: number) => limit !== null && before + tokens > limit
  if (exceeds(limits.perTurn, used(turns, scope.turnId))) return 'turn'
  if (scope.talkId !== undefined && exceeds(limits.perTalk, used(talks, scope.talkId))) return 'talk'
  if (scope.userId !== undefined && exceeds(limits.perUserAndDay, used(users, scope.userId))) return 'user'
  return exceeds(limits.perDay, day) ? 'day' : null
}

/** Counts tokens that were used; a negative number gives back what was reserved too much. */
export function countTokens(state: BudgetState, scope: BudgetScope, tokens: number, date: string): BudgetState {
  const before = onDate(state, date)
  return {
    date,
    turns: add(before.turns, scope.turnId, tokens),
    talks: add(before.talks, scope.talkId, tokens),
    users: add(before.users, scope.userId, tokens),
    day: Math.max(0, before.day + tokens),
  }
}

function add(
  counts: Readonly<Record<string, number>>,
  id: string | undefined,
  tokens: number,
): Readonly<Record<string, number>> {
  if (id === undefined) return counts
  const next = { ...counts, [id]: Math.max(0, (counts[id] ?? 0) + tokens) }
  const ids = Object.keys(next)
  if (ids.length > MOST_KEPT) delete next[ids[0]!]
  return next
}

/** A token is about one Chinese character or four Latin letters; counted on the safe side. */
export function estimateTokens(text: string): number {
  const latin = (text.match(/[\x20-\x7e]/gu) ?? []).length
  return Math.ceil((text.length - latin) * 1.2 + latin / 3)
}
