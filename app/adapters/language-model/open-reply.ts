import type OpenAI from 'openai'
import type { CapabilityLadder, Rung } from './capability-ladder'
import { isServerFailure } from './model-result'
import type { ModelServerSettings } from './model-settings'
import { openStream, type ReplyPiece, type StreamInput } from './open-stream'
import { waitFor } from './wait-for'

export type Caller = {
  settings: ModelServerSettings
  openai: OpenAI
  ladder: CapabilityLadder
  clock: { now(): Date }
  random: () => number
}

export type ReplyInput = Pick<StreamInput, 'model' | 'messages' | 'ask' | 'temperature' | 'timeouts'> & {
  kind: 'text' | 'json'
  /** Called for each request that goes out. */
  onTry: () => void
}

/**
 * One reply with the tries it takes: steps down the ladder while the server refuses the request as such, and retries what may pass.
 *
 * @returns pieces of text, then exactly one `end` or `failed`.
 * @throws only the caller's abort.
 */
export async function* openReply(
  caller: Caller,
  input: ReplyInput,
  signal: AbortSignal | undefined,
): AsyncGenerator<ReplyPiece, void, void> {
  const rungs = caller.ladder.list(input.model, input.kind)
  let hasSpoken = false
  for (const [i, rung] of rungs.entries()) {
    for await (const piece of tryAgain(caller, input, rung, signal)) {
      hasSpoken ||= piece.kind === 'text'
      // What was said would be said again.
      const isLast = hasSpoken || i === rungs.length - 1
      if (!isLast && isRefused(piece)) break
      noteRung(caller, input, rung, piece)
      yield piece
      if (piece.kind !== 'text') return
    }
  }
}

function noteRung({ ladder }: Caller, { model, kind }: ReplyInput, rung: Rung, piece: ReplyPiece): void {
  if (isRefused(piece)) ladder.forget(model, kind)
  else if (hasTaken(piece)) ladder.note(model, kind, rung)
}

const isRefused = (piece: ReplyPiece) => piece.kind === 'failed' && piece.reason === 'bad-request'

/** Whether the piece, no refusal, shows that the server takes such requests. */
function hasTaken(piece: ReplyPiece): boolean {
  return piece.kind !== 'failed' || !isServerFailure(piece.reason)
}

/** Retries with growing waits, as long as no word has come. */
async function* tryAgain(
  caller: Caller,
  input: ReplyInput,
  rung: Rung,
  signal: AbortSignal | undefined,
): AsyncGenerator<ReplyPiece, void, void> {
  const { settings, clock } = caller
  for (let retry = 0; ; retry++) {
    input.onTry()
    let hasSpoken = false
    let waitMs: number | null = null
    const tried = { ...input, rung, clock, most: settings.maxReplyCharacters }
    for await (const piece of openStream(caller.openai, tried, signal)) {
      hasSpoken ||= piece.kind === 'text'
      waitMs = hasSpoken ? null : findWait(caller, retry, piece)
      if (waitMs !== null) break
      yield piece
      if (piece.kind !== 'text') return
    }
    if (waitMs === null) return
    await waitFor(waitMs, signal)
  }
}

/** @returns the milliseconds to wait before another try; null when there is none, or the server asks for more than a talk can wait. */
function findWait({ settings, random }: Caller, retry: number, piece: ReplyPiece): number | null {
  if (piece.kind !== 'failed' || !piece.canRetry || retry >= settings.maxRetries) return null
  if (piece.retryAfterMs !== null) return piece.retryAfterMs <= settings.retryMostMs ? piece.retryAfterMs : null
  return Math.min(settings.retryMostMs, settings.retryBaseMs * 2 ** retry * (0.75 + random() * 0.5))
}
