import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { VerifyCard } from '~/components/print/verify-card'

export const meta = titleMeta('查證證明書', 'Verify a certificate')

/** Open to everybody: type a code. */
export async function loader({ request }: LoaderFunctionArgs) {
  const code = new URL(request.url).searchParams.get('code')?.trim()
  if (code) throw redirect(`/verify/${encodeURIComponent(code.slice(0, MAX_TYPED))}`)
  return null
}
const MAX_TYPED = 60

export default function VerifyPage() {
  const { t } = useTranslation('print')
  return (
    <Page title={t('verify.title')} lead={t('verify.lead')} width="text">
      <VerifyCard result={{ status: 'not-asked' }} typed="" />
    </Page>
  )
}
