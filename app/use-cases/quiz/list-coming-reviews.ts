import type { Actor } from '../../domain/governance/authorise'
import { type QuizDeps, requireRight } from './quiz-deps'

/** The scheduler's longest pause is a year. */
const AHEAD_MS = 400 * 24 * 60 * 60 * 1000
const LIMIT = 2_000

/** Everything that the actor is to see again, soonest first; what is due already is among it. */
export async function listComingReviews(
  deps: Pick<QuizDeps, 'quizzes' | 'clock'>,
  actor: Actor,
): Promise<{ itemId: string; dueAt: Date }[]> {
  requireRight(actor, 'learning.use')
  const until = new Date(deps.clock.now().getTime() + AHEAD_MS)
  const reviews = await deps.quizzes.listDueReviews(actor.personId, until, LIMIT)
  return reviews.map(({ itemId, dueAt }) => ({ itemId, dueAt })).sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
}
