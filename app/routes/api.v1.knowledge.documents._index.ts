import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { viewDocument } from '~/http/api/knowledge-views'
import { requireCaller, requirePermission } from '~/http/current-person'
import { receiveFiles } from '~/http/receive-files'
import { withProblems } from '~/http/with-problems'

export const loader = withProblems(async ({ request, context }: LoaderFunctionArgs) => {
  const caller = await requireCaller(request, context)
  requirePermission(caller, 'knowledge.read')
  const documents = await context.services.listKnowledgeDocuments(caller)
  return Response.json({ documents: documents.map(viewDocument) })
})

/** Takes files in; what becomes of each is told by the import. */
export const action = withProblems(async ({ request, context }: ActionFunctionArgs) => {
  const caller = await requireCaller(request, context)
  requirePermission(caller, 'knowledge.manage')
  const importId = await context.services.startKnowledgeImport(caller, await receiveFiles(request))
  return Response.json({ importId }, { status: 202, headers: { Location: `/api/v1/knowledge/imports/${importId}` } })
})
