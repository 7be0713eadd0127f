import { useTranslation } from 'react-i18next'
import { EmptyState } from '../frame/empty-state'
import { AppLink } from '../ui/app-link'
import { Badge } from '../ui/badge'
import { DateSpan } from './date-span'
import { KindTag } from './kind-tag'
import { linkToDocument } from './link-to'
import type { DocumentState, DocumentView } from './view-types'

export type DocumentRowView = DocumentView & { state: DocumentState }

const TONES = { current: 'good', retired: 'plain', repealed: 'plain', future: 'teal' } as const

export function DocumentList({ rows, isFiltered }: { rows: readonly DocumentRowView[]; isFiltered: boolean }) {
  const { t } = useTranslation('knowledge')
  if (rows.length === 0)
    return isFiltered ? (
      <EmptyState title={t('list.noneTitle')} text={t('list.noneText')} />
    ) : (
      <EmptyState title={t('list.emptyTitle')} text={t('list.emptyText')} />
    )
  return (
    <ul className="divide-y divide-hairline overflow-hidden rounded-card border border-hairline bg-surface">
      {rows.map((row) => (
        <DocumentRow key={row.id} row={row} />
      ))}
    </ul>
  )
}

function DocumentRow({ row }: { row: DocumentRowView }) {
  const { t } = useTranslation('knowledge')
  const current = row.versions.find((one) => one.version === row.currentVersion) ?? row.versions[0]!
  const flagCount = row.versions.reduce((sum, one) => sum + one.flags.length, 0)
  return (
    <li className="grid gap-x-4 gap-y-1 px-4 py-3 md:grid-cols-[minmax(0,1fr)_auto] md:items-center">
      <div className="min-w-0">
        <AppLink
          to={linkToDocument(row.id)}
          className="inline-flex min-h-9 items-center break-words font-medium hover:text-teal"
        >
          {row.title}
        </AppLink>
        <p className="text-small text-ink-soft">
          {t('list.version', { version: current.label })} ·{' '}
          <DateSpan from={current.effectiveFrom} to={current.effectiveTo} /> ·{' '}
          {t('list.passages', { count: current.passages })}
          {row.versions.length > 1 ? ` · ${t('list.versions', { count: row.versions.length })}` : ''}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2 md:justify-end">
        {flagCount > 0 ? <Badge tone="weak">{t('list.flagged', { count: flagCount })}</Badge> : null}
        <KindTag kind={row.kind} />
        <Badge tone={TONES[row.state]}>{t(`state.${row.state}`)}</Badge>
      </div>
    </li>
  )
}
