import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { CertificateList } from '~/components/print/certificate-list'
import { viewCertificate } from '~/components/print/view-types'
import { CERTIFICATE_KINDS } from '~/domain/print-ports'
import { requirePerson } from '~/http/current-person'
import { parseInput } from '~/http/parse-input'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('證明書', 'Certificates')

const certificateForm = z.object({ kind: z.enum(CERTIFICATE_KINDS), id: z.string().min(1).max(200) })

export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  return { certificates: (await context.services.prints.listCertificates(person)).map(viewCertificate) }
})

/** Issues a certificate, or leads to the one that there is. */
export const action = withPage(async ({ request, context }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  const wish = parseInput(certificateForm, Object.fromEntries(await request.formData()))
  const { code } = await context.services.prints.issueCertificate(person, wish)
  return redirect(`/certificates/${code}`)
})

export default function CertificatesPage() {
  const { certificates } = useLoaderData<typeof loader>()
  const { t } = useTranslation('print')
  return (
    <Page title={t('certificate.title')} lead={t('certificate.lead')} width="text">
      <CertificateList certificates={certificates} />
    </Page>
  )
}
