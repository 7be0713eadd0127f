import { ChevronDown, CircleCheck, CircleDashed, CircleX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LedgerEntry, LedgerStatus } from '~/domain/judging/score-types'
import { usePickText } from '../ui/pick-text'
import { ThinBar } from '../ui/thin-bar'

const ICONS = { open: CircleDashed, met: CircleCheck, missed: CircleX }
const COLOURS: Record<LedgerStatus, string> = { open: 'text-ink-faint', met: 'text-good', missed: 'text-breach' }

/** The duties that apply to this client and product: what is still open in sight, what has been said folded below. */
export function LedgerList({ ledger }: { ledger: readonly LedgerEntry[] }) {
  const { t } = useTranslation('talk')
  const withStatus = (status: LedgerStatus) => ledger.filter((entry) => entry.status === status)
  const [open, missed, met] = [withStatus('open'), withStatus('missed'), withStatus('met')]
  return (
    <div className="grid gap-3">
      <ThinBar percent={(met.length / ledger.length) * 100} tone="good" />
      {missed.length > 0 ? <LedgerGroup name={t('coach.status.missed')} entries={missed} /> : null}
      {open.length > 0 ? <LedgerGroup name={t('coach.status.open')} entries={open} /> : null}
      {met.length > 0 ? (
        <details className="group">
          <summary className="flex min-h-9 items-center justify-between gap-2 rounded-sm text-small font-medium text-ink-soft hover:text-teal">
            {`${t('coach.status.met')} ${met.length}`}
            <ChevronDown aria-hidden className="size-4 shrink-0 group-open:rotate-180" />
          </summary>
          <LedgerRows entries={met} />
        </details>
      ) : null}
    </div>
  )
}

function LedgerGroup({ name, entries }: { name: string; entries: readonly LedgerEntry[] }) {
  return (
    <section aria-label={name}>
      <p className="mb-1 text-small font-medium text-ink-soft">{`${name} ${entries.length}`}</p>
      <LedgerRows entries={entries} />
    </section>
  )
}

function LedgerRows({ entries }: { entries: readonly LedgerEntry[] }) {
  const { t } = useTranslation('talk')
  const pick = usePickText()
  return (
    <ul className="grid gap-1">
      {entries.map((entry) => {
        const Icon = ICONS[entry.status]
        return (
          <li key={entry.dutyId} className="flex items-start gap-2">
            <Icon aria-hidden className={`mt-1.5 size-4 shrink-0 ${COLOURS[entry.status]}`} />
            <details className="min-w-0 flex-1">
              <summary className="flex items-baseline justify-between gap-x-3 rounded-sm">
                <span className={entry.status === 'met' ? 'text-ink-soft' : 'font-medium'}>{pick(entry)}</span>
                {entry.metAtTurn === null ? null : (
                  <span className="shrink-0 text-small text-good">
                    {t('coach.metAt', { turn: entry.metAtTurn + 1 })}
                  </span>
                )}
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
