import type { HeardBy, ReviewVerdict } from '~/domain/governance/judge-review'

export type DisputeView = {
  roleplayId: string
  turnIndex: number
  code: string
  heardBy: HeardBy
  quote: string
  counts: boolean
  rule: string
  who: string
  scenario: string
  clientText: string | null
  utterance: string
  /** The behaviour in the reader's language. */
  name: string
  polarity: 'good' | 'fault' | 'violation'
  review: { verdict: ReviewVerdict; by: string } | null
}
