import type { ActionFunctionArgs } from '@remix-run/node'
import { forkInput } from '~/http/api/schemas'
import { viewStarted } from '~/http/api/views'
import { requireCaller } from '~/http/current-person'
import { parseInput } from '~/http/parse-input'
import { readJsonBody, withProblems } from '~/http/with-problems'

export const action = withProblems(async ({ request, context, params }: ActionFunctionArgs) => {
  const caller = await requireCaller(request, context)
  const { fromTurn } = parseInput(forkInput, await readJsonBody(request))
  const roleplay = await context.services.forkRoleplay(caller, params.roleplayId ?? '', fromTurn)
  return Response.json(viewStarted(roleplay), {
    status: 201,
    headers: { Location: `/api/v1/roleplays/${roleplay.id}` },
  })
})
