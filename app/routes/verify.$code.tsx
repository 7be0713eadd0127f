import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { VerifyCard, type VerifyView } from '~/components/print/verify-card'
import { viewCertificate } from '~/components/print/view-types'
import { withPage } from '~/http/with-page'

/** Not for search engines: names stand here. */
export const meta: MetaFunction = () => [{ title: '查證證明書 · 對練' }, { name: 'robots', content: 'noindex' }]

/** Open to everybody who holds a code; slowed down for those who guess. */
export const loader = withPage(async ({ context, params }: LoaderFunctionArgs) => {
  const typed = params.code ?? ''
  const found = await context.services.prints.verifyCertificate(typed, context.address)
  const result: VerifyView =
    found.status === 'valid'
      ? { status: 'valid', certificate: viewCertificate(found.certificate) }
      : { status: found.status }
  return { result, typed }
})

export default function VerifiedPage() {
  const { result, typed } = useLoaderData<typeof loader>()
  const { t } = useTranslation('print')
  return (
    <Page title={t('verify.title')} lead={t('verify.lead')} width="text">
      <VerifyCard result={result} typed={typed} />
    </Page>
  )
}
