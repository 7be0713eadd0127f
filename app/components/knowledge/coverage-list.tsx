import { useTranslation } from 'react-i18next'
import { EmptyState } from '../frame/empty-state'
import { AppLink } from '../ui/app-link'
import { Badge, Tag } from '../ui/badge'
import { KindTag } from './kind-tag'
import { linkToDocument } from './link-to'
import type { CoverageRowView } from './view-types'

const isNever = (row: CoverageRowView) => row.cited.length === 0 && row.wholeCount === 0

/** Which documents anything stands on, and on which of their articles. */
export function CoverageList({
  rows,
  total,
  never,
  onlyNever,
}: {
  rows: readonly CoverageRowView[]
  total: number
  never: number
  onlyNever: boolean
}) {
  const { t } = useTranslation('knowledge')
  if (total === 0) return <EmptyState title={t('coverage.emptyTitle')} text={t('coverage.emptyText')} />
  return (
    <div className="grid gap-4">
      <p className="flex flex-wrap items-center gap-x-4">
        {t('coverage.summary', { total, never })}
        <AppLink
          to={onlyNever ? '/knowledge/coverage' : '/knowledge/coverage?never=1'}
          className="inline-flex min-h-9 items-center text-teal underline underline-offset-4"
        >
          {onlyNever ? t('coverage.all') : t('coverage.onlyNever')}
        </AppLink>
      </p>
      <ul className="divide-y divide-hairline overflow-hidden rounded-card border border-hairline bg-surface">
        {rows.map((row) => (
          <CoverageRow key={row.id} row={row} />
        ))}
      </ul>
    </div>
  )
}

function CoverageRow({ row }: { row: CoverageRowView }) {
  const { t } = useTranslation('knowledge')
  return (
    <li className="grid gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <AppLink to={linkToDocument(row.id)} className="min-w-0 break-words font-medium hover:text-teal">
          {row.title}
        </AppLink>
        <span className="flex flex-wrap items-center gap-2">
          <KindTag kind={row.kind} />
          {isNever(row) ? <Badge tone="weak">{t('coverage.never')}</Badge> : null}
        </span>
      </div>
      <p className="text-small text-ink-soft">
        {t('list.passages', { count: row.passages })}
        {row.cited.length > 0 ? ` · ${t('coverage.cited')} ${row.cited.length} / ${row.passages}` : ''}
        {row.wholeCount > 0 ? ` · ${t('coverage.whole', { count: row.wholeCount })}` : ''}
      </p>
      {row.cited.length > 0 ? (
        <ul className="flex flex-wrap gap-1">
          {row.cited.map((one) => (
            <li key={one.article}>
              <Tag>{t('coverage.times', { article: one.article, count: one.count })}</Tag>
            </li>
          ))}
        </ul>
      ) : null}
      {row.never.length > 0 ? (
        <details className="text-small">
          <summary className="inline-flex min-h-9 items-center text-teal underline underline-offset-4">
            {t('coverage.neverArticles', { count: row.never.length })}
          </summary>
          <p className="break-words text-ink-soft">{row.never.map((article) => `§${article}`).join('、')}</p>
        </details>
      ) : null}
    </li>
  )
}
