import type { ActionFunctionArgs } from '@remix-run/node'
import { requireCaller } from '~/http/current-person'
import { withProblems } from '~/http/with-problems'

export const action = withProblems(async ({ request, context, params }: ActionFunctionArgs) => {
  const caller = await requireCaller(request, context)
  return Response.json(await context.services.askHint(caller, params.roleplayId ?? ''))
})
