import type { ActionFunctionArgs } from '@remix-run/node'
import { startRoleplayInput } from '~/http/api/schemas'
import { viewStarted } from '~/http/api/views'
import { requireCaller } from '~/http/current-person'
import { parseInput } from '~/http/parse-input'
import { readJsonBody, withProblems } from '~/http/with-problems'

export const action = withProblems(async ({ request, context }: ActionFunctionArgs) => {
  const caller = await requireCaller(request, context)
  const input = parseInput(startRoleplayInput, await readJsonBody(request))
  const roleplay = await context.services.startRoleplay(caller, input)
  return Response.json(viewStarted(roleplay), {
    status: 201,
    headers: { Location: `/api/v1/roleplays/${roleplay.id}` },
  })
})
