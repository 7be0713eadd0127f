import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireCaller } from '~/http/current-person'
import { downloadResponse } from '~/http/download-response'
import { readOrigin } from '~/http/read-origin'
import { withProblems } from '~/http/with-problems'

/** A course as a PDF; the caller waits for it. */
export const loader = withProblems(async ({ request, context, params }: LoaderFunctionArgs) => {
  const caller = await requireCaller(request, context)
  const wish = { kind: 'course' as const, subjectId: params.courseId ?? '', origin: readOrigin(request, context) }
  const { fileName, bytes } = await context.services.prints.printNow(caller, wish, context.closed)
  return downloadResponse({ name: fileName, contentType: 'application/pdf', bytes })
})
