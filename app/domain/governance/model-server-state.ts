/** How a model server stands, as this process has seen it since its start. */
export type ModelServerState = {
  /** Without path or key. */
  host: string
  breaker: { state: 'closed' | 'open' | 'half-open'; failuresInARow: number; retryAt: Date | null }
  /** How JSON is asked for, found by the first call; by `model kind`. */
  capabilities: Readonly<Record<string, { format: 'json_schema' | 'json_object' | 'plain'; hasExtras: boolean }>>
  /** Tokens of today (UTC) and the limits; null: no limit. */
  budget: {
    date: string
    dayTokens: number
    limits: { perTurn: number | null; perTalk: number | null; perUserAndDay: number | null; perDay: number | null }
  }
}
