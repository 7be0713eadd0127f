import type { EndReason } from '../roleplay/client-state'
import type { Localised } from '../shared/localised'
import type { Catalogue, Dimension } from '../shared/observation'
import { DIMENSIONS } from '../shared/observation'
import type { DimensionResult, LedgerEntry, ViolationRecord } from './score-types'

/** How the talk ended for the client. */
export type TalkOutcome = {
  /** Null when the talk was judged without a client of ours. */
  ended: EndReason | null
  hasAgreed: boolean
  /** 0 to 100 at the end; null when unknown. */
  trust: number | null
}

export type HeadlineInput = {
  address: Localised | null
  outcome: TalkOutcome
  overall: number
  dimensions: Record<Dimension, DimensionResult>
  /** Settled. */
  ledger: readonly LedgerEntry[]
  violations: readonly ViolationRecord[]
}

const NOBODY: Localised = { zh: '客戶', en: 'The client' }
const WILLING_TRUST = 55
const WAITING_TRUST = 40

/** One sentence: what became of the client, and the one thing that stood in the way. */
export function writeHeadline(input: HeadlineInput, catalogue: Catalogue): Localised {
  const result = describeOutcome(input)
  const gap = describeGap(input, catalogue)
  if (gap === null)
    return { zh: `${result.zh}，該說的也都說了。`, en: `${result.en}, and nothing that had to be said was left out.` }
  const joins = result.isGood ? { zh: '，但', en: ', but ' } : { zh: '：', en: ': ' }
  return { zh: `${result.zh}${joins.zh}${gap.zh}。`, en: `${result.en}${joins.en}${gap.en}.` }
}

function describeOutcome({ address, outcome, overall }: HeadlineInput): Localised & { isGood: boolean } {
  const who = address ?? NOBODY
  const told = (zh: string, en: string, isGood: boolean) => ({ zh, en, isGood })
  if (outcome.ended === 'client-red-line')
    return told(`${who.zh}當場結束了談話`, `${who.en} ended the talk on the spot`, false)
  if (outcome.ended === 'client-impatient')
    return told(`${who.zh}失去耐心，先離開了`, `${who.en} lost patience and left`, false)
  if (outcome.hasAgreed) return told(`你讓${who.zh}答應了下一步`, `${who.en} agreed to a next step`, true)
  if (outcome.trust === null) return describeByMark(who, overall)
  if (outcome.trust >= WILLING_TRUST)
    return told(`你讓${who.zh}願意再談一次`, `${who.en} is willing to talk again`, true)
  if (outcome.trust >= WAITING_TRUST)
    return told(`${who.zh}聽完了，還在觀望`, `${who.en} listened and is still waiting to see`, false)
  return told(`${who.zh}到最後還是不放心`, `${who.en} was still uneasy at the end`, false)
}

function describeByMark(who: Localised, overall: number): Localised & { isGood: boolean } {
  if (overall >= 75) return { zh: `和${who.zh}的這場談話很扎實`, en: 'A solid talk', isGood: true }
  if (overall >= 60) return { zh: `和${who.zh}的這場談話過得去`, en: 'An adequate talk', isGood: true }
  return { zh: `這場談話還沒讓${who.zh}放心`, en: 'A talk that does not yet inspire trust', isGood: false }
}

function describeGap({ violations, ledger, dimensions }: HeadlineInput, catalogue: Catalogue): Localised | null {
  const order = { critical: 3, major: 2, minor: 1 }
  const worst = [...violations].sort((a, b) => order[b.severity] - order[a.severity])[0]
  if (worst) {
    const entry = catalogue.entries.get(worst.code)
    return {
      zh: `說了「${worst.quote}」，這是${entry?.zh ?? '違規'}`,
      en: `“${worst.quote}” was ${entry?.en ?? 'a breach'}`,
    }
  }
  const weigh = (entry: LedgerEntry) => (entry.isRequired ? 2 : 0) + (entry.force === 'law' ? 1 : 0)
  const missed = ledger.filter((entry) => entry.status === 'missed').sort((a, b) => weigh(b) - weigh(a))[0]
  if (missed && weigh(missed) > 0)
    return { zh: `沒有${missed.zh}`, en: `this was left out: ${missed.en.toLowerCase()}` }
  const weakest = findWeakest(dimensions)
  if (weakest && weakest.level <= 3) {
    const name = catalogue.dimensions[weakest.dimension]
    return {
      zh: `${name?.zh ?? weakest.dimension}還可以更好`,
      en: `${name?.en.toLowerCase() ?? weakest.dimension} can be better`,
    }
  }
  return missed ? { zh: `沒有${missed.zh}`, en: `this was left out: ${missed.en.toLowerCase()}` } : null
}

/** The graded dimension with the lowest level, first in order; null when none is graded. */
export function findWeakest(
  dimensions: Record<Dimension, DimensionResult>,
): { dimension: Dimension; level: number } | null {
  let weakest: { dimension: Dimension; level: number } | null = null
  for (const dimension of DIMENSIONS) {
    const one = dimensions[dimension]
    if (one.status !== 'graded') continue
    if (weakest === null || one.level < weakest.level) weakest = { dimension, level: one.level }
  }
  return weakest
}
