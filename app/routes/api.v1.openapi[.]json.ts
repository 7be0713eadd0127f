import { buildOpenApi } from '~/http/api/build-openapi'

export function loader() {
  return Response.json(buildOpenApi(), { headers: { 'Cache-Control': 'public, max-age=300' } })
}
