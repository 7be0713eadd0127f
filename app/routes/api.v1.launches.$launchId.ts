import type { LoaderFunctionArgs } from '@remix-run/node'
import { isDomainError, problemResponse } from '~/http/problem-details'
import { withProblems } from '~/http/with-problems'

/** Asked by the page of a SCORM package, which runs at an address that we do not know; the id is its only right, and the result all it learns. */
const ANY_SITE = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' }

export const loader = withProblems(async ({ context, params }: LoaderFunctionArgs) => {
  try {
    return Response.json(await context.services.exchange.readLaunch(params.launchId ?? ''), { headers: ANY_SITE })
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'not-found') throw error
    const response = problemResponse(error)
    for (const [name, value] of Object.entries(ANY_SITE)) response.headers.set(name, value)
    return response
  }
})
