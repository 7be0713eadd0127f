import type { AttemptRecord, QuizSummary } from '~/domain/quiz/quiz-ports'
import { countPercent } from './count-percent'
import type { OpenAttemptView, QuizCardView, ResultView } from './view-types'

type ListedAttempt = AttemptRecord & { title: string | null; answered: number }

export function toResultView(attempt: AttemptRecord): ResultView | null {
  if (attempt.finishedAt === null || attempt.points === null) return null
  return {
    attemptId: attempt.id,
    mode: attempt.mode,
    percent: countPercent(attempt.points, attempt.maxPoints),
    passed: attempt.passed,
    at: attempt.finishedAt.toISOString(),
  }
}

/** Quizzes with what the reader has made of them. @param attempts the reader's own. */
export function buildQuizCards(
  quizzes: readonly QuizSummary[],
  attempts: readonly ListedAttempt[],
  personId: string,
): QuizCardView[] {
  const cards = quizzes.map((quiz) => {
    const results = attempts.flatMap((one) => (one.quizId === quiz.id ? (toResultView(one) ?? []) : []))
    const newestFirst = results.sort((a, b) => b.at.localeCompare(a.at))
    const best = newestFirst.reduce<ResultView | null>(
      (found, one) => (found && found.percent >= one.percent ? found : one),
      null,
    )
    return {
      id: quiz.id,
      title: quiz.title,
      status: quiz.status,
      origin: quiz.origin.kind,
      itemCount: quiz.itemCount,
      minutes: quiz.timeLimitMinutes,
      passPercent: quiz.passPercent,
      isForMe: quiz.origin.kind === 'remedy' && quiz.origin.personId === personId,
      best,
      last: newestFirst[0] ?? null,
    }
  })
  return cards.sort((a, b) => Number(b.isForMe) - Number(a.isForMe))
}

/** What was begun and not ended. */
export function listOpenAttempts(attempts: readonly ListedAttempt[]): OpenAttemptView[] {
  return attempts.flatMap(({ id, title, mode, answered, items, finishedAt }) =>
    finishedAt === null ? [{ attemptId: id, title: title ?? '', mode, answered, total: items.length }] : [],
  )
}
