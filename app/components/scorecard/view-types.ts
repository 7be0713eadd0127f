import type { EngineShare } from '~/domain/judging/observe-with-model/describe-engines'
import type { Advice, Moment, Scorecard, ViolationRecord } from '~/domain/judging/score-types'
import type { EngineName } from '~/domain/ports'
import type { ClientView } from '../face/view-types'

export type ScoredCard = Extract<Scorecard, { status: 'scored' }>

export type TimelinePoint = {
  /** From 0. */
  turnIndex: number
  /** 0 to 100, after this turn. */
  trust: number
  /** 0 to 100; null when the turn was not scored. */
  total: number | null
  mine: string
  reply: string
  /** Codes seen in the turn with the words that show them. */
  evidence: { code: string; quote: string; points: number }[]
}

export type TimelineMark = { turnIndex: number; kind: Moment['kind'] | 'violation' }

export type NeverToldView = {
  factId: string
  note: string
  /** The question that would have opened it. */
  opener: string
}

export type NextStepView = {
  kind: 'practice' | 'lesson'
  title: string
  reason: string
  href: string
  /** Whom one would talk to; practice only. */
  client?: ClientView | undefined
  minutes: number | null
}

export type HowMadeView = {
  versions: ScoredCard['versions'] | null
  judge: EngineName
  /** Turns of a talk on a model that the embedded engine took; null when there are none. */
  engineShare: EngineShare | null
  rubricHref: string | null
  passMark: number
  hintsUsed: number
  seed: string
}

export type ViolationView = ViolationRecord & {
  /** Why it matters, in the reader's language. */
  why: string
  /** Who found the words of `why`, and what they lean on; absent for the coach's own. */
  whySource?: Pick<Advice, 'by' | 'citations'> | undefined
}
