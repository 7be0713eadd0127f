import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { PrintList } from '~/components/print/print-list'
import { viewPrint } from '~/components/print/view-types'
import { PRINT_KINDS } from '~/domain/print-ports'
import { requirePermission, requirePerson } from '~/http/current-person'
import { parseInput } from '~/http/parse-input'
import { readOrigin } from '~/http/read-origin'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('列印', 'Prints')

const printForm = z.object({ kind: z.enum(PRINT_KINDS), subjectId: z.string().min(1).max(200) })

export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.use')
  return { prints: (await context.services.prints.listJobs(person)).map(viewPrint) }
})

/** Begins a print; its page shows how far it is. */
export const action = withPage(async ({ request, context }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  const wish = parseInput(printForm, Object.fromEntries(await request.formData()))
  const job = await context.services.prints.startPrint(person, { ...wish, origin: readOrigin(request, context) })
  return redirect(`/prints/${job.id}`)
})

export default function PrintsPage() {
  const { prints } = useLoaderData<typeof loader>()
  const { t } = useTranslation('print')
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      <PrintList prints={prints} />
    </Page>
  )
}
