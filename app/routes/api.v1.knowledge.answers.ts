import type { ActionFunctionArgs } from '@remix-run/node'
import { answerInput } from '~/http/api/knowledge-schemas'
import { viewAnswer } from '~/http/api/knowledge-views'
import { requireCaller, requirePermission } from '~/http/current-person'
import { parseInput } from '~/http/parse-input'
import { readJsonBody, withProblems } from '~/http/with-problems'

export const action = withProblems(async ({ request, context }: ActionFunctionArgs) => {
  const caller = await requireCaller(request, context)
  requirePermission(caller, 'knowledge.read')
  const input = parseInput(answerInput, await readJsonBody(request))
  return Response.json(viewAnswer(await context.services.answerFromKnowledge(caller, input, request.signal)))
})
