import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LedgerEntry, LedgerStatus } from '~/domain/judging/score-types'
import { Badge, type Tone } from '../ui/badge'
import { Card } from '../ui/card'
import { CiteList } from '../ui/cite-list'
import { usePickText } from '../ui/pick-text'
import { Quote } from '../ui/quote'

const TONES: Record<LedgerStatus, Tone> = { met: 'good', missed: 'breach', open: 'plain' }
/** What had to be said: missed with its article in sight, met with its words folded. */
export function LedgerTable({ ledger }: { ledger: readonly LedgerEntry[] }) {
  const { t } = useTranslation('scorecard')
  const count = (status: LedgerStatus) => ledger.filter((entry) => entry.status === status).length
  if (ledger.length === 0) return <Card title={t('ledger.title')} lead={t('ledger.none')} />
  const withStatus = (status: LedgerStatus) => ledger.filter((entry) => entry.status === status)
  const missed = withStatus('missed')
  return (
    <Card title={t('ledger.title')} lead={t('ledger.lead', { met: count('met'), missed: count('missed') })}>
      {missed.length > 0 ? <LedgerRows entries={missed} /> : <p>{t('ledger.noneMissed')}</p>}
      <FoldedRows summary={t('ledger.metFold', { count: count('met') })} entries={withStatus('met')} />
      <FoldedRows summary={t('ledger.openFold', { count: count('open') })} entries={withStatus('open')} />
    </Card>
  )
}

function LedgerRows({ entries }: { entries: readonly LedgerEntry[] }) {
  return (
    <ul className="divide-y divide-hairline">
      {entries.map((entry) => (
        <LedgerRow key={entry.dutyId} entry={entry} />
      ))}
    </ul>
  )
}

/** What was said, or never came up, is worth a look and not the room. */
function FoldedRows({ summary, entries }: { summary: string; entries: readonly LedgerEntry[] }) {
  if (entries.length === 0) return null
  return (
    <details className="group mt-3 border-t border-hairline pt-3">
      <summary className="flex min-h-11 items-center justify-between gap-3 rounded-sm font-medium hover:text-teal">
        {summary}
        <ChevronDown aria-hidden className="size-5 shrink-0 text-ink-faint group-open:rotate-180" />
      </summary>
      <div className="pt-2">
        <LedgerRows entries={entries} />
      </div>
    </details>
  )
}

function LedgerRow({ entry }: { entry: LedgerEntry }) {
  const { t } = useTranslation(['scorecard', 'talk', 'frame'])
  const pick = usePickText()
  const isMet = entry.status === 'met'
  return (
    <li className="grid gap-x-4 gap-y-1 py-3 first:pt-0 last:pb-0 sm:grid-cols-[7.5rem_1fr]">
      <div>
        <Badge tone={TONES[entry.status]}>{t(`ledger.status.${entry.status}`)}</Badge>
      </div>
      <div className="grid min-w-0 gap-1">
        <p className="font-medium">
          {pick(entry)}
          <span className="ml-2 text-small font-normal text-ink-soft">
            {t(`talk:briefing.force.${entry.force}`)}
            {entry.isRequired ? ` · ${t('ledger.required')}` : ''}
          </span>
        </p>
        {isMet && entry.quote ? (
          <p className="text-small text-ink-soft">
            {entry.metAtTurn === null ? '' : `${t('frame:turn', { turn: entry.metAtTurn + 1 })} `}
            <Quote text={entry.quote} />
          </p>
        ) : (
          <p className="text-small text-ink-soft">{pick({ zh: entry.whyZh, en: entry.whyEn })}</p>
        )}
        <CiteList cite={entry.cite} />
        {entry.noteZh && entry.noteEn ? (
          <p className="text-small text-ink-faint">{pick({ zh: entry.noteZh, en: entry.noteEn })}</p>
        ) : null}
      </div>
    </li>
  )
}
