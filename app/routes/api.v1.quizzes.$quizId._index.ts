import type { LoaderFunctionArgs } from '@remix-run/node'
import { isAllowed } from '~/domain/governance/authorise'
import { viewQuiz, viewQuizSummary } from '~/http/api/quiz-views'
import { requireCaller } from '~/http/current-person'
import { withProblems } from '~/http/with-problems'

export const loader = withProblems(async ({ request, context, params }: LoaderFunctionArgs) => {
  const caller = await requireCaller(request, context)
  const id = params.quizId ?? ''
  const { quiz } = context.services
  // The items hold their keys.
  if (isAllowed(caller, 'learning.manage')) return Response.json(viewQuiz(await quiz.readQuiz(caller, id)))
  return Response.json(viewQuizSummary(await quiz.describeQuiz(caller, id)))
})
