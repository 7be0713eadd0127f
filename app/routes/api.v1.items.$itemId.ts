import type { LoaderFunctionArgs } from '@remix-run/node'
import { viewItemDetail } from '~/http/api/quiz-views'
import { requireCaller } from '~/http/current-person'
import { withProblems } from '~/http/with-problems'

export const loader = withProblems(async ({ request, context, params }: LoaderFunctionArgs) => {
  const caller = await requireCaller(request, context)
  return Response.json(viewItemDetail(await context.services.quiz.readItem(caller, params.itemId ?? '')))
})
