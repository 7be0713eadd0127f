import { type CardInput, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs'
import type { ReviewScheduler } from '~/domain/quiz/quiz-ports'

/** Whoever learns comes back on another day: steps of minutes would only pile up. */
const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false, maximum_interval: 365 })

const HALF = 0.5

function rate(points: number): Grade {
  if (points >= 1) return Rating.Good
  return points >= HALF ? Rating.Hard : Rating.Again
}

/** Free Spaced Repetition Scheduler: what was missed comes again the next day, what is known after ever longer pauses, about a year at most. */
export const fsrsScheduler: ReviewScheduler = {
  next(before, points, now) {
    const card = before === null ? createEmptyCard(now) : (before as CardInput)
    const next = scheduler.next(card, now, rate(points)).card
    // As it will come back from the database.
    return { card: JSON.parse(JSON.stringify(next)) as unknown, dueAt: next.due }
  },
}
