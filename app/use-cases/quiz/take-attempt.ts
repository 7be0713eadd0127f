import type { Actor } from '../../domain/governance/authorise'
import type { ItemResponse } from '../../domain/quiz/item'
import type { AttemptView } from '../../domain/quiz/quiz-ports'
import { DomainError } from '../../domain/shared/domain-error'
import { gradeAnswer } from './answer-item'
import { type AttemptDeps, endAttempt, getOwnAttempt, getReadableAttempt } from './get-attempt'
import { getTakeable, openNewAttempt, type QuizMode } from './start-attempt'
import { viewAttempt } from './view-attempt'

/** One's own attempt as it stands, or an ended one of somebody in one's scope. @throws DomainError `not-found`. */
export async function readAttempt(deps: AttemptDeps, actor: Actor, attemptId: string): Promise<AttemptView> {
  return viewAttempt(deps, actor, await getReadableAttempt(deps, actor, attemptId))
}

/** Ends one's own attempt; ending it again answers the same. @throws DomainError `not-found`. */
export async function finishAttempt(deps: AttemptDeps, actor: Actor, attemptId: string): Promise<AttemptView> {
  const attempt = await getOwnAttempt(deps, actor, attemptId)
  return viewAttempt(deps, actor, await endAttempt(deps, attempt))
}

/**
 * Takes a whole quiz at once.
 *
 * @param given an item that is left out counts as not answered.
 * @throws DomainError as `startAttempt`; `bad-input` with `answers: unknown`, `answers: twice` or `response` as `findUnfitResponse`; nothing is stored then.
 */
export async function takeAtOnce(
  deps: AttemptDeps,
  actor: Actor,
  quizId: string,
  input: { mode: QuizMode; answers: readonly { itemId: string; response: ItemResponse }[] },
): Promise<AttemptView> {
  const quiz = await getTakeable(deps, actor, quizId)
  const items = new Map(quiz.items.map((one) => [one.itemId, one]))
  const points = new Map(
    input.answers.map(({ itemId, response }) => {
      const item = items.get(itemId)
      if (!item) throw new DomainError('bad-input', `item ${itemId}`, { answers: 'unknown' })
      return [itemId, gradeAnswer(item.content, response)]
    }),
  )
  if (points.size < input.answers.length) throw new DomainError('bad-input', 'an item twice', { answers: 'twice' })
  const attempt = await openNewAttempt(deps, actor, quiz, input.mode)
  for (const { itemId, response } of input.answers) {
    const position = attempt.items.findIndex((one) => one.itemId === itemId)
    if (position < 0) continue
    const itemVersion = attempt.items[position]!.version
    const answer = {
      position,
      itemId,
      itemVersion,
      response,
      points: points.get(itemId)!,
      answeredAt: attempt.startedAt,
    }
    await deps.quizzes.saveAnswer(attempt.id, answer)
  }
  return finishAttempt(deps, actor, attempt.id)
}
