/** How one model stands for one kind of reply, as this process has seen it since its start. */
export type ModelChannelState = {
  model: string
  kind: 'text' | 'json'
  breaker: { state: 'closed' | 'open' | 'half-open'; failuresInARow: number; retryAt: Date | null }
  /** How it is asked, found by the first call that succeeded; null before it. */
  rung: { format: 'json_schema' | 'json_object' | 'plain'; hasSampling: boolean; hasSystem: boolean } | null
}

export type ModelServerState = {
  /** Without path or key. */
  host: string
  channels: ModelChannelState[]
  /** In tokens; null: no limit. */
  limits: { perTurn: number | null; perTalk: number | null; perUserAndDay: number | null; perDay: number | null }
}
