import type { Dimension } from '~/domain/shared/observation'
import type { ClientView } from '../face/view-types'

export type ResultView = {
  /** 0 to 100; null when the talk could not be scored. */
  overall: number | null
  passed: boolean
  /** ISO 8601. */
  at: string
}

/** All texts are in the reader's language already. */
export type ScenarioCardView = {
  id: string
  /** Leads to the briefing. */
  href: string
  title: string
  tagline: string
  client: ClientView
  difficulty: 1 | 2 | 3
  minutes: number
  practises: Dimension[]
  /** Short product names; empty when nothing is to be sold. */
  products: string[]
  best: ResultView | null
  last: ResultView | null
}

export type SuggestionView = {
  href: string
  client: ClientView
  title: string
  /** Why this one, e.g. 上次漏了提前解約損失。 */
  reason: string
  minutes: number
  /** Met before in this very situation. */
  isAgain: boolean
}

/** A talk that was begun and not ended. */
export type UnfinishedTalkView = { href: string; client: ClientView; title: string; turns: number; startedAt: string }

export type FilterOption = { value: string; label: string }
export type ScenarioFilterView = {
  groups: FilterOption[]
  products: FilterOption[]
  /** Now chosen; empty string is "all". */
  chosen: { group: string; product: string; difficulty: string; dimension: string }
  shown: number
  total: number
}
