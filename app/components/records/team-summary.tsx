import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../frame/empty-state'
import { AppLink } from '../ui/app-link'
import { Badge, type Tone } from '../ui/badge'
import { ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import type { PersonRowView, TeamSummaryView } from './view-types'

/** Whether the training works, in one sentence and four figures; then whom to speak to. */
export function TeamSummary({ summary, rows }: { summary: TeamSummaryView; rows: readonly PersonRowView[] }) {
  const { t } = useTranslation('records')
  if (summary.people === 0) return null
  if (summary.practised === 0)
    return (
      <EmptyState
        title={t('team.noneTitle')}
        text={t('team.noneText')}
        action={
          <ButtonLink to="/" tone="primary">
            {t('team.noneAction')}
          </ButtonLink>
        }
      />
    )
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <Card>
        <h2 className="text-small font-medium text-ink-soft">{t('team.title')}</h2>
        <p className="mt-1 text-large font-bold text-pretty">
          <Headline summary={summary} />
        </p>
        <Figures summary={summary} />
        <p className="mt-4 text-small text-ink-soft">{t('team.how')}</p>
      </Card>
      <AttentionCard rows={rows} />
    </div>
  )
}

function Headline({ summary: { progress, compared } }: { summary: TeamSummaryView }) {
  const { t } = useTranslation('records')
  if (progress === null) return t('team.headline.tooEarly')
  const direction = progress.change > 0 ? 'up' : progress.change < 0 ? 'down' : 'same'
  return t(`team.headline.${direction}`, { ...progress, compared })
}

function Figures({ summary }: { summary: TeamSummaryView }) {
  const { t } = useTranslation('records')
  const { people, practised, passed, progress, scoredTalks, breachedTalks, days } = summary
  return (
    <dl className="mt-5 grid grid-cols-2 gap-x-6 gap-y-4 border-t border-hairline pt-5 md:grid-cols-4">
      <Figure name={t('team.practised')} value={practised} of={people} />
      <Figure name={t('team.passed')} value={passed} of={people} />
      <Figure
        name={t('team.change')}
        value={
          progress === null
            ? '–'
            : progress.change > 0
              ? `+${progress.change}`
              : String(progress.change).replace('-', '−')
        }
      />
      <Figure name={t('team.breached', { days })} value={breachedTalks} of={scoredTalks} isBad={breachedTalks > 0} />
    </dl>
  )
}

type FigureProps = { name: ReactNode; value: ReactNode; of?: number; isBad?: boolean }

function Figure({ name, value, of, isBad = false }: FigureProps) {
  return (
    <div className="flex flex-col-reverse justify-end gap-0.5">
      <dt className="text-small text-ink-soft">{name}</dt>
      <dd className={`text-large font-bold ${isBad ? 'text-breach' : ''}`}>
        {value}
        {of === undefined ? null : <span className="text-body font-normal text-ink-soft"> / {of}</span>}
      </dd>
    </div>
  )
}

const TONES: Record<NonNullable<PersonRowView['attention']>, Tone> = { breach: 'breach', idle: 'weak', never: 'plain' }
const MAX_SHOWN = 5

/** Breaches first, then who stopped, then who never began. */
function AttentionCard({ rows }: { rows: readonly PersonRowView[] }) {
  const { t } = useTranslation('records')
  const order = Object.keys(TONES)
  const found = rows
    .flatMap((row) => (row.attention === null ? [] : [{ ...row, attention: row.attention }]))
    .sort((a, b) => order.indexOf(a.attention) - order.indexOf(b.attention))
  return (
    <Card title={t('team.attention.title')} aside={found.length > 0 ? found.length : undefined}>
      {found.length === 0 ? <p className="text-ink-soft">{t('team.attention.none')}</p> : null}
      <ul className="divide-y divide-hairline">
        {found.slice(0, MAX_SHOWN).map((row) => (
          <li key={row.id} className="grid gap-1 py-3 first:pt-0 last:pb-0">
            <AppLink
              to={row.href}
              className="flex min-h-9 items-center justify-between gap-3 font-medium hover:text-teal"
            >
              <span className="min-w-0 break-words">{row.name}</span>
              <ArrowRight aria-hidden className="size-4 shrink-0 text-ink-faint" />
            </AppLink>
            <span>
              <Badge tone={TONES[row.attention]}>{t(`team.attention.${row.attention}`)}</Badge>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
