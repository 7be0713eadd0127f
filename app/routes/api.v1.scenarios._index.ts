import type { LoaderFunctionArgs } from '@remix-run/node'
import { viewScenario } from '~/http/api/views'
import { requireCaller } from '~/http/current-person'
import { withProblems } from '~/http/with-problems'

export const loader = withProblems(async ({ request, context }: LoaderFunctionArgs) => {
  await requireCaller(request, context)
  const { services } = context
  return Response.json({
    scenarios: [...services.content.scenarios.values()].map((scenario) =>
      viewScenario(scenario, services.listProductsOf(scenario)),
    ),
  })
})
