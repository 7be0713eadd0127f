import type { LoaderFunctionArgs } from '@remix-run/node'
import { viewPassage } from '~/http/api/knowledge-views'
import { requireCaller, requirePermission } from '~/http/current-person'
import { withProblems } from '~/http/with-problems'

/** A passage as it stood in its version, also of a retired document: what an old scorecard cites. */
export const loader = withProblems(async ({ request, context, params }: LoaderFunctionArgs) => {
  const caller = await requireCaller(request, context)
  requirePermission(caller, 'knowledge.read')
  return Response.json(viewPassage(await context.services.readKnowledgePassage(caller, params.passageId ?? '')))
})
