import type { BreakerSettings } from './model-settings'

type Clock = { now(): Date }
export type BreakerState = 'closed' | 'open' | 'half-open'

/** What a call holds while it runs; exactly one of the three is called, once. */
export type Permit = {
  succeed(): void
  fail(): void
  /** The caller left or the call says nothing about the server. */
  leave(): void
}

export type CircuitBreaker = {
  /** @returns null while the server is left alone. */
  enter(): Permit | null
  describe(): { state: BreakerState; failuresInARow: number; retryAt: Date | null }
}

/**
 * Leaves a failing server alone for a while: opens after so many failures in a row, then lets one call at a time try, closes when it
 * succeeds and waits twice as long when it fails. Comes back by itself.
 */
export function createCircuitBreaker(settings: BreakerSettings, clock: Clock): CircuitBreaker {
  let failuresInARow = 0
  let opened: { at: number; forMs: number } | null = null
  let isProbing = false

  const findState = (): BreakerState => {
    if (opened === null) return 'closed'
    return isProbing || clock.now().getTime() >= opened.at + opened.forMs ? 'half-open' : 'open'
  }
  const open = (forMs: number) => {
    opened = { at: clock.now().getTime(), forMs: Math.min(forMs, settings.openMostMs) }
  }

  function createPermit(isProbe: boolean): Permit {
    let isUsed = false
    const use = (act: () => void) => () => {
      if (isUsed) return
      isUsed = true
      if (isProbe) isProbing = false
      act()
    }
    return {
      succeed: use(() => {
        failuresInARow = 0
        opened = null
      }),
      fail: use(() => {
        failuresInARow++
        if (isProbe) open((opened?.forMs ?? settings.openMs) * 2)
        else if (opened === null && failuresInARow >= settings.failures) open(settings.openMs)
      }),
      leave: use(() => {}),
    }
  }

  return {
    enter() {
      const state = findState()
      if (state === 'closed') return createPermit(false)
      if (state === 'open' || isProbing) return null
      isProbing = true
      return createPermit(true)
    },
    describe: () => ({
      state: findState(),
      failuresInARow,
      retryAt: opened === null ? null : new Date(opened.at + opened.forMs),
    }),
  }
}
