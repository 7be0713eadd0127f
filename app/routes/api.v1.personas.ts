import type { LoaderFunctionArgs } from '@remix-run/node'
import { viewPersona } from '~/http/api/views'
import { requireCaller } from '~/http/current-person'
import { withProblems } from '~/http/with-problems'

export const loader = withProblems(async ({ request, context }: LoaderFunctionArgs) => {
  await requireCaller(request, context)
  const { personas } = context.services.content
  return Response.json({ personas: [...personas.values()].map(viewPersona) })
})
