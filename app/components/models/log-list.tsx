import { ListFilter } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { DATA_ACTIONS } from '~/domain/governance/data-log'
import {
  PERSONAL_DATA_KIND_NAMES,
  PERSONAL_DATA_KINDS,
} from '~/domain/governance/mask-personal-data/personal-data-kinds'
import { MODEL_PURPOSES } from '~/domain/governance/model-purposes'
import { EmptyState } from '../frame/empty-state'
import { AppForm } from '../ui/app-form'
import { Badge, Tag, type Tone } from '../ui/badge'
import { Button } from '../ui/button'
import { SelectField } from '../ui/field'
import { formatMoment } from '../ui/format-date'
import { usePickText } from '../ui/pick-text'
import type { LogRowView } from './view-types'

export type LogFilterView = { purpose: string; action: string; kind: string }

const TONES: Record<LogRowView['action'], Tone> = { masked: 'good', blocked: 'teal', allowed: 'weak' }

/** What was found before texts left, newest first: how much of which kind, never the value. */
export function LogList({
  rows,
  total,
  chosen,
}: {
  rows: readonly LogRowView[]
  total: number
  chosen: LogFilterView
}) {
  const { t, i18n } = useTranslation(['models', 'frame'])
  const pick = usePickText()
  const kindName = (kind: LogRowView['found'][number]['kind']) => pick(PERSONAL_DATA_KINDS[kind])
  const isFiltered = Object.values(chosen).some(Boolean)
  return (
    <div className="grid gap-4">
      <AppForm method="get" action="/models/log" aria-label={t('log.filter')} className="grid gap-3">
        <div className="grid gap-3 sm:grid-cols-[1fr_1fr_1fr_auto] sm:items-end">
          <SelectField
            key={`p${chosen.purpose}`}
            name="purpose"
            label={t('log.purpose')}
            options={MODEL_PURPOSES.map((value) => ({ value, label: t(`purpose.${value}.name`) }))}
            allLabel={t('frame:all')}
            defaultValue={chosen.purpose}
          />
          <SelectField
            key={`a${chosen.action}`}
            name="action"
            label={t('log.action')}
            options={DATA_ACTIONS.map((value) => ({ value, label: t(`log.${value}`) }))}
            allLabel={t('frame:all')}
            defaultValue={chosen.action}
          />
          <SelectField
            key={`k${chosen.kind}`}
            name="kind"
            label={t('log.kind')}
            options={PERSONAL_DATA_KIND_NAMES.map((value) => ({ value, label: kindName(value) }))}
            allLabel={t('frame:all')}
            defaultValue={chosen.kind}
          />
          <Button type="submit" icon={<ListFilter aria-hidden className="size-4" />}>
            {t('log.apply')}
          </Button>
        </div>
      </AppForm>
      {rows.length === 0 ? (
        <EmptyState
          title={isFiltered ? t('log.noneTitle') : t('log.emptyTitle')}
          text={isFiltered ? t('log.noneText') : t('log.emptyText')}
        />
      ) : (
        <>
          <p role="status" className="text-small text-ink-soft">
            {t('log.count', { shown: rows.length, total })}
          </p>
          <ul className="divide-y divide-hairline overflow-hidden rounded-card border border-hairline bg-surface">
            {rows.map((row) => (
              <li key={row.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
                <span className="w-36 shrink-0 text-small tabular-nums text-ink-soft">
                  {formatMoment(row.at, i18n.language)}
                </span>
                <span className="flex min-w-0 flex-1 basis-60 flex-wrap gap-2">
                  {row.found.map(({ kind, count }) => (
                    <Tag key={kind}>{t('log.found', { kind: kindName(kind), count })}</Tag>
                  ))}
                </span>
                <span className="text-small text-ink-soft">
                  {t(`purpose.${row.purpose}.name`)} → <span className="break-all">{row.model}</span>
                  {row.turnIndex === null ? '' : ` · ${t('log.turn', { turn: row.turnIndex + 1 })}`}
                </span>
                <Badge tone={TONES[row.action]}>{t(`log.${row.action}`)}</Badge>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
