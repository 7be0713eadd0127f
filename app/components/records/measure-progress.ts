import type { TalkSummary } from '~/domain/ports'
import type { ProgressView } from './view-types'

/** So many of the latest talks stand for "now": one alone would be luck. */
const RECENT = 3

/** @returns rounded; null of nothing. */
export function meanOf(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : Math.round(numbers.reduce((sum, one) => sum + one, 0) / numbers.length)
}

/**
 * The first scored talk of a person beside the mean of the latest three after it. A talk that repeats a moment of
 * another one is left out: it starts from words that were already scored.
 *
 * @param talks of one person, newest first.
 * @returns null below two scored talks.
 */
export function measureProgress(talks: readonly TalkSummary[]): ProgressView | null {
  const overalls = talks.flatMap((talk) => (talk.overall === null || talk.forkedFromId !== null ? [] : [talk.overall]))
  const first = overalls.at(-1)
  const recent = meanOf(overalls.slice(0, -1).slice(0, RECENT))
  return first === undefined || recent === null ? null : { first, recent, change: recent - first }
}
