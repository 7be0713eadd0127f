import type { Actor } from '../../domain/governance/authorise'
import type {
  AttemptMode,
  AttemptRecord,
  AttemptView,
  FullQuiz,
  QuizStore,
  StoredAttempt,
} from '../../domain/quiz/quiz-ports'
import { DomainError } from '../../domain/shared/domain-error'
import { createSeededRandom } from '../../domain/shared/seeded-random'
import { type AttemptDeps, closeWhenOver, endAttempt } from './get-attempt'
import { canTake } from './keep-quizzes'
import { requireRight } from './quiz-deps'
import { viewAttempt } from './view-attempt'

const MINUTE_MS = 60_000
const OPEN_ATTEMPTS = 100
const MAX_REVIEW_ITEMS = 20

export type QuizMode = Exclude<AttemptMode, 'review'>

/**
 * Begins a quiz, or goes on with an open attempt of the same quiz and mode. Items come in an order of this attempt's own.
 *
 * @throws DomainError `not-found` for what the actor may not take; `bad-input` with `items: none`.
 */
export async function startAttempt(
  deps: AttemptDeps,
  actor: Actor,
  quizId: string,
  mode: QuizMode,
): Promise<AttemptView> {
  const quiz = await getTakeable(deps, actor, quizId)
  const open = await findOpen(deps, actor, (one) => one.quizId === quizId && one.mode === mode)
  return viewAttempt(deps, actor, open ?? (await storeAttempt(deps, draftAttempt(deps, actor, quiz, mode))))
}

/** @throws DomainError `not-found`. */
export async function getTakeable(deps: AttemptDeps, actor: Actor, quizId: string): Promise<FullQuiz> {
  requireRight(actor, 'learning.use')
  const quiz = await deps.quizzes.findQuiz(quizId, actor.organisationId)
  if (!quiz || !canTake(actor, quiz)) throw new DomainError('not-found', `quiz ${quizId}`)
  return quiz
}

/** @returns null when there is none, or its time is over. */
async function findOpen(
  deps: AttemptDeps,
  actor: Actor,
  isWanted: (attempt: AttemptRecord) => boolean,
): Promise<StoredAttempt | null> {
  const attempts = await deps.quizzes.listAttempts(actor.personId, OPEN_ATTEMPTS)
  const known = attempts.find((one) => one.finishedAt === null && isWanted(one))
  const stored = known && (await deps.quizzes.findAttempt(known.id))
  const open = stored ? await closeWhenOver(deps, stored) : null
  return open?.finishedAt === null ? open : null
}

/** Always a new one. */
export async function openNewAttempt(
  deps: AttemptDeps,
  actor: Actor,
  quiz: FullQuiz,
  mode: QuizMode,
): Promise<StoredAttempt> {
  const attempt = draftAttempt(deps, actor, quiz, mode)
  await deps.quizzes.createAttempt(attempt)
  return (await deps.quizzes.findAttempt(attempt.id))!
}

/** @throws DomainError `bad-input` with `items: none`. */
function draftAttempt(deps: AttemptDeps, actor: Actor, quiz: FullQuiz, mode: QuizMode): AttemptRecord {
  const items = quiz.items.filter((one) => one.status !== 'retired')
  if (items.length === 0) throw new DomainError('bad-input', `quiz ${quiz.id} has no items`, { items: 'none' })
  const isTimed = mode === 'exam' && quiz.timeLimitMinutes !== null
  const seed = deps.ids.next()
  return fillAttempt(deps, actor, {
    quizId: quiz.id,
    mode,
    seed,
    items: shuffle(items, seed).map(({ itemId, version }) => ({ itemId, version })),
    minutes: isTimed ? quiz.timeLimitMinutes : null,
  })
}

type NewAttempt = Pick<AttemptRecord, 'quizId' | 'mode' | 'seed' | 'items'> & { minutes: number | null }

function fillAttempt(deps: AttemptDeps, actor: Actor, { minutes, ...wanted }: NewAttempt): AttemptRecord {
  const startedAt = deps.clock.now()
  return {
    id: deps.ids.next(),
    personId: actor.personId,
    ...wanted,
    startedAt,
    deadline: minutes === null ? null : new Date(startedAt.getTime() + minutes * MINUTE_MS),
    finishedAt: null,
    points: null,
    maxPoints: wanted.items.length,
    passed: null,
  }
}

/** @returns the attempt, or the one that another call has opened in the same moment. */
async function storeAttempt(deps: AttemptDeps, attempt: AttemptRecord): Promise<StoredAttempt> {
  const id = await deps.quizzes.openAttempt(attempt)
  return (await deps.quizzes.findAttempt(id))!
}

/** Fisher and Yates, by the attempt's seed. */
function shuffle<T>(from: readonly T[], seed: string): T[] {
  const random = createSeededRandom(seed)
  const result = [...from]
  for (let last = result.length - 1; last > 0; last--) {
    const other = random.index(last + 1)
    ;[result[last], result[other]] = [result[other]!, result[last]!]
  }
  return result
}

/** What is due today, 20 at most, as an attempt; goes on with one that is open. @returns null when nothing is due. */
export async function startReview(deps: AttemptDeps, actor: Actor): Promise<AttemptView | null> {
  requireRight(actor, 'learning.use')
  const open = await findOpen(deps, actor, (one) => one.mode === 'review')
  if (open && open.answers.length < open.items.length) return viewAttempt(deps, actor, open)
  if (open) await endAttempt(deps, open)
  const due = await deps.quizzes.listDueReviews(actor.personId, deps.clock.now(), MAX_REVIEW_ITEMS)
  const found = await Promise.all(due.map((one) => deps.quizzes.findItem(one.itemId, actor.organisationId)))
  const items = found.flatMap((one) => (one ? [{ itemId: one.id, version: chooseVersion(one) }] : []))
  if (items.length === 0) return null
  const wanted = { quizId: null, mode: 'review' as const, seed: deps.ids.next(), items, minutes: null }
  return viewAttempt(deps, actor, await storeAttempt(deps, fillAttempt(deps, actor, wanted)))
}

/** An edit that nobody has reviewed yet does not reach trainees by way of their reviews. */
function chooseVersion({ status, version, events }: NonNullable<Awaited<ReturnType<QuizStore['findItem']>>>): number {
  if (status === 'approved') return version
  return events.findLast((one) => one.action === 'approved')?.version ?? version
}

export function countDue(deps: Pick<AttemptDeps, 'quizzes' | 'clock'>, actor: Actor): Promise<number> {
  requireRight(actor, 'learning.use')
  return deps.quizzes.countDueReviews(actor.personId, deps.clock.now())
}
