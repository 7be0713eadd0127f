import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../frame/empty-state'
import { AppLink } from '../ui/app-link'
import { buttonClasses } from '../ui/button'
import { Card } from '../ui/card'
import { formatDay } from '../ui/format-date'

export type ApprovedRowView = {
  id: string
  who: string
  title: string
  overall: number | null
  turns: number
  approvedBy: string
  approvedAt: string
}

const FILES = [
  { key: 'agent', href: '/talks/export.jsonl?format=chat&side=agent' },
  { key: 'client', href: '/talks/export.jsonl?format=chat&side=client' },
  { key: 'preference', href: '/talks/export.jsonl?format=preference' },
] as const

/** The talks that were approved, and what can be taken from them. */
export function ApprovedList({ rows }: { rows: readonly ApprovedRowView[] }) {
  const { t, i18n } = useTranslation('models')
  if (rows.length === 0) return <EmptyState title={t('approved.emptyTitle')} text={t('approved.emptyText')} />
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <ul className="divide-y divide-hairline overflow-hidden rounded-card border border-hairline bg-surface">
        {rows.map((row) => (
          <li key={row.id} className="grid gap-1 px-4 py-3">
            <AppLink to={`/talks/${row.id}/scorecard`} className="break-words font-medium hover:text-teal">
              {row.who} · {row.title}
            </AppLink>
            <p className="text-small text-ink-soft">
              {t('approved.line', {
                turns: row.turns,
                overall: row.overall ?? '–',
                by: row.approvedBy,
                on: formatDay(row.approvedAt, i18n.language, true),
              })}
            </p>
          </li>
        ))}
      </ul>
      <Card title={t('approved.export')} lead={t('approved.exportLead')}>
        <ul className="grid gap-4">
          {FILES.map((file) => (
            <li key={file.key} className="grid gap-1">
              <a href={file.href} download className={buttonClasses('plain', 'normal', true)}>
                <Download aria-hidden className="size-4" />
                {t(`approved.${file.key}.name`)}
              </a>
              <p className="text-small text-ink-soft">{t(`approved.${file.key}.text`)}</p>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
