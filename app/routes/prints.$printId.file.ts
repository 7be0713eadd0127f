import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePerson } from '~/http/current-person'
import { downloadResponse } from '~/http/download-response'
import { withPage } from '~/http/with-page'

/** The finished PDF, for the person who had it made. */
export const loader = withPage(async ({ request, context, params }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  const { fileName, bytes } = await context.services.prints.readPrint(person, params.printId ?? '')
  return downloadResponse({ name: fileName, contentType: 'application/pdf', bytes })
})
