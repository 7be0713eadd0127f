import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '../ui/badge'
import { Card } from '../ui/card'
import { formatMoment } from '../ui/format-date'
import type { ServerView } from './view-types'

const TONES: Record<ServerView['breaker']['state'], Tone> = { closed: 'good', open: 'breach', 'half-open': 'weak' }

/** How the server stands, as this process has seen it; without one, how to set one up. */
export function ServerCard({ server }: { server: ServerView | null }) {
  const { t } = useTranslation('models')
  if (server === null) return <SetUpCard />
  return (
    <Card title={t('server.title')} lead={t('server.lead')}>
      <dl className="grid gap-3">
        <Fact name={t('server.host')}>
          <span className="break-all">{server.host}</span>
        </Fact>
        <Fact name={t('server.breaker')}>
          <BreakerState breaker={server.breaker} />
        </Fact>
        <Fact name={t('server.ladder')}>
          <LadderList capabilities={server.capabilities} />
        </Fact>
        <Fact name={t('server.tokens')}>
          <BudgetState budget={server.budget} />
        </Fact>
      </dl>
    </Card>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 sm:grid-cols-[7rem_minmax(0,1fr)]">
      <dt className="text-ink-soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function BreakerState({ breaker }: { breaker: ServerView['breaker'] }) {
  const { t, i18n } = useTranslation('models')
  return (
    <span className="grid gap-1">
      <span>
        <Badge tone={TONES[breaker.state]}>{t(`server.state.${breaker.state}`)}</Badge>
      </span>
      {breaker.failuresInARow > 0 ? (
        <span className="text-small text-ink-soft">{t('server.failures', { count: breaker.failuresInARow })}</span>
      ) : null}
      {breaker.retryAt ? (
        <span className="text-small text-ink-soft">
          {t('server.retryAt', { at: formatMoment(breaker.retryAt, i18n.language) })}
        </span>
      ) : null}
    </span>
  )
}

function LadderList({ capabilities }: { capabilities: ServerView['capabilities'] }) {
  const { t } = useTranslation('models')
  const found = Object.entries(capabilities)
  if (found.length === 0) return <span className="text-ink-soft">{t('server.ladderUnknown')}</span>
  return (
    <ul className="grid gap-1">
      {found.map(([name, rung]) => (
        <li key={name} className="break-words">
          <code className="text-small">{name}</code>
          {' → '}
          {t(`server.format.${rung.format}`)}
          {rung.hasExtras ? '' : ` · ${t('server.noExtras')}`}
        </li>
      ))}
    </ul>
  )
}

const LIMITS = ['perTurn', 'perTalk', 'perUserAndDay', 'perDay'] as const

function BudgetState({ budget }: { budget: ServerView['budget'] }) {
  const { t } = useTranslation('models')
  const show = (tokens: number) => tokens.toLocaleString('en-US')
  const set = LIMITS.filter((limit) => budget.limits[limit] !== null)
  return (
    <span className="grid gap-1">
      <span className="tabular-nums">{t('server.today', { tokens: show(budget.dayTokens), date: budget.date })}</span>
      <span className="text-small text-ink-soft">
        {set.length === 0
          ? t('server.noLimits')
          : set.map((limit) => t(`server.limit.${limit}`, { tokens: show(budget.limits[limit]!) })).join('、')}
      </span>
    </span>
  )
}

const VARIABLES = ['OPENAI_BASE_URL', 'OPENAI_API_KEY', 'OPENAI_MODEL', 'OPENAI_JUDGE_MODEL'] as const

function SetUpCard() {
  const { t } = useTranslation('models')
  return (
    <Card title={t('setUp.title')} lead={t('setUp.lead')}>
      <dl className="grid gap-3">
        {VARIABLES.map((name) => (
          <div key={name}>
            <dt>
              <code className="rounded bg-sunken px-1.5 py-0.5 text-small">{name}</code>
            </dt>
            <dd className="text-small text-ink-soft">{t(`setUp.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-small text-ink-soft">{t('setUp.budgets')}</p>
    </Card>
  )
}
