import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { makeQuizInput } from '~/http/api/quiz-schemas'
import { viewMadeQuiz, viewQuizSummary } from '~/http/api/quiz-views'
import { requireCaller, requirePermission } from '~/http/current-person'
import { parseInput } from '~/http/parse-input'
import { readJsonBody, withProblems } from '~/http/with-problems'

export const loader = withProblems(async ({ request, context }: LoaderFunctionArgs) => {
  const caller = await requireCaller(request, context)
  const quizzes = await context.services.quiz.listQuizzes(caller)
  return Response.json({ quizzes: quizzes.map(viewQuizSummary) })
})

export const action = withProblems(async ({ request, context }: ActionFunctionArgs) => {
  const caller = await requireCaller(request, context)
  requirePermission(caller, 'learning.manage')
  const made = await context.services.quiz.makeQuiz(caller, parseInput(makeQuizInput, await readJsonBody(request)))
  return Response.json(viewMadeQuiz(made), {
    status: 201,
    headers: { Location: `/api/v1/quizzes/${made.quiz.id}` },
  })
})
