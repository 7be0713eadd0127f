import { Award } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../frame/empty-state'
import { AppLink } from '../ui/app-link'
import { ButtonLink } from '../ui/button'
import { formatDay } from '../ui/format-date'
import type { CertificateView } from './view-types'

export function CertificateList({ certificates }: { certificates: readonly CertificateView[] }) {
  const { t, i18n } = useTranslation('print')
  if (certificates.length === 0)
    return (
      <EmptyState
        title={t('certificate.empty.title')}
        text={t('certificate.empty.text')}
        action={
          <ButtonLink to="/" tone="primary">
            {t('certificate.empty.action')}
          </ButtonLink>
        }
        picture={<Award aria-hidden className="size-10" strokeWidth={1.5} />}
      />
    )
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {certificates.map(({ code, kind, title, points, issuedAt }) => (
        <li key={code} className="grid content-start gap-1 rounded-card border border-hairline bg-surface p-5">
          <p className="text-small text-ink-soft">
            {t(`certificate.kind.${kind}`)}
            {points === null ? '' : ` · ${t('certificate.points', { points: Math.round(points) })}`}
          </p>
          <AppLink to={`/certificates/${code}`} className="text-title text-teal underline underline-offset-4">
            {title}
          </AppLink>
          <p className="text-small text-ink-soft">
            {t('certificate.issued', { day: formatDay(issuedAt, i18n.language, true) })}
          </p>
          <code className="text-small">{code}</code>
        </li>
      ))}
    </ul>
  )
}
