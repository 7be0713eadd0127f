import type { ReviewDayView } from './review-card'

/** As many as one sitting holds (`startReview`). */
export const MOST_AT_ONCE = 20
const MAX_DAYS = 7
const TAIPEI_MS = 8 * 60 * 60 * 1000

const readDay = (date: Date) => new Date(date.getTime() + TAIPEI_MS).toISOString().slice(0, 10)

/** The next seven days in Taiwan on which something comes back; what is due already is left out. */
export function groupReviewDays(coming: readonly { dueAt: Date }[], now: Date): ReviewDayView[] {
  const counts = new Map<string, number>()
  for (const { dueAt } of coming) if (dueAt > now) counts.set(readDay(dueAt), (counts.get(readDay(dueAt)) ?? 0) + 1)
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .slice(0, MAX_DAYS)
    .map(([day, count]) => ({ day, count }))
}
