import type { LoaderFunctionArgs } from '@remix-run/node'
import { viewScorecard } from '~/http/api/views'
import { requireCaller } from '~/http/current-person'
import { withProblems } from '~/http/with-problems'

export const loader = withProblems(async ({ request, context, params }: LoaderFunctionArgs) => {
  const caller = await requireCaller(request, context)
  return Response.json(viewScorecard(await context.services.readScorecard(caller, params.roleplayId ?? '')))
})
