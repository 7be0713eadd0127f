import type { ResultScope } from './authorise'

/** What a leader who reads the sentence says: was the behaviour shown there? */
export const REVIEW_VERDICTS = ['shown', 'not-shown', 'unclear'] as const
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number]

export const HEARD_BY = ['embedded', 'model'] as const
export type HeardBy = (typeof HEARD_BY)[number]

/** An observation that only one of the two tiers made, by where it stands. */
export type DisputeKey = { roleplayId: string; turnIndex: number; code: string; heardBy: HeardBy }

export type Dispute = DisputeKey & {
  quote: string
  /** Whether it counted for the score. */
  counts: boolean
  /** Which of the rules of `mergeTiers` decided. */
  rule: string
  personName: string
  scenarioId: string
  /** The client's words before, null when the trainee opened the talk. */
  clientText: string | null
  utterance: string
  acceptedAt: Date
  review: { verdict: ReviewVerdict; reviewedByName: string } | null
}

export type JudgeReview = DisputeKey & { verdict: ReviewVerdict; reviewedById: string; reviewedAt: Date }

export const REVIEW_STATES = ['open', 'done'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

export type DisputeFilter = { state: ReviewState | null; heardBy: HeardBy | null }
export type DisputePage = { offset: number; limit: number }
/** How many disputes of one kind got which verdict; null: none yet. */
export type DisputeCount = { heardBy: HeardBy; counts: boolean; verdict: ReviewVerdict | null; disputes: number }

export type JudgeReviewStore = {
  /** Newest turn first; never those of the reader's own talks. */
  list(scope: ResultScope, readerId: string, filter: DisputeFilter, page: DisputePage): Promise<Dispute[]>
  count(scope: ResultScope, readerId: string): Promise<DisputeCount[]>
  /** Whether the two tiers do disagree there. */
  has(key: DisputeKey): Promise<boolean>
  /** The last word of whoever reviews counts. */
  save(review: JudgeReview): Promise<void>
}

export type ReviewShare = { right: number; of: number }
export type ReviewSummary = {
  disputes: number
  reviewed: number
  /** Of what one tier heard alone, how much a reviewer saw too; what was unclear is left out. */
  heardBy: Record<HeardBy, ReviewShare>
  /** How often the stated rules decided as the reviewer did: counted what was shown, left out what was not. */
  rules: ReviewShare
}

/** @param counts of one scope. */
export function summariseReviews(counts: readonly DisputeCount[]): ReviewSummary {
  const sum = (rows: readonly DisputeCount[]) => rows.reduce((total, row) => total + row.disputes, 0)
  const decided = counts.filter((row) => row.verdict === 'shown' || row.verdict === 'not-shown')
  const share = (rows: readonly DisputeCount[], isRight: (row: DisputeCount) => boolean): ReviewShare => ({
    right: sum(rows.filter(isRight)),
    of: sum(rows),
  })
  const heard = (by: HeardBy) =>
    share(
      decided.filter((row) => row.heardBy === by),
      (row) => row.verdict === 'shown',
    )
  return {
    disputes: sum(counts),
    reviewed: sum(counts.filter((row) => row.verdict !== null)),
    heardBy: { embedded: heard('embedded'), model: heard('model') },
    rules: share(decided, (row) => row.counts === (row.verdict === 'shown')),
  }
}
