import { useTranslation } from 'react-i18next'
import { Card } from '../ui/card'
import { type BarTone, ThinBar } from '../ui/thin-bar'
import { formatNumber } from './format-number'
import type { UsageView } from './view-types'

const toneOf = (share: number): BarTone => (share >= 1 ? 'breach' : share >= 0.8 ? 'weak' : 'teal')

type BudgetCardProps = { budget: UsageView['budget']; lines: UsageView['lines'] }

/** What is allowed and how much of it is used: the day's of the whole server, persons' of one's own organisation. */
export function BudgetCard({ budget, lines }: BudgetCardProps) {
  const { t } = useTranslation('models')
  const { limits, dayTokens, people } = budget
  if (limits === null) return null
  const hasLimit = Object.values(limits).some((limit) => limit !== null)
  return (
    <Card title={t('budget.title')} lead={t('budget.lead')}>
      <div className="grid gap-4">
        <UsedBar name={t('budget.day')} used={dayTokens} limit={limits.perDay} />
        {limits.perTurn === null ? null : (
          <LimitLine name={t('budget.turn')} limit={limits.perTurn} refused={countRefused(lines, 'turn')} />
        )}
        {limits.perTalk === null ? null : (
          <LimitLine name={t('budget.talk')} limit={limits.perTalk} refused={countRefused(lines, 'talk')} />
        )}
        {limits.perUserAndDay === null ? null : (
          <>
            <LimitLine name={t('budget.person')} limit={limits.perUserAndDay} refused={countRefused(lines, 'user')} />
            {people.length > 0 ? (
              <section className="grid gap-2">
                <h3 className="text-small font-normal text-ink-soft">{t('budget.people')}</h3>
                {people.map((person) => (
                  <UsedBar key={person.personId} name={person.name} used={person.tokens} limit={limits.perUserAndDay} />
                ))}
              </section>
            ) : null}
          </>
        )}
        {hasLimit ? null : <p className="text-small text-ink-soft">{t('budget.none')}</p>}
      </div>
    </Card>
  )
}

/** How many calls were not made in the last 30 days because this budget was used up. */
function countRefused(lines: UsageView['lines'], level: 'turn' | 'talk' | 'user' | 'day'): number {
  return lines
    .flatMap((line) => line.reasons)
    .reduce((sum, { reason, count }) => sum + (reason === `budget-${level}` ? count : 0), 0)
}

function UsedBar({ name, used, limit }: { name: string; used: number; limit: number | null }) {
  const { t } = useTranslation('models')
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap justify-between gap-x-4">
        <span className="min-w-0 break-words">{name}</span>
        <span className="tabular-nums text-ink-soft">
          {limit === null
            ? t('budget.used', { used: formatNumber(used) })
            : t('budget.usedOf', {
                used: formatNumber(used),
                limit: formatNumber(limit),
                percent: Math.floor((100 * used) / limit),
              })}
        </span>
      </p>
      {limit === null ? null : <ThinBar percent={(100 * used) / limit} tone={toneOf(used / limit)} />}
    </div>
  )
}

function LimitLine({ name, limit, refused }: { name: string; limit: number; refused: number }) {
  const { t } = useTranslation('models')
  return (
    <p className="flex flex-wrap justify-between gap-x-4">
      <span>{name}</span>
      <span className="tabular-nums text-ink-soft">
        {t('budget.limit', { limit: formatNumber(limit) })}
        {refused > 0 ? ` · ${t('budget.refused', { count: refused })}` : ''}
      </span>
    </p>
  )
}
