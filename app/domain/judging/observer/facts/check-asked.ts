import type { AskedPassage } from '../../law-claims/claim-facts'
import type { MeasureKind } from '../../law-claims/law-claim-schema'
import { MEASURE_SOURCES, readMeasure } from '../../law-claims/read-measure'
import type { Utterance } from '../text/read-utterance'
import { readUtterance } from '../text/read-utterance'
import { findAll, isStated } from './find-stated'
import type { HeldClaim } from './held-claim'

const PATTERNS = Object.fromEntries(
  Object.entries(MEASURE_SOURCES).map(([kind, source]) => [kind, new RegExp(`(?<!第)${source}`, 'gu')]),
) as Record<MeasureKind, RegExp>
/** 「大概」 is no number to hold anybody to, and a period before now is none of the product's. */
const VAGUE = /(?:大概|大約|差不多|左右|上下|可能|假設|如果|比如|例如|我(?:做|在)|今年|去年)[^,。!?]{0,6}$/u
const MOST_FACT = 120

/**
 * Holds the answer to a question out of a document against the passage: a number of the kind that was asked for, which the passage holds or does not hold.
 *
 * @returns nothing where the answer gives no such number; one that is wrong is told only when no other one is right.
 */
export function checkAsked(utterance: Utterance, asked: AskedPassage | undefined): HeldClaim[] {
  if (!asked || asked.measure === null) return []
  const { passage, measure } = asked
  const held = listMeasures(readUtterance(passage.text), measure).map((one) => one.value)
  if (held.length === 0) return []
  const said = listMeasures(utterance, measure).filter(
    ({ start, end }) =>
      isStated(utterance, start, end) && !VAGUE.test(utterance.text.slice(Math.max(0, start - 12), start)),
  )
  const judged = said.map(
    ({ start, end, value }): HeldClaim => ({
      start,
      end,
      verdict: held.some((one) => Math.abs(one - value) < 0.005) ? 'supported' : 'contradicted',
      sourceId: passage.id,
      passageId: passage.id,
      fact: `${passage.cite}：${shorten(passage.text)}`,
    }),
  )
  const right = judged.filter((one) => one.verdict === 'supported')
  return right.length > 0 ? right : judged.slice(0, 1)
}

function listMeasures(utterance: Utterance, kind: MeasureKind) {
  return [...findAll(utterance, PATTERNS[kind])].flatMap((found) => {
    // A bare number is no sum of money.
    if (kind === 'money' && !/[元塊萬千]/u.test(found[0])) return []
    const measure = readMeasure(found[0], kind)
    return measure ? [{ start: found.index, end: found.index + found[0].length, value: measure.value }] : []
  })
}

function shorten(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim()
  return plain.length > MOST_FACT ? `${plain.slice(0, MOST_FACT)}…` : plain
}
