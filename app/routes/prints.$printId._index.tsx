import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { PrintStatusCard } from '~/components/print/print-status'
import { viewPrint } from '~/components/print/view-types'
import { requirePerson } from '~/http/current-person'
import { withPage } from '~/http/with-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.print.fileName ?? '列印'} · 對練` }]

const POLL_MS = 700

export const loader = withPage(async ({ request, context, params }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  return { print: viewPrint(await context.services.prints.readJob(person, params.printId ?? '')) }
})

/** Calls the print off. */
export const action = withPage(async ({ request, context, params }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  await context.services.prints.cancelPrint(person, params.printId ?? '')
  return redirect(`/prints/${params.printId}`)
})

/** Looks again until the print has ended. */
function useFollowed(isOpen: boolean) {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!isOpen || state !== 'idle') return
    const timer = setTimeout(revalidate, POLL_MS)
    return () => clearTimeout(timer)
  }, [isOpen, state, revalidate])
}

export default function PrintPage() {
  const { print } = useLoaderData<typeof loader>()
  const { t } = useTranslation('print')
  useFollowed(print.status === 'waiting' || print.status === 'running')
  return (
    <Page
      title={print.fileName}
      lead={t(`kind.${print.kind}`)}
      crumbs={[{ label: t('job.all'), to: '/prints' }]}
      width="text"
    >
      <PrintStatusCard print={print} />
    </Page>
  )
}
