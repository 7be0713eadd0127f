/** A longer pause than this is time away from the table, not time of the meeting. */
const LONGEST_PAUSE_MS = 180_000

/**
 * Minutes that a talk has really taken: the time between its turns, long pauses counted as three minutes.
 *
 * @param times start and turns, in order, as milliseconds since 1970.
 */
export function measureTalkMinutes(times: readonly number[]): number {
  let total = 0
  for (let i = 1; i < times.length; i++) total += Math.min(Math.max(0, times[i]! - times[i - 1]!), LONGEST_PAUSE_MS)
  return total / 60_000
}
