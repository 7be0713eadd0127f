import type { Listening } from '~/domain/judging/observe-with-model/describe-engines'
import type { Advice, TurnScore } from '~/domain/judging/score-types'
import type { EndReason, Mood } from '~/domain/roleplay/client-state'
import type { Speech } from '~/domain/roleplay/speak-with-model/describe-speech'
import type { Severity } from '~/domain/shared/observation'

export type TalkMode = 'practice' | 'exam'

/** A note about the client, shown once it came out in the talk. */
export type LearntView = {
  factId: string
  note: string
  isHidden: boolean
  how: 'elicited' | 'volunteered'
  turnIndex: number
}

export type BreachView = {
  code: string
  severity: Severity
  /** The trainee's words. */
  quote: string
  cite: readonly string[]
  /** Why it matters, in the reader's language: the advice text of the code. */
  why: string
  /** Who found the words of `why`, and what they lean on; absent for the coach's own. */
  whySource?: Pick<Advice, 'by' | 'citations'> | undefined
}

/** The trainee's side: `sending` until the server has stored it. */
export type MineStatus = 'sending' | 'saved' | 'failed'
/** The client's side: `waiting` before the first word, `speaking` while text still grows, `done` when it is whole. */
export type ReplyStatus = 'waiting' | 'speaking' | 'done'

export type TurnView = {
  /** Made by the page; the server takes a turn once however often it is sent. */
  turnId: string
  /** From 0. */
  index: number
  mine: { text: string; status: MineStatus }
  reply: { text: string; mood: Mood; status: ReplyStatus } | null
  /** null while the judge has not spoken; a page in exam mode passes null until the end. */
  score: TurnScore | null
  /** The breach to stop at, in practice mode; null when none or already dealt with. */
  breach: BreachView | null
  /** Who found the client's words; null in a talk without a model. */
  speech: Speech | null
  /** Who judged it; null in a talk without a model. */
  listening: Listening | null
}

export type OpeningView = { text: string; mood: Mood } | null

export type ConnectionStatus = 'connected' | 'saved' | 'resuming' | 'offline'

export type HintView = { text: string; costPoints: number }

export type EndView = {
  reason: EndReason
  /** The client's last words; null when the trainee ended it. */
  partingWords: string | null
  scorecardHref: string
}
