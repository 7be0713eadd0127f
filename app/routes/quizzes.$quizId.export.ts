import type { LoaderFunctionArgs } from '@remix-run/node'
import { WRITE_FORMATS } from '~/domain/quiz/exchange-formats'
import { DomainError } from '~/domain/shared/domain-error'
import { requirePerson } from '~/http/current-person'
import { downloadResponse } from '~/http/download-response'
import { withPage } from '~/http/with-page'

/** A quiz as a file for another system: `?format=moodle-xml`, `gift`, `qti`, `csv` or `xlsx`. */
export const loader = withPage(async ({ request, context, params }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  const wanted = new URL(request.url).searchParams.get('format')
  const format = WRITE_FORMATS.find((one) => one === wanted)
  if (!format) throw new DomainError('bad-input', `format: one of ${WRITE_FORMATS.join(', ')}`)
  return downloadResponse(await context.services.exchange.exportQuiz(person, params.quizId ?? '', format))
})
