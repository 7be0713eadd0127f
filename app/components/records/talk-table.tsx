import { Scale } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ClientFace } from '../face/client-face'
import { EmptyState } from '../frame/empty-state'
import { AppForm } from '../ui/app-form'
import { AppLink } from '../ui/app-link'
import { Badge } from '../ui/badge'
import { Button, ButtonLink } from '../ui/button'
import { SelectField } from '../ui/field'
import { formatMoment } from '../ui/format-date'
import { Sparkline } from '../ui/sparkline'
import type { TalkRowView } from './view-types'

type TalkTableProps = {
  rows: readonly TalkRowView[]
  /** GET with `talk` twice; left out where there is nothing to compare. */
  compareAction?: string
  practiseHref?: string
}

type TalkFilter = { client: string; result: string }
const NO_FILTER: TalkFilter = { client: '', result: '' }
/** A shorter list is seen at one glance. */
const FILTER_FROM = 6
const RESULTS = ['passed', 'notPassed', 'running', 'breach'] as const

function fits(talk: TalkRowView, { client, result }: TalkFilter): boolean {
  if (client && talk.client.name !== client) return false
  if (result === 'running') return talk.status === 'running'
  if (result === 'breach') return talk.violations > 0
  if (result) return talk.status === 'scored' && talk.passed === (result === 'passed')
  return true
}

type TalkFiltersProps = { rows: readonly TalkRowView[]; filter: TalkFilter; onChange: (filter: TalkFilter) => void }

/** By client and by how it went; narrows at once. */
function TalkFilters({ rows, filter, onChange }: TalkFiltersProps) {
  const { t } = useTranslation(['records', 'frame'])
  const clients = [...new Set(rows.map((talk) => talk.client.name))]
  const shown = rows.filter((talk) => fits(talk, filter)).length
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-[16rem_16rem_1fr] sm:items-end">
      <SelectField
        name="client"
        label={t('talks.client')}
        allLabel={t('frame:all')}
        options={clients.map((name) => ({ value: name, label: name }))}
        value={filter.client}
        onChange={(event) => onChange({ ...filter, client: event.target.value })}
      />
      <SelectField
        name="result"
        label={t('talks.result')}
        allLabel={t('frame:all')}
        options={RESULTS.map((value) => ({ value, label: t(`filters.${value}`) }))}
        value={filter.result}
        onChange={(event) => onChange({ ...filter, result: event.target.value })}
      />
      <p role="status" className="text-small text-ink-soft max-sm:col-span-2 sm:pb-3">
        {t('filters.shown', { shown, total: rows.length })}
      </p>
    </div>
  )
}

/** Talks as a list with small curves; two can be ticked and compared. */
export function TalkTable({ rows, compareAction, practiseHref = '/' }: TalkTableProps) {
  const { t } = useTranslation('records')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [filter, setFilter] = useState<TalkFilter>(NO_FILTER)
  if (rows.length === 0) {
    const action = (
      <ButtonLink to={practiseHref} tone="primary">
        {t('talks.emptyAction')}
      </ButtonLink>
    )
    return <EmptyState title={t('talks.emptyTitle')} text={t('talks.emptyText')} action={action} />
  }
  // Two at most: a third takes the place of the one ticked first.
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-2))
  const shown = rows.filter((talk) => fits(talk, filter))
  const list = (
    <ul className="divide-y divide-hairline overflow-hidden rounded-card border border-hairline bg-surface">
      {shown.map((talk) => (
        <TalkRow
          key={talk.id}
          talk={talk}
          isChosen={chosen.includes(talk.id)}
          onToggle={compareAction && talk.status === 'scored' ? () => toggle(talk.id) : null}
        />
      ))}
    </ul>
  )
  const filters = rows.length >= FILTER_FROM ? <TalkFilters rows={rows} filter={filter} onChange={setFilter} /> : null
  if (!compareAction)
    return (
      <div className="grid gap-4">
        {filters}
        {list}
      </div>
    )
  return (
    <AppForm method="get" action={compareAction} className="grid gap-4" aria-label={t('compare.button')}>
      {filters}
      {list}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" disabled={chosen.length !== 2} icon={<Scale aria-hidden className="size-4" />}>
          {t('compare.button')}
        </Button>
        {chosen.length === 2 ? null : <p className="text-small text-ink-soft">{t('compare.need')}</p>}
      </div>
    </AppForm>
  )
}

type TalkRowProps = { talk: TalkRowView; isChosen: boolean; onToggle: (() => void) | null }

function TalkRow({ talk, isChosen, onToggle }: TalkRowProps) {
  const { t, i18n } = useTranslation('records')
  return (
    <li className="flex items-center gap-3 px-3 py-3 sm:gap-4 sm:px-4">
      <span className="flex size-6 shrink-0 items-center justify-center">
        {onToggle ? (
          <input
            type="checkbox"
            name="talk"
            value={talk.id}
            checked={isChosen}
            onChange={onToggle}
            aria-label={`${t('compare.choose')}: ${talk.client.name} · ${talk.title}`}
            className="size-6 accent-teal"
          />
        ) : null}
      </span>
      <ClientFace client={talk.client} size="small" isDecorative className="max-sm:hidden" />
      <div className="grid min-w-0 flex-1 items-center gap-x-4 gap-y-1 md:grid-cols-[minmax(0,1fr)_6rem_9rem]">
        <div className="min-w-0">
          <AppLink to={talk.href} className="break-words font-medium hover:text-teal">
            {talk.client.name} · {talk.title}
          </AppLink>
          <p className="text-small text-ink-soft">
            {formatMoment(talk.startedAt, i18n.language)} · {t('talks.turns', { turns: talk.turns })}
            {talk.mode === 'exam' ? ` · ${t('talks.mode.exam')}` : ''}
          </p>
        </div>
        <TalkCurve talk={talk} />
        <TalkResult talk={talk} />
      </div>
    </li>
  )
}

function TalkCurve({ talk }: { talk: TalkRowView }) {
  const { t } = useTranslation('records')
  const known = talk.totals.filter((total) => total !== null)
  if (known.length === 0) return <p className="text-small text-ink-faint">{t('talks.curveNone')}</p>
  return (
    <Sparkline
      values={talk.totals}
      label={t('talks.curveLabel', { first: known[0], last: known.at(-1), turns: talk.totals.length })}
    />
  )
}

function TalkResult({ talk }: { talk: TalkRowView }) {
  const { t } = useTranslation('records')
  if (talk.status === 'running') return <p className="text-small text-ink-soft md:text-right">{t('talks.running')}</p>
  if (talk.status === 'not-scored' || talk.overall === null)
    return <p className="text-small text-ink-soft md:text-right">{t('talks.notScored')}</p>
  return (
    <p className="flex flex-wrap items-center gap-2 md:justify-end">
      <strong className="text-title">{talk.overall}</strong>
      <Badge tone={talk.passed ? 'good' : 'weak'}>{talk.passed ? t('talks.passed') : t('talks.notPassed')}</Badge>
      {talk.violations > 0 ? (
        <span className="w-full text-small text-breach md:text-right">
          {t('talks.breaches', { count: talk.violations })}
        </span>
      ) : null}
    </p>
  )
}
