import type { LoaderFunctionArgs } from '@remix-run/node'
import { WRITE_FORMATS } from '~/domain/quiz/exchange-formats'
import { ITEM_STATUSES } from '~/domain/quiz/item'
import { requirePerson } from '~/http/current-person'
import { downloadResponse } from '~/http/download-response'
import { withPage } from '~/http/with-page'

/** The item bank as a file: `?format=` (Excel unless given) and `?status=`. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  const { searchParams } = new URL(request.url)
  const format = WRITE_FORMATS.find((one) => one === searchParams.get('format')) ?? 'xlsx'
  const status = ITEM_STATUSES.find((one) => one === searchParams.get('status'))
  return downloadResponse(await context.services.exchange.exportItems(person, { status }, format))
})
