import type { ModelFailure } from './model-result'
import type { ModelTimeouts } from './model-settings'

export type StreamWatch = {
  /** For the request: aborts when the caller leaves or a time is over. */
  signal: AbortSignal
  /** A piece has come. */
  beat(): void
  /** Which time was over; null when none was. */
  findTimeout(): ModelFailure | null
  /** Ends the request and all timers. */
  stop(): void
}

/** Watches one streamed reply: the library's own `timeout` ends with the headers and does not see a stream that stalls. */
export function watchStream(timeouts: ModelTimeouts, caller: AbortSignal | undefined): StreamWatch {
  const controller = new AbortController()
  let timeout: ModelFailure | null = null
  const expire = (reason: ModelFailure) => () => {
    timeout ??= reason
    controller.abort()
  }
  const leave = () => controller.abort()
  caller?.addEventListener('abort', leave, { once: true })
  if (caller?.aborted) controller.abort()
  const total = setTimeout(expire('timeout-total'), timeouts.totalMs)
  const first = setTimeout(expire('timeout-first-token'), timeouts.firstTokenMs)
  let idle: NodeJS.Timeout | null = null
  return {
    signal: controller.signal,
    beat() {
      if (idle !== null) return void idle.refresh()
      clearTimeout(first)
      idle = setTimeout(expire('timeout-idle'), timeouts.idleMs)
    },
    findTimeout: () => timeout,
    stop() {
      clearTimeout(total)
      clearTimeout(first)
      clearTimeout(idle ?? undefined)
      caller?.removeEventListener('abort', leave)
      controller.abort()
    },
  }
}
