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
  /** Left out where it is not known; the column is shown once somebody has one. */
}
