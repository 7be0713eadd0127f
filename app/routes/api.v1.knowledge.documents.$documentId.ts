import type { LoaderFunctionArgs } from '@remix-run/node'
import { viewText } from '~/http/api/knowledge-views'
import { requireCaller, requirePermission } from '~/http/current-person'
import { withProblems } from '~/http/with-problems'

export const loader = withProblems(async ({ request, context, params }: LoaderFunctionArgs) => {
  const caller = await requireCaller(request, context)
  requirePermission(caller, 'knowledge.read')
  const version = new URL(request.url).searchParams.get('version') || undefined
  return Response.json(viewText(await context.services.readKnowledgeDocument(caller, params.documentId ?? '', version)))
})
