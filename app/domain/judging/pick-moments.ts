import type { Catalogue } from '../shared/observation'
import { isQuestion, isWorried } from './read-moment'
import type { LedgerEntry, LineItem, Moment, TurnPoints } from './score-types'

export type MomentTurn = { index: number; clientLineBefore: string; score: TurnPoints }

/** From this total on a turn can be the best moment. */
const BEST_FROM = 62
const MAX_QUOTE = 40

/**
 * Up to three moments worth looking at again: the best turn, the one that cost most, the missed chance.
 *
 * A talk without a good turn has no best moment, one without a fault no costliest; no turn is shown twice except when
 * nothing else is left for the missed chance.
 */
export function pickMoments(
  turns: readonly MomentTurn[],
  ledger: readonly LedgerEntry[],
  catalogue: Catalogue,
): Moment[] {
  const best = pickBest(turns, catalogue)
  const costliest = pickCostliest(turns, catalogue)
  const missed = pickMissed(turns, ledger, costliest?.turnIndex ?? null)
  return [best, costliest, missed].filter((one): one is Moment => one !== null)
}

function pickBest(turns: readonly MomentTurn[], catalogue: Catalogue): Moment | null {
  const earned = (turn: MomentTurn) => sumWhere(turn.score.items, (item) => item.points > 0 && item.quote !== undefined)
  const top = topOf(
    turns.filter((turn) => turn.score.total >= BEST_FROM),
    (turn) => turn.score.total * 1000 + earned(turn),
  )
  const item =
    top &&
    topOf(
      top.score.items.filter((one) => one.quote && one.points > 0),
      (one) => one.points,
    )
  if (!top || !item) return null
  const named = namesOf(top.score.items, catalogue)
  return {
    kind: 'best',
    turnIndex: top.index,
    code: item.code,
    quote: item.quote ?? '',
    zh: `這一句 ${top.score.total} 分，做到了${named.zh}。`,
    en: `${top.score.total} points for this turn: ${named.en}.`,
  }
}

function pickCostliest(turns: readonly MomentTurn[], catalogue: Catalogue): Moment | null {
  const weight = { critical: 3000, major: 2000, minor: 1000 }
  const costs = turns.flatMap((turn) =>
    turn.score.items
      .filter((item) => item.quote !== undefined && item.points < 0)
      .map((item) => {
        const severity = catalogue.entries.get(item.code)?.severity
        return { turn, item, cost: (severity ? weight[severity] : 0) - item.points + (100 - turn.score.total) }
      }),
  )
  const top = topOf(costs, (one) => one.cost)
  const entry = top && catalogue.entries.get(top.item.code)
  if (!top || !entry) return null
  const article = top.item.cite?.[0] ? `（${top.item.cite[0]}）` : ''
  return {
    kind: 'costliest',
    turnIndex: top.turn.index,
    code: top.item.code,
    quote: top.item.quote ?? '',
    zh: `這裡是${entry.zh}${article}，整句只剩 ${top.turn.score.total} 分。`,
    en: `${entry.en}${top.item.cite?.[0] ? ` (${top.item.cite[0]})` : ''}: the turn kept ${top.turn.score.total} points.`,
  }
}

function pickMissed(turns: readonly MomentTurn[], ledger: readonly LedgerEntry[], taken: number | null): Moment | null {
  const left = turns.filter((turn) => turn.index !== taken)
  const codesOf = (turn: MomentTurn) => turn.score.observations.map((one) => one.code)
  const answers = (turn: MomentTurn) =>
    codesOf(turn).some((code) => /^(objection\.(acknowledge|respond|clarify)|listening\.(answer|empathy))$/.test(code))
  const passedOver = left.find((turn) => codesOf(turn).includes('listening.ignore'))
  if (passedOver)
    return missedLine(passedOver, 'listening.answer', '這裡先正面回答，再談別的', 'Answer this first, then go on')
  const unheard = left.find((turn) => isWorried(turn.clientLineBefore) && !answers(turn))
  if (unheard)
    return missedLine(
      unheard,
      'objection.acknowledge',
      '這裡先接住擔心，再說明',
      'Take up the worry first, then explain',
    )
  const unasked = left.find((turn) => isQuestion(turn.clientLineBefore) && !answers(turn))
  if (unasked)
    return missedLine(unasked, 'listening.answer', '這裡先正面回答，再談別的', 'Answer this first, then go on')
  return missedDuty(turns, ledger)
}

function missedLine(turn: MomentTurn, code: string, zh: string, en: string): Moment {
  const quote = shorten(turn.clientLineBefore)
  return {
    kind: 'missed',
    turnIndex: turn.index,
    code,
    quote,
    zh: `客戶說「${quote}」，${zh}。`,
    en: `The client said “${quote}”. ${en}.`,
  }
}

/** The weightiest duty that was missed, at the last turn: it could still have been said there. */
function missedDuty(turns: readonly MomentTurn[], ledger: readonly LedgerEntry[]): Moment | null {
  const missed = ledger.filter((entry) => entry.status === 'missed')
  const entry = topOf(missed, (one) => (one.isRequired ? 2 : 0) + (one.force === 'law' ? 1 : 0))
  const last = turns.at(-1)
  if (!entry || !last) return null
  return {
    kind: 'missed',
    turnIndex: last.index,
    code: entry.dutyId,
    quote: '',
    zh: `到最後都沒有${entry.zh}，最慢這一句要補上。`,
    en: `“${entry.en}” never came; this was the last turn to do it.`,
  }
}

function namesOf(items: readonly LineItem[], catalogue: Catalogue): { zh: string; en: string } {
  const codes = new Set(items.filter((item) => item.points > 0 && item.quote !== undefined).map((item) => item.code))
  const entries = [...codes].flatMap((code) => catalogue.entries.get(code) ?? []).slice(0, 3)
  return { zh: entries.map((one) => one.zh).join('、'), en: entries.map((one) => one.en).join(', ') }
}

function shorten(text: string): string {
  const letters = [...text]
  return letters.length > MAX_QUOTE ? `${letters.slice(0, MAX_QUOTE).join('')}…` : text
}

function sumWhere(items: readonly LineItem[], test: (item: LineItem) => boolean): number {
  return items.filter(test).reduce((sum, item) => sum + item.points, 0)
}

/** The first of the greatest; null when there is none. */
function topOf<T>(from: readonly T[], weigh: (one: T) => number): T | null {
  return from.reduce<T | null>((top, one) => (top === null || weigh(one) > weigh(top) ? one : top), null)
}
