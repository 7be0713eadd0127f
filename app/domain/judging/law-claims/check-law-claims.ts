import { findAll, isSaid, isStated } from '../observer/facts/find-stated'
import type { Utterance } from '../observer/text/read-utterance'
import type { LawFact } from './claim-facts'
import { compileClaim, type Standing } from './compile-claim'
import type { LawClaim, MeasureClaim } from './law-claim-schema'
import { MEASURE_PLACE } from './law-claim-schema'
import { type Measure, readMeasure } from './read-measure'

/** What an utterance says of the law, at a span of its normalised text. Where the law is not at hand the verdict is `unknown`, without a source. */
export type LawVerdict = {
  start: number
  end: number
  claimId: string
  verdict: 'supported' | 'contradicted' | 'unknown'
  /** The passage that decides. */
  passageId?: string
  fact?: string
}

/** Two spellings of one period (30 days, one month) differ by rounding only. */
const TOLERANCE = 0.001

/**
 * Holds what the trainee states about the law against the passages in force.
 *
 * @returns in the order of the words; two readings of the same words give the contradicted one only.
 */
export function checkLawClaims(utterance: Utterance, facts: readonly LawFact[]): LawVerdict[] {
  const verdicts = facts.flatMap((fact) =>
    fact.claim.words.some((word) => utterance.text.includes(word)) ? checkFact(utterance, fact) : [],
  )
  return dropRepeats(verdicts).sort((a, b) => a.start - b.start || a.end - b.end)
}

function checkFact(utterance: Utterance, fact: LawFact): LawVerdict[] {
  const { says } = compileClaim(fact.claim)
  return says.flatMap(({ pattern, stands }) =>
    [...findAll(utterance, pattern)].flatMap((found): LawVerdict[] => {
      const [start, end] = [found.index, found.index + found[0].length]
      if (!isClaimed(utterance, fact.claim, stands, start, end)) return []
      const verdict = judge(fact, stands, found.groups?.n)
      return verdict === null ? [] : [tell(fact, verdict, start, end)]
    }),
  )
}

/** Whether the speaker makes this claim there, and not another one. */
function isClaimed(utterance: Utterance, claim: LawClaim, stands: Standing, start: number, end: number): boolean {
  const sentence = utterance.sentences.find((one) => one.start <= start && one.end > start)
  if (sentence && compileClaim(claim).unless?.test(sentence.text)) return false
  // 「退佣是違法的」 disowns the thing and states the law: what is right needs no owner.
  return stands === 'wrong' ? isStated(utterance, start, end) : isSaid(utterance, start, end)
}

function judge(fact: LawFact, stands: Standing, measure: string | undefined): 'supported' | 'contradicted' | null {
  if (stands === 'right') return 'supported'
  return stands === 'wrong' ? 'contradicted' : compare(fact, measure ?? '')
}

/** @returns null where the law sets a limit and what is said keeps within it without being it. */
function compare({ claim, measure }: LawFact, text: string): 'supported' | 'contradicted' | null {
  const { measure: kind, holds } = claim as MeasureClaim
  const said = readMeasure(text, kind)
  if (said === null) return null
  if (measure === null) return 'supported'
  const difference = said.value - measure.value
  if (Math.abs(difference) <= TOLERANCE * measure.value) return 'supported'
  const keepsWithin = (holds === 'most' && difference < 0) || (holds === 'least' && difference > 0)
  return keepsWithin ? null : 'contradicted'
}

function tell(
  { claim, passage, measure }: LawFact,
  verdict: 'supported' | 'contradicted',
  start: number,
  end: number,
): LawVerdict {
  if (passage === null) return { start, end, claimId: claim.id, verdict: 'unknown' }
  const fact = `${passage.cite}：${writeFact(claim, measure)}`
  return { start, end, claimId: claim.id, verdict, passageId: passage.id, fact }
}

function writeFact(claim: LawClaim, measure: Measure | null): string {
  return claim.fact.replace(MEASURE_PLACE, measure?.text ?? '')
}

/** One verdict for one claim at one place; the wrong reading of words weighs more than a right part of them. */
function dropRepeats(verdicts: readonly LawVerdict[]): LawVerdict[] {
  const rank = { contradicted: 0, supported: 1, unknown: 2 }
  const kept: LawVerdict[] = []
  for (const one of [...verdicts].sort((a, b) => rank[a.verdict] - rank[b.verdict] || a.start - b.start)) {
    if (!kept.some((other) => other.claimId === one.claimId && other.start < one.end && one.start < other.end))
      kept.push(one)
  }
  return kept
}
