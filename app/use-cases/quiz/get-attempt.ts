import { type Actor, isAllowed } from '../../domain/governance/authorise'
import type { ReviewRecord, StoredAttempt } from '../../domain/quiz/quiz-ports'
import { DomainError } from '../../domain/shared/domain-error'
import type { QuizDeps } from './quiz-deps'

/** Answers that keep coming in while the attempt is being ended. */
const MAX_TRIES = 5
const ALL = 100

export type AttemptDeps = Pick<QuizDeps, 'quizzes' | 'scheduler' | 'clock' | 'ids'>

const notFound = (id: string) => new DomainError('not-found', `attempt ${id}`)

/** One's own attempt; closed first when its time is over. @throws DomainError `not-found` also for another person's. */
export async function getOwnAttempt(deps: AttemptDeps, actor: Actor, id: string): Promise<StoredAttempt> {
  const attempt = await deps.quizzes.findAttempt(id)
  if (attempt?.owner.personId !== actor.personId || !isAllowed(actor, 'learning.use', attempt.owner)) throw notFound(id)
  return closeWhenOver(deps, attempt)
}

/** One's own attempt, or an ended one of somebody whose results the actor sees. @throws DomainError `not-found`. */
export async function getReadableAttempt(deps: AttemptDeps, actor: Actor, id: string): Promise<StoredAttempt> {
  const found = await deps.quizzes.findAttempt(id)
  if (!found) throw notFound(id)
  if (found.owner.personId === actor.personId) return getOwnAttempt(deps, actor, id)
  if (!isAllowed(actor, 'results.list', found.owner)) throw notFound(id)
  const attempt = await closeWhenOver(deps, found)
  // What somebody reviews for themselves is theirs, and an open attempt is nobody's to watch.
  if (attempt.finishedAt === null || attempt.mode === 'review') throw notFound(id)
  return attempt
}

export function isOver(attempt: Pick<StoredAttempt, 'deadline'>, now: Date): boolean {
  return attempt.deadline !== null && now > attempt.deadline
}

/** Whose time is over is ended with the answers until then, whenever somebody looks at it next. */
export async function closeWhenOver(deps: AttemptDeps, attempt: StoredAttempt): Promise<StoredAttempt> {
  if (attempt.finishedAt !== null || !isOver(attempt, deps.clock.now())) return attempt
  return endAttempt(deps, attempt)
}

/**
 * Ends an attempt: adds up its points, decides, and plans what was missed to be seen again. Ending it again changes nothing.
 *
 * @throws DomainError `attempt-ended` when answers keep coming in meanwhile.
 */
export async function endAttempt(deps: AttemptDeps, attempt: StoredAttempt): Promise<StoredAttempt> {
  let current = attempt
  for (let attemptNo = 1; attemptNo <= MAX_TRIES && current.finishedAt === null; attemptNo++) {
    const now = deps.clock.now()
    const finishedAt = isOver(current, now) ? current.deadline! : now
    const points = current.answers.reduce((sum, one) => sum + one.points, 0)
    const passed = await decidePass(deps, current, points)
    const reviews = current.mode === 'review' ? [] : await planReviews(deps, current, now)
    await deps.quizzes.finishAttempt(current.id, { points, passed, finishedAt, reviews })
    // Whether it was this call, another one or an answer in between: what is stored now is what counts.
    current = (await deps.quizzes.findAttempt(current.id)) ?? current
  }
  if (current.finishedAt === null) throw new DomainError('attempt-ended', 'answers of this attempt kept coming in')
  return current
}

/** Rounding to whole percents would let 59.6 pass. */
async function decidePass(deps: AttemptDeps, attempt: StoredAttempt, points: number): Promise<boolean | null> {
  if (attempt.quizId === null) return null
  const quiz = await deps.quizzes.findQuiz(attempt.quizId, attempt.owner.organisationId)
  if (!quiz) return null
  return points * ALL >= quiz.passPercent * attempt.maxPoints - Number.EPSILON * ALL
}

/** What was not fully right, or not answered. */
async function planReviews(deps: AttemptDeps, attempt: StoredAttempt, now: Date): Promise<ReviewRecord[]> {
  const points = new Map(attempt.answers.map((one) => [one.position, one.points]))
  const reviews: ReviewRecord[] = []
  for (const [position, { itemId }] of attempt.items.entries()) {
    const got = points.get(position) ?? 0
    if (got < 1) reviews.push(await planReview(deps, attempt.personId, itemId, got, now))
  }
  return reviews
}

/** When to show an item again, after an answer of so many points. */
export async function planReview(
  deps: Pick<AttemptDeps, 'quizzes' | 'scheduler'>,
  personId: string,
  itemId: string,
  points: number,
  now: Date,
): Promise<ReviewRecord> {
  const before = await deps.quizzes.findReview(personId, itemId)
  return { itemId, ...deps.scheduler.next(before?.card ?? null, points, now) }
}
