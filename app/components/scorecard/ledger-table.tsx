import { useTranslation } from 'react-i18next'
import type { LedgerEntry, LedgerStatus } from '~/domain/judging/score-types'
import { Badge, type Tone } from '../ui/badge'
import { Card } from '../ui/card'
import { CiteList } from '../ui/cite-list'
import { usePickText } from '../ui/pick-text'

const TONES: Record<LedgerStatus, Tone> = { met: 'good', missed: 'breach', open: 'plain' }
const ORDER: Record<LedgerStatus, number> = { missed: 0, met: 1, open: 2 }

/** What had to be said: met with its words, missed with its article. */
export function LedgerTable({ ledger }: { ledger: readonly LedgerEntry[] }) {
  const { t } = useTranslation('scorecard')
  const count = (status: LedgerStatus) => ledger.filter((entry) => entry.status === status).length
  const sorted = [...ledger].sort((a, b) => ORDER[a.status] - ORDER[b.status])
  if (ledger.length === 0) return <Card title={t('ledger.title')} lead={t('ledger.none')} />
  return (
    <Card title={t('ledger.title')} lead={t('ledger.lead', { met: count('met'), missed: count('missed') })}>
      <ul className="divide-y divide-hairline">
        {sorted.map((entry) => (
          <LedgerRow key={entry.dutyId} entry={entry} />
        ))}
      </ul>
    </Card>
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
            {entry.metAtTurn === null ? '' : `${t('frame:turn', { turn: entry.metAtTurn + 1 })} `}「{entry.quote}」
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
