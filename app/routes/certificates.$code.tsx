import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { CertificateFacts } from '~/components/print/certificate-facts'
import { PrintButton } from '~/components/print/print-button'
import { viewCertificate } from '~/components/print/view-types'
import { AppLink } from '~/components/ui/app-link'
import { Card } from '~/components/ui/card'
import { requirePerson } from '~/http/current-person'
import { readOrigin } from '~/http/read-origin'
import { withPage } from '~/http/with-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.certificate.title ?? '證明書'} · 對練` },
]

export const loader = withPage(async ({ request, context, params }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  const certificate = viewCertificate(await context.services.prints.readCertificate(person, params.code ?? ''))
  return { certificate, verifyUrl: `${readOrigin(request, context)}/verify/${certificate.code}` }
})

export default function CertificatePage() {
  const { certificate, verifyUrl } = useLoaderData<typeof loader>()
  const { t } = useTranslation('print')
  return (
    <Page
      title={certificate.title}
      crumbs={[{ label: t('certificate.title'), to: '/certificates' }]}
      action={<PrintButton kind="certificate" subjectId={certificate.code} tone="primary" />}
      width="text"
    >
      <Card>
        <CertificateFacts certificate={certificate} />
        <p className="mt-5">{t('certificate.share')}</p>
        <p>
          <AppLink
            to={`/verify/${certificate.code}`}
            className="text-teal underline underline-offset-4 [overflow-wrap:anywhere]"
          >
            {verifyUrl}
          </AppLink>
        </p>
        <p className="mt-5 text-small text-ink-soft">{t('certificate.honest')}</p>
      </Card>
    </Page>
  )
}
