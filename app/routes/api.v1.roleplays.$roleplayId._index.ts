import type { LoaderFunctionArgs } from '@remix-run/node'
import { viewTalk } from '~/http/api/views'
import { requireCaller } from '~/http/current-person'
import { withProblems } from '~/http/with-problems'

export const loader = withProblems(async ({ request, context, params }: LoaderFunctionArgs) => {
  const caller = await requireCaller(request, context)
  const { talk, scenario, learnt } = await context.services.readTalk(caller, params.roleplayId ?? '')
  return Response.json(viewTalk(talk, scenario.persona, learnt))
})
