import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePerson } from '~/http/current-person'
import { downloadResponse } from '~/http/download-response'
import { readScormVersion } from '~/http/read-scorm-version'
import { withPage } from '~/http/with-page'

/** A SCORM package that opens this scenario on this server: `?version=1.2` or `2004`. */
export const loader = withPage(async ({ request, context, params }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  const { origin } = new URL(request.url)
  const version = readScormVersion(request)
  return downloadResponse(context.services.exchange.exportLaunch(person, params.scenarioId ?? '', version, origin))
})
