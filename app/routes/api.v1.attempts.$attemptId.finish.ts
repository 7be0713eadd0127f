import type { ActionFunctionArgs } from '@remix-run/node'
import { viewAttempt } from '~/http/api/quiz-views'
import { requireCaller } from '~/http/current-person'
import { withProblems } from '~/http/with-problems'

export const action = withProblems(async ({ request, context, params }: ActionFunctionArgs) => {
  const caller = await requireCaller(request, context)
  return Response.json(viewAttempt(await context.services.quiz.finishAttempt(caller, params.attemptId ?? '')))
})
