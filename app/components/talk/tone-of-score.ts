import type { LineItem } from '~/domain/judging/score-types'

export type ScoreTone = 'good' | 'weak' | 'breach'

/** What a line of a turn's score means: a breach of a rule, something weak, or something good. */
export function toneOfItem(item: Pick<LineItem, 'code' | 'points'>): ScoreTone {
  if (item.code.startsWith('violation.') || /^cap\.(minor|major|critical)$/.test(item.code)) return 'breach'
  return item.points < 0 ? 'weak' : 'good'
}

/** Passable turns are those a supervised agent could leave as they are: from 50. */
const WEAK_BELOW = 50

/** @param total 0 to 100. */
export function toneOfTurn(total: number, items: readonly Pick<LineItem, 'code' | 'points'>[]): ScoreTone {
  if (items.some((item) => item.code.startsWith('violation.'))) return 'breach'
  return total < WEAK_BELOW ? 'weak' : 'good'
}
