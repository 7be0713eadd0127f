import { type Actor, findResultScope } from '../../domain/governance/authorise'
import { analyseItems } from '../../domain/quiz/analyse-items'
import type { AttemptRecord, QuizAnalysis } from '../../domain/quiz/quiz-ports'
import { DomainError } from '../../domain/shared/domain-error'
import { closeWhenOver } from './get-attempt'
import { readQuiz } from './keep-quizzes'
import { type QuizDeps, requireRight } from './quiz-deps'

const OWN_LIMIT = 200
const SCOPE_LIMIT = 500

export type ListedAttempt = AttemptRecord & { title: string | null; answered: number }
export type AttemptResult = AttemptRecord & { title: string | null; personName: string }

/** One's own attempts, open ones first, then the newest. Those whose time is over are closed. */
export async function listAttempts(deps: QuizDeps, actor: Actor): Promise<ListedAttempt[]> {
  requireRight(actor, 'learning.use')
  const attempts = await deps.quizzes.listAttempts(actor.personId, OWN_LIMIT)
  const now = deps.clock.now()
  const over = attempts.filter((one) => one.finishedAt === null && one.deadline !== null && now > one.deadline)
  if (over.length === 0) return attempts
  for (const { id } of over) {
    const stored = await deps.quizzes.findAttempt(id)
    if (stored) await closeWhenOver(deps, stored)
  }
  return deps.quizzes.listAttempts(actor.personId, OWN_LIMIT)
}

function requireScope(actor: Actor) {
  const scope = findResultScope(actor)
  if (!scope) throw new DomainError('not-allowed', `results.list as ${actor.role}`)
  return scope
}

/** Ended attempts of those whom a trainer, manager or administrator looks after, newest first. @throws DomainError `not-allowed`. */
export async function listQuizResults(deps: QuizDeps, actor: Actor): Promise<AttemptResult[]> {
  return deps.quizzes.listAttemptResults(requireScope(actor), SCOPE_LIMIT)
}

/** How the items of a quiz do with those whom the actor looks after: first ended attempts only. @throws DomainError `not-allowed`, `not-found`. */
export async function readAnalysis(deps: QuizDeps, actor: Actor, quizId: string): Promise<QuizAnalysis> {
  const scope = requireScope(actor)
  const quiz = await readQuiz(deps, actor, quizId)
  return { quiz, analysis: analyseItems(await deps.quizzes.listScoredAnswers(quizId, scope), quiz.items) }
}
