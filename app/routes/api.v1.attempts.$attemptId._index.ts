import type { LoaderFunctionArgs } from '@remix-run/node'
import { viewAttempt } from '~/http/api/quiz-views'
import { requireCaller } from '~/http/current-person'
import { withProblems } from '~/http/with-problems'

export const loader = withProblems(async ({ request, context, params }: LoaderFunctionArgs) => {
  const caller = await requireCaller(request, context)
  return Response.json(viewAttempt(await context.services.quiz.readAttempt(caller, params.attemptId ?? '')))
})
