import type { LedgerEntry, TurnScore } from '~/domain/judging/score-types'
import type { ClientState, Mood } from '~/domain/roleplay/client-state'
import type { LearntFact } from '~/domain/roleplay/describe-learnt'
import type { Catalogue, Severity } from '~/domain/shared/observation'
import type { SentTurn, TurnEvent } from './send-turn'
import type { BreachView, ConnectionStatus, TalkMode, TurnView } from './view-types'

/** Why the page must be read anew: the talk went on in another window, or the time signed in is over. */
export type StopReason = 'moved-on' | 'signed-out'

export type TalkPageState = {
  turns: TurnView[]
  ledger: LedgerEntry[]
  learnt: LearntFact[]
  mood: Mood
  ended: ClientState['ended']
  connection: ConnectionStatus
  stoppedBy: StopReason | null
}

export type TalkPageEvent =
  | { kind: 'send'; turn: SentTurn }
  | { kind: 'server'; turnId: string; event: TurnEvent }
  | { kind: 'fail'; turnId: string; isOffline: boolean }
  | { kind: 'resume'; turnId: string }
  | { kind: 'stop'; turnId: string; reason: StopReason }
  | { kind: 'go-on'; turnId: string }

export type BreachLookup = Readonly<Record<string, Severity>>

/** Violation codes with their severity, for the page. */
export function buildBreachLookup(catalogue: Catalogue): BreachLookup {
  return Object.fromEntries(
    [...catalogue.entries.values()].flatMap((entry) =>
      entry.polarity === 'violation' ? [[entry.code, entry.severity ?? 'minor'] as const] : [],
    ),
  )
}

const WEIGHT: Record<Severity, number> = { minor: 1, major: 2, critical: 3 }

/** The gravest breach of a scored turn, with the coach's words on it; null when there is none. */
export function findBreach(
  score: TurnScore | null,
  lookup: BreachLookup,
  pick: (text: { zh: string; en: string }) => string,
): BreachView | null {
  if (score?.status !== 'scored') return null
  const breaches = score.items.filter((item) => lookup[item.code] !== undefined && item.quote)
  const gravest = breaches.sort((a, b) => WEIGHT[lookup[b.code]!] - WEIGHT[lookup[a.code]!])[0]
  if (!gravest) return null
  const advice = score.advice.find((one) => one.code === gravest.code) ?? score.advice[0]
  return {
    code: gravest.code,
    severity: lookup[gravest.code]!,
    quote: gravest.quote ?? '',
    cite: gravest.cite ?? [],
    why: advice ? pick(advice) : '',
    ...(advice?.by && { whySource: { by: advice.by, citations: advice.citations } }),
  }
}

export type ReduceOptions = {
  mode: TalkMode
  breaches: BreachLookup
  pick: (text: { zh: string; en: string }) => string
}

const changeTurn = (state: TalkPageState, turnId: string, change: (turn: TurnView) => TurnView): TalkPageState => ({
  ...state,
  turns: state.turns.map((turn) => (turn.turnId === turnId ? change(turn) : turn)),
})

function reduceServerEvent(
  state: TalkPageState,
  turnId: string,
  { event, data }: TurnEvent,
  options: ReduceOptions,
): TalkPageState {
  switch (event) {
    case 'reply.delta':
      return changeTurn(state, turnId, (turn) => ({
        ...turn,
        mine: { ...turn.mine, status: 'saved' },
        reply: { mood: turn.reply?.mood ?? state.mood, text: (turn.reply?.text ?? '') + data.text, status: 'speaking' },
      }))
    case 'reply':
      return changeTurn(state, turnId, (turn) => ({
        ...turn,
        mine: { ...turn.mine, status: 'saved' },
        reply: { text: data.text, mood: data.mood, status: 'done' },
        speech: data.speech ?? null,
        listening: data.listening ?? null,
      }))
    case 'score': {
      if (data.score.status === 'withheld') return state
      const { score, ledger } = data
      const breach = options.mode === 'practice' ? findBreach(score, options.breaches, options.pick) : null
      return { ...changeTurn(state, turnId, (turn) => ({ ...turn, score, breach })), ledger }
    }
    case 'state':
      return { ...state, mood: data.mood }
    case 'done':
      return { ...state, ended: data.ended, learnt: data.learnt, connection: 'saved' }
  }
}

/** One step of the talk page; pure, so that what a broken line does can be tested without a browser. */
export function reduceTalkPage(state: TalkPageState, event: TalkPageEvent, options: ReduceOptions): TalkPageState {
  switch (event.kind) {
    case 'send': {
      const { turnId, turnIndex, text } = event.turn
      const turn: TurnView = {
        turnId,
        index: turnIndex,
        mine: { text, status: 'sending' },
        reply: { text: '', mood: state.mood, status: 'waiting' },
        score: null,
        breach: null,
        speech: null,
        listening: null,
      }
      return { ...state, turns: [...state.turns.filter((one) => one.turnId !== turnId), turn], connection: 'connected' }
    }
    case 'server':
      return reduceServerEvent(state, event.turnId, event.event, options)
    case 'resume':
      return { ...state, connection: 'resuming' }
    case 'fail':
      return {
        ...changeTurn(state, event.turnId, (turn) => ({
          ...turn,
          mine: { ...turn.mine, status: 'failed' },
          reply: null,
        })),
        connection: event.isOffline ? 'offline' : 'connected',
      }
    case 'stop':
      return {
        ...state,
        turns: state.turns.filter((turn) => turn.turnId !== event.turnId),
        stoppedBy: event.reason,
        connection: 'connected',
      }
    case 'go-on':
      return changeTurn(state, event.turnId, (turn) => ({ ...turn, breach: null }))
  }
}
