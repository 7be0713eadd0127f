import type { Actor } from '../../domain/governance/authorise'
import { findUnfitResponse } from '../../domain/quiz/find-unfit-response'
import { gradeResponse } from '../../domain/quiz/grade-response'
import type { ItemContent, ItemResponse } from '../../domain/quiz/item'
import type { AnswerRecord, ItemResult, PlacedItem, StoredAttempt } from '../../domain/quiz/quiz-ports'
import { DomainError } from '../../domain/shared/domain-error'
import { type AttemptDeps, getOwnAttempt, planReview } from './get-attempt'
import { readResult } from './view-attempt'

/** @returns 0 to 1. @throws DomainError `bad-input` with `response` and why it cannot be an answer to this item (`findUnfitResponse`). */
export function gradeAnswer(content: ItemContent, response: ItemResponse): number {
  const reason = findUnfitResponse(content, response)
  if (reason !== null)
    throw new DomainError('bad-input', `${response.type} for ${content.type}: ${reason}`, { response: reason })
  return gradeResponse(content, response).points
}

export type Answered = { status: 'stored' | 'kept'; result: ItemResult | null }

/** Where an answer belongs: a position from 0 in the order of the attempt, or the item. */
export type AnswerPlace = number | { itemId: string }

/**
 * Stores an answer. In practice and review the first one stays, and its result comes back; in an exam a later one takes its place, and `result` is null.
 *
 * @throws DomainError `not-found`; `attempt-ended` also when the time is over; `bad-input` with `position: unknown` or `response` as `findUnfitResponse`; nothing is stored then, and the attempt goes on.
 */
export async function answerItem(
  deps: AttemptDeps,
  actor: Actor,
  attemptId: string,
  place: AnswerPlace,
  response: ItemResponse,
): Promise<Answered> {
  const attempt = await getOwnAttempt(deps, actor, attemptId)
  if (attempt.finishedAt !== null) throw new DomainError('attempt-ended', `attempt ${attemptId} has ended`)
  const position = typeof place === 'number' ? place : attempt.items.findIndex((one) => one.itemId === place.itemId)
  const placed = attempt.items[position]
  const [item] = placed ? await deps.quizzes.findPlacedItems([placed]) : []
  if (!item) throw new DomainError('bad-input', `position ${position}`, { position: 'unknown' })
  const answer: AnswerRecord = {
    position,
    itemId: item.itemId,
    itemVersion: item.version,
    response,
    points: gradeAnswer(item.content, response),
    answeredAt: deps.clock.now(),
  }
  return attempt.mode === 'exam' ? replaceAnswer(deps, attempt, answer) : keepAnswer(deps, attempt, item, answer)
}

const ended = () => new DomainError('attempt-ended', 'the attempt was ended meanwhile')

async function replaceAnswer(deps: AttemptDeps, attempt: StoredAttempt, answer: AnswerRecord): Promise<Answered> {
  if ((await deps.quizzes.replaceAnswer(attempt.id, answer)) === 'ended') throw ended()
  return { status: 'stored', result: null }
}

async function keepAnswer(
  deps: AttemptDeps,
  attempt: StoredAttempt,
  item: PlacedItem,
  answer: AnswerRecord,
): Promise<Answered> {
  const outcome = await deps.quizzes.saveAnswer(attempt.id, answer)
  if (outcome === 'ended') throw ended()
  if (outcome === 'stored' && attempt.mode === 'review') {
    const now = answer.answeredAt
    const review = await planReview(deps, attempt.personId, item.itemId, answer.points, now)
    await deps.quizzes.saveReview(attempt.personId, review, now)
  }
  const answers = outcome === 'stored' ? [answer] : ((await deps.quizzes.findAttempt(attempt.id))?.answers ?? [])
  return { status: outcome, result: readResult({ ...attempt, answers }, item, answer.position) }
}
