import type { LoaderFunctionArgs } from '@remix-run/node'

/** Readiness: what a load balancer asks before it sends anybody here. */
export async function loader({ context }: LoaderFunctionArgs) {
  const readiness = await context.services.checkReadiness()
  return Response.json(readiness, { status: readiness.status === 'ready' ? 200 : 503 })
}
