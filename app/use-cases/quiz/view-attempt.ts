import type { Actor } from '../../domain/governance/authorise'
import { gradeResponse } from '../../domain/quiz/grade-response'
import type { AttemptView, ItemQuestion, ItemResult, PlacedItem, StoredAttempt } from '../../domain/quiz/quiz-ports'
import { showQuestion } from '../../domain/quiz/show-question'
import type { QuizDeps } from './quiz-deps'

const REVIEW_TITLE = '今日複習'

type ViewDeps = Pick<QuizDeps, 'quizzes'>

/** An attempt as its person sees it: in an exam nothing tells a key before the end. */
export async function viewAttempt(deps: ViewDeps, actor: Actor, stored: StoredAttempt): Promise<AttemptView> {
  const { answers, owner: _owner, ...attempt } = stored
  const [placed, title] = await Promise.all([
    deps.quizzes.findPlacedItems(attempt.items),
    findTitle(deps, actor, stored),
  ])
  const questions = placed.map((item, position) => askItem(item, position, attempt.seed))
  return {
    attempt,
    title,
    questions,
    answers: answers.map(({ position, response }) => ({ position, response })),
    results: placed.flatMap((item, position) => {
      const result = readResult(stored, item, position)
      return result ? [result] : []
    }),
  }
}

async function findTitle(deps: ViewDeps, actor: Actor, { quizId }: StoredAttempt): Promise<string> {
  if (quizId === null) return REVIEW_TITLE
  return (await deps.quizzes.findQuiz(quizId, actor.organisationId))?.title ?? ''
}

function askItem({ itemId, version, status, content }: PlacedItem, position: number, seed: string): ItemQuestion {
  const isUnreviewed = status === 'draft' || status === 'edited'
  return showQuestion(content, { itemId, version, position, seed, isUnreviewed })
}

/** @returns null as long as the result of this position is not to be seen. */
export function readResult(attempt: StoredAttempt, item: PlacedItem, position: number): ItemResult | null {
  const answer = attempt.answers.find((one) => one.position === position)
  const isShown = attempt.finishedAt !== null || (answer !== undefined && attempt.mode !== 'exam')
  if (!isShown) return null
  return {
    question: askItem(item, position, attempt.seed),
    content: item.content,
    response: answer?.response ?? null,
    points: answer?.points ?? gradeResponse(item.content, null).points,
  }
}
