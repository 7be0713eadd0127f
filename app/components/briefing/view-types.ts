import type { ClientView } from '../face/view-types'
import type { ResultView } from '../practise/view-types'

export type BriefingDutyView = {
  id: string
  name: string
  /** Why it applies to this client and product. */
  why: string
  force: 'law' | 'good-practice'
  /** Needed to pass. */
  isRequired: boolean
  cite: readonly string[]
}

export type BriefingView = {
  scenarioId: string
  title: string
  client: ClientView
  tagline: string
  difficulty: 1 | 2 | 3
  minutes: number
  where: string
  introducedBy: string
  goal: string
  known: string[]
  duties: BriefingDutyView[]
  products: { id: string; name: string; href: string }[]
  passMark: number
  /** Local date whose law and product terms apply, ISO 8601. */
  asOf: string
  best: ResultView | null
  /** The client speaks first. */
  clientOpens: boolean
}
