import type { TurnOrder } from '~/domain/ports'

/** A piece of other work takes about one: while words are waited for it gets this part of the time. */
const PAUSE_MS = 5

/**
 * Puts the turns of one process in order: one piece of other work for each round of the event loop, so that whatever came in meanwhile
 * goes before the next piece; while anybody waits for words only now and then a piece, so that it never stands still.
 */
export function createTurnOrder(pauseMs = PAUSE_MS): TurnOrder {
  const queue: (() => void)[] = []
  let waitedFor = 0
  let cancel: (() => void) | null = null

  const next = () => {
    cancel = null
    queue.shift()?.()
    plan()
  }
  const plan = () => {
    if (cancel !== null || queue.length === 0) return
    if (waitedFor === 0) {
      const immediate = setImmediate(next)
      cancel = () => clearImmediate(immediate)
      return
    }
    const timer = setTimeout(next, pauseMs)
    cancel = () => clearTimeout(timer)
  }
  return {
    awaitWords() {
      let isWaitedFor = true
      waitedFor++
      return () => {
        if (!isWaitedFor) return
        isWaitedFor = false
        waitedFor--
        if (waitedFor > 0 || cancel === null) return
        cancel()
        cancel = null
        plan()
      }
    },
    giveWay: () =>
      new Promise((resolve) => {
        queue.push(resolve)
        plan()
      }),
  }
}
