import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireCaller, requirePermission } from '~/http/current-person'
import { withProblems } from '~/http/with-problems'

/** Prometheus text, for administrators and the machine token. */
export const loader = withProblems(async ({ request, context }: LoaderFunctionArgs) => {
  requirePermission(await requireCaller(request, context), 'metrics.read')
  const { metrics } = context.services
  return new Response(await metrics.render(), { headers: { 'Content-Type': metrics.contentType } })
})
