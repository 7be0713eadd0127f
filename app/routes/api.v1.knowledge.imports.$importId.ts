import type { LoaderFunctionArgs } from '@remix-run/node'
import { viewImport } from '~/http/api/knowledge-views'
import { requireCaller, requirePermission } from '~/http/current-person'
import { withProblems } from '~/http/with-problems'

export const loader = withProblems(async ({ request, context, params }: LoaderFunctionArgs) => {
  const caller = await requireCaller(request, context)
  requirePermission(caller, 'knowledge.manage')
  return Response.json(viewImport(await context.services.readKnowledgeImport(caller, params.importId ?? '')))
})
