/** A statement at a span of the normalised utterance and what is known of it. */
export type HeldClaim = {
  start: number
  end: number
  verdict: 'supported' | 'contradicted' | 'unknown'
  /** A fact of a product (`medical#waitingDays`) or a passage. */
  sourceId?: string
  fact?: string
  passageId?: string
}
