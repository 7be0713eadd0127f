export type ModelTimeouts = {
  /** From the request to the first word or thought. */
  firstTokenMs: number
  /** Between two pieces. */
  idleMs: number
  /** For the whole reply, retries not counted. */
  totalMs: number
}

export type BreakerSettings = {
  /** Failures in a row after which the server is left alone. */
  failures: number
  /** How long, before one call tries again; doubles with each failed try. */
  openMs: number
  openMostMs: number
}

export type ModelServerSettings = {
  /** Ends with the version, e.g. `http://127.0.0.1:11434/v1`. */
  baseUrl: string
  /** Many local servers take any. */
  apiKey: string
  timeouts: ModelTimeouts
  /** Tries after the first, for what may pass: no connection, 408, 409, 429, 5xx, no first token. */
  maxRetries: number
  retryBaseMs: number
  /** A server that asks for a longer wait is not waited for. */
  retryMostMs: number
  /** Letters of one reply. */
  maxReplyCharacters: number
  /** Bytes of one response with all that is around the words. */
  maxResponseBytes: number
  breaker: BreakerSettings
}

export const DEFAULT_MODEL_SETTINGS: Omit<ModelServerSettings, 'baseUrl' | 'apiKey'> = {
  timeouts: { firstTokenMs: 8_000, idleMs: 5_000, totalMs: 40_000 },
  maxRetries: 1,
  retryBaseMs: 300,
  retryMostMs: 4_000,
  maxReplyCharacters: 20_000,
  maxResponseBytes: 8 * 1024 * 1024,
  breaker: { failures: 4, openMs: 15_000, openMostMs: 240_000 },
}
