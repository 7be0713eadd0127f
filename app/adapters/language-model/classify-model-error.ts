import OpenAI from 'openai'
import { ResponseTooLarge, WrongContentType } from './limited-fetch'
import type { Failed, ModelFailure } from './model-result'

/** A failure with how long the server asks to be left alone; null when it does not say. */
export type ClassifiedFailure = Failed & { canRetry: boolean; retryAfterMs: number | null }

function readRetryAfter(headers: Headers | undefined, now: Date): number | null {
  const inMs = Number(headers?.get('retry-after-ms') ?? Number.NaN)
  if (Number.isFinite(inMs)) return Math.max(0, inMs)
  const header = headers?.get('retry-after')
  if (!header) return null
  const seconds = Number(header)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
  const date = Date.parse(header)
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime())
}

function readStatus(status: number): { reason: ModelFailure; canRetry: boolean } {
  if (status === 401 || status === 403) return { reason: 'unauthorised', canRetry: false }
  if (status === 404) return { reason: 'not-found', canRetry: false }
  if (status === 429) return { reason: 'rate-limited', canRetry: true }
  if (status === 408 || status === 409) return { reason: 'server-error', canRetry: true }
  if (status === 501) return { reason: 'bad-request', canRetry: false }
  return status >= 500 ? { reason: 'server-error', canRetry: true } : { reason: 'bad-request', canRetry: false }
}

/**
 * Reads whatever the client library throws. Details name the kind of error and its status, never the body: a server may echo the prompt.
 */
export function classifyModelError(error: unknown, now: Date): ClassifiedFailure {
  const fail = (reason: ModelFailure, detail: string, canRetry = false, retryAfterMs: number | null = null) => ({
    status: 'failed' as const,
    reason,
    detail,
    canRetry,
    retryAfterMs,
  })
  const cause = error instanceof Error ? error.cause : undefined
  for (const each of [error, cause]) {
    if (each instanceof WrongContentType) return fail('bad-content-type', each.message)
    if (each instanceof ResponseTooLarge) return fail('too-large', each.message)
  }
  if (error instanceof OpenAI.APIConnectionError) return fail('connection', describe(cause ?? error), true)
  if (error instanceof OpenAI.APIError && typeof error.status === 'number') {
    const { reason, canRetry } = readStatus(error.status)
    return fail(reason, `HTTP ${error.status}`, canRetry, readRetryAfter(error.headers, now))
  }
  // An error object inside the stream has no status.
  if (error instanceof OpenAI.APIError) return fail('server-error', 'error in the stream', true)
  if (error instanceof SyntaxError) return fail('garbled', 'a piece of the stream is no JSON')
  // A cut socket is a plain TypeError.
  return fail('connection', describe(error), true)
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = (error as NodeJS.ErrnoException).code ?? (error.cause as NodeJS.ErrnoException | undefined)?.code
  return code === undefined ? error.name : `${error.name} ${code}`
}
