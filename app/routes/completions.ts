import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePerson } from '~/http/current-person'
import { downloadResponse } from '~/http/download-response'
import { withPage } from '~/http/with-page'

/** What one's people have finished, as a table: `?format=csv` or `xlsx`. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  const format = new URL(request.url).searchParams.get('format') === 'xlsx' ? 'xlsx' : 'csv'
  return downloadResponse(await context.services.exchange.exportCompletions(person, format))
})
