import { useTranslation } from 'react-i18next'
import { formatDay } from '../ui/format-date'
import type { CertificateView } from './view-types'

/** Who, what, when. */
export function CertificateFacts({ certificate }: { certificate: CertificateView }) {
  const { t, i18n } = useTranslation('print')
  const { personName, kind, title, points, issuedAt, code } = certificate
  const rows: [string, string][] = [
    [t('certificate.name'), personName],
    [t('certificate.subject'), `${t(`certificate.kind.${kind}`)}：${title}`],
    ...(points === null
      ? []
      : ([[t('certificate.score'), t('certificate.points', { points: Math.round(points) })]] as [string, string][])),
    [t('certificate.day'), formatDay(issuedAt, i18n.language, true)],
    [t('certificate.code'), code],
  ]
  return (
    <dl className="grid gap-2">
      {rows.map(([name, value]) => (
        <div key={name} className="grid gap-x-4 sm:grid-cols-[8rem_1fr]">
          <dt className="text-ink-soft">{name}</dt>
          <dd className="min-w-0 font-medium [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
