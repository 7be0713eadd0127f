import type { DimensionResult } from '~/domain/judging/score-types'
import type { Dimension } from '~/domain/shared/observation'
import type { ClientView } from '../face/view-types'

export type TalkRowView = {
  id: string
  /** To the scorecard, or to the talk when it is still running. */
  href: string
  startedAt: string
  title: string
  client: ClientView
  mode: 'practice' | 'exam'
  status: 'running' | 'scored' | 'not-scored'
  overall: number | null
  passed: boolean
  /** Turn totals in order, for the small curve; null where a turn was not scored. */
  totals: (number | null)[]
  turns: number
  violations: number
}

export type CompareSideView = {
  id: string
  href: string
  title: string
  client: ClientView
  startedAt: string
  overall: number | null
  passed: boolean
  totals: (number | null)[]
  dimensions: Record<Dimension, DimensionResult>
  dutiesMet: number
  dutiesMissed: number
  violations: number
  trustAtEnd: number
}

export type PersonRowView = {
  id: string
  href: string
  name: string
  team: string
  talks: number
  lastAt: string | null
  /** Mean of the last five scored talks, 0 to 100. */
  recentOverall: number | null
  /** Overall of the scored talks in order, for the small curve. */
  overalls: number[]
  violations: number
  progress: ProgressView | null
  hasPassed: boolean
  /** Why a trainer should speak to them: broke a rule in the last talk, has stopped, never began. */
  attention: 'breach' | 'idle' | 'never' | null
}

/** Overall scores, 0 to 100: the first talk, and the mean of the latest. */
export type ProgressView = { first: number; recent: number; change: number }

export type OwnProgressView = {
  progress: ProgressView | null
  /** Overall of the scored talks in order. */
  overalls: number[]
}

export type TeamSummaryView = {
  people: number
  practised: number
  /** People who passed at least once. */
  passed: number
  /** People with two scored talks or more: whom `progress` is about. */
  compared: number
  progress: ProgressView | null
  /** How far back `scoredTalks` and `breachedTalks` go. */
  days: number
  scoredTalks: number
  breachedTalks: number
}
