import type { ActionFunctionArgs } from '@remix-run/node'
import { attemptInput } from '~/http/api/quiz-schemas'
import { viewAttempt } from '~/http/api/quiz-views'
import { requireCaller } from '~/http/current-person'
import { parseInput } from '~/http/parse-input'
import { readJsonBody, withProblems } from '~/http/with-problems'

export const action = withProblems(async ({ request, context, params }: ActionFunctionArgs) => {
  const caller = await requireCaller(request, context)
  const { mode = 'practice', answers } = parseInput(attemptInput, await readJsonBody(request))
  const id = params.quizId ?? ''
  const { quiz } = context.services
  const view = answers
    ? await quiz.takeAtOnce(caller, id, { mode, answers })
    : await quiz.startAttempt(caller, id, mode)
  return Response.json(viewAttempt(view), {
    status: 201,
    headers: { Location: `/api/v1/attempts/${view.attempt.id}` },
  })
})
