import type { LoaderFunctionArgs } from '@remix-run/node'
import { searchInput } from '~/http/api/knowledge-schemas'
import { viewSearch } from '~/http/api/knowledge-views'
import { requireCaller, requirePermission } from '~/http/current-person'
import { parseInput } from '~/http/parse-input'
import { withProblems } from '~/http/with-problems'

export const loader = withProblems(async ({ request, context }: LoaderFunctionArgs) => {
  const caller = await requireCaller(request, context)
  requirePermission(caller, 'knowledge.read')
  const filled = [...new URL(request.url).searchParams].filter(([, value]) => value !== '')
  const { q, ...rest } = parseInput(searchInput, Object.fromEntries(filled))
  return Response.json(viewSearch(await context.services.searchKnowledge(caller, { query: q, ...rest })))
})
