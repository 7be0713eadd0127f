import { useCallback, useEffect, useReducer, useRef } from 'react'
import { keepDraft } from '../ui/kept-draft'
import { keepPendingTurn, readPendingTurn } from './pending-turn'
import { type SentTurn, sendTurn, TurnInterrupted, TurnRefused } from './send-turn'
import {
  type ReduceOptions,
  reduceTalkPage,
  type StopReason,
  type TalkPageEvent,
  type TalkPageState,
} from './talk-page-state'

const RETRY_DELAYS_MS = [500, 1_500, 4_000, 8_000]
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Statuses that another try can mend: too many requests, and a server that is just being restarted. */
const canTryAgain = (error: unknown) => !(error instanceof TurnRefused) || error.status === 429 || error.status >= 500

const STOPS: Readonly<Record<number, StopReason>> = { 401: 'signed-out', 409: 'moved-on' }

const findStop = (error: unknown) => (error instanceof TurnRefused ? STOPS[error.status] : undefined)

async function deliver(
  roleplayId: string,
  turn: SentTurn,
  dispatch: (event: TalkPageEvent) => void,
  left: AbortSignal,
): Promise<void> {
  const { turnId } = turn
  let lastEventId: string | null = null
  for (let tries = 0; ; tries++) {
    try {
      for await (const event of sendTurn(roleplayId, turn, lastEventId, left)) {
        lastEventId = event.id ?? lastEventId
        keepPendingTurn(roleplayId, null)
        dispatch({ kind: 'server', turnId, event })
      }
      return
    } catch (error) {
      if (left.aborted) return
      const reason = findStop(error)
      if (reason) {
        // What was said goes back into the box: the page shows it again once it has been read anew.
        keepPendingTurn(roleplayId, null)
        keepDraft(roleplayId, turn.text)
        dispatch({ kind: 'stop', turnId, reason })
        return
      }
      if (!canTryAgain(error)) keepPendingTurn(roleplayId, null)
      if (!canTryAgain(error) || tries >= RETRY_DELAYS_MS.length) {
        dispatch({ kind: 'fail', turnId, isOffline: !(error instanceof TurnRefused) })
        return
      }
      // What a model said live is said anew by another try: pieces of two tries must not be mixed.
      if (error instanceof TurnInterrupted || lastEventId?.startsWith('live-')) {
        lastEventId = null
        dispatch({ kind: 'send', turn })
      }
      dispatch({ kind: 'resume', turnId })
      await wait(RETRY_DELAYS_MS[tries]!)
    }
  }
}

/** The talk as the page shows it: sends turns, follows their answers, tries again when the line breaks. */
export function useTalk(roleplayId: string, initial: TalkPageState, accepted: SentTurn | null, options: ReduceOptions) {
  const optionsRef = useRef(options)
  optionsRef.current = options
  const [state, dispatch] = useReducer(
    (before: TalkPageState, event: TalkPageEvent) => reduceTalkPage(before, event, optionsRef.current),
    initial,
    // What was accepted stands on the page from the start.
    (first) => (accepted ? reduceTalkPage(first, { kind: 'send', turn: accepted }, options) : first),
  )
  const inFlight = useRef<AbortController | null>(null)
  const send = useCallback(
    (turn: SentTurn) => {
      keepPendingTurn(roleplayId, turn)
      dispatch({ kind: 'send', turn })
      // One answer at a time: an earlier try of the same turn is left.
      inFlight.current?.abort()
      inFlight.current = new AbortController()
      void deliver(roleplayId, turn, dispatch, inFlight.current.signal)
    },
    [roleplayId],
  )
  const resendPending = useRef(() => {
    const pending = accepted ?? readPendingTurn(roleplayId)
    if (!pending) return
    if (initial.turns.some((turn) => turn.turnId === pending.turnId)) keepPendingTurn(roleplayId, null)
    else send(pending)
  })
  useEffect(() => resendPending.current(), [])

  const say = useCallback(
    (text: string) => send({ turnId: crypto.randomUUID(), turnIndex: state.turns.length, text }),
    [send, state.turns.length],
  )
  const retry = useCallback(
    (turnId: string) => {
      const turn = state.turns.find((one) => one.turnId === turnId)
      if (turn) send({ turnId, turnIndex: turn.index, text: turn.mine.text })
    },
    [send, state.turns],
  )
  const answerWithoutModel = useCallback(
    (turnId: string) => {
      const turn = state.turns.find((one) => one.turnId === turnId)
      if (turn) send({ turnId, turnIndex: turn.index, text: turn.mine.text, withoutModel: true })
    },
    [send, state.turns],
  )
  const goOn = useCallback((turnId: string) => dispatch({ kind: 'go-on', turnId }), [])
  return { state, say, retry, goOn, answerWithoutModel }
}
