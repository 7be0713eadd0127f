import type { ActionFunctionArgs } from '@remix-run/node'
import { viewScorecard } from '~/http/api/views'
import { requireCaller } from '~/http/current-person'
import { withProblems } from '~/http/with-problems'

export const action = withProblems(async ({ request, context, params }: ActionFunctionArgs) => {
  const caller = await requireCaller(request, context)
  const { id, scorecard } = await context.services.finishRoleplay(caller, params.roleplayId ?? '')
  return Response.json({ id, status: 'ended', scorecard: viewScorecard(scorecard) })
})
