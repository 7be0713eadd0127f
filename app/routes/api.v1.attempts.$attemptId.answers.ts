import type { ActionFunctionArgs } from '@remix-run/node'
import { answerItemInput } from '~/http/api/quiz-schemas'
import { viewAnswered } from '~/http/api/quiz-views'
import { requireCaller } from '~/http/current-person'
import { parseInput } from '~/http/parse-input'
import { readJsonBody, withProblems } from '~/http/with-problems'

export const action = withProblems(async ({ request, context, params }: ActionFunctionArgs) => {
  const caller = await requireCaller(request, context)
  const { itemId, response } = parseInput(answerItemInput, await readJsonBody(request))
  const answered = await context.services.quiz.answerItem(caller, params.attemptId ?? '', { itemId }, response)
  return Response.json(viewAnswered(answered))
})
