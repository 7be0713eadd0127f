/** Why a call to a model gave nothing usable. Stable: stored, counted and shown (translated) to people. */
export const MODEL_FAILURES = [
  'timeout-first-token',
  'timeout-idle',
  'timeout-total',
  'connection',
  'rate-limited',
  'server-error',
  'unauthorised',
  'not-found',
  'bad-request',
  'bad-content-type',
  'garbled',
  'no-finish',
  'too-long',
  'too-large',
  'refusal',
  'content-filter',
  'empty',
  'not-json',
  'wrong-shape',
  'circuit-open',
  'budget-turn',
  'budget-talk',
  'budget-user',
  'budget-day',
  'blocked',
] as const
export type ModelFailure = (typeof MODEL_FAILURES)[number]

/** Tokens; `isEstimate` when the server did not count them. */
export type TokenUsage = { prompt: number; completion: number; isEstimate: boolean }

export type Failed = {
  status: 'failed'
  reason: ModelFailure
  /** For people who debug; never holds words of a talk. */
  detail: string
}

/** The signs of an ill server; the others tell of one reply or one request. */
const SERVER_FAILURES: ReadonlySet<ModelFailure> = new Set([
  'timeout-first-token',
  'timeout-idle',
  'timeout-total',
  'connection',
  'rate-limited',
  'server-error',
  'unauthorised',
  'not-found',
  'bad-content-type',
  'garbled',
  'no-finish',
  'too-large',
])

export function isServerFailure(reason: ModelFailure): boolean {
  return SERVER_FAILURES.has(reason)
}
