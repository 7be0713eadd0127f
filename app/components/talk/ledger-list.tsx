import { CircleCheck, CircleDashed, CircleX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LedgerEntry, LedgerStatus } from '~/domain/judging/score-types'
import { usePickText } from '../ui/pick-text'

const ICONS = { open: CircleDashed, met: CircleCheck, missed: CircleX }
const COLOURS: Record<LedgerStatus, string> = { open: 'text-ink-faint', met: 'text-good', missed: 'text-breach' }
const ORDER: Record<LedgerStatus, number> = { open: 0, missed: 1, met: 2 }

/** The duties that apply to this client and product, what is still open first. */
export function LedgerList({ ledger }: { ledger: readonly LedgerEntry[] }) {
  const { t } = useTranslation('talk')
  const pick = usePickText()
  const sorted = [...ledger].sort((a, b) => ORDER[a.status] - ORDER[b.status])
  return (
    <ul className="grid gap-1">
      {sorted.map((entry) => {
        const Icon = ICONS[entry.status]
        return (
          <li key={entry.dutyId} className="flex items-start gap-2">
            <Icon aria-hidden className={`mt-1.5 size-4 shrink-0 ${COLOURS[entry.status]}`} />
            <details className="min-w-0 flex-1 group">
              <summary className="flex flex-wrap items-baseline justify-between gap-x-3 rounded-sm">
                <span className={entry.status === 'met' ? 'text-ink-soft' : 'font-medium'}>{pick(entry)}</span>
                <span className={`text-small ${entry.status === 'open' ? 'text-ink-soft' : COLOURS[entry.status]}`}>
                  {t(`coach.status.${entry.status}`)}
                  {entry.metAtTurn === null ? '' : ` · ${t('coach.metAt', { turn: entry.metAtTurn + 1 })}`}
                </span>
              </summary>
              <p className="pb-1 text-small text-ink-soft">
                {t(`briefing.force.${entry.force}`)}: {pick({ zh: entry.whyZh, en: entry.whyEn })}
                {entry.cite.length > 0 ? ` (${entry.cite.join('; ')})` : ''}
              </p>
            </details>
          </li>
        )
      })}
    </ul>
  )
}
