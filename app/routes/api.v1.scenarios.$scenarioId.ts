import type { LoaderFunctionArgs } from '@remix-run/node'
import { viewScenarioDetail } from '~/http/api/views'
import { requireCaller } from '~/http/current-person'
import { withProblems } from '~/http/with-problems'

export const loader = withProblems(async ({ request, context, params }: LoaderFunctionArgs) => {
  await requireCaller(request, context)
  return Response.json(viewScenarioDetail(context.services.getBriefing(params.scenarioId ?? '')))
})
