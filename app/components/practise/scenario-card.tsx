import { Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ClientFace } from '../face/client-face'
import { AppLink } from '../ui/app-link'
import { Tag } from '../ui/badge'
import { DifficultyDots } from '../ui/dots'
import { ResultBar } from './result-bar'
import type { ScenarioCardView } from './view-types'

/** One client in one situation. The whole card is the link; its title names it. */
export function ScenarioCard({ scenario }: { scenario: ScenarioCardView }) {
  const { t } = useTranslation(['practise', 'frame', 'scorecard'])
  const { client } = scenario
  return (
    <article className="group relative flex flex-col gap-4 rounded-card border border-hairline bg-surface p-5 transition-colors duration-150 hover:border-teal">
      <div className="flex items-start gap-4">
        <ClientFace client={client} size="medium" isDecorative />
        <div className="min-w-0 flex-1">
          <h3 className="leading-snug">
            <AppLink
              to={scenario.href}
              prefetch="intent"
              className="after:absolute after:inset-0 after:rounded-card group-hover:text-teal"
            >
              <span className="break-words text-title">{client.name}</span>
              <span className="mt-0.5 block text-small font-medium text-ink-soft">{scenario.title}</span>
            </AppLink>
          </h3>
        </div>
      </div>
      <p className="line-clamp-3 border-l-2 border-clay/50 pl-3 text-ink">「{scenario.tagline}」</p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-soft">
        <span>
          {t('frame:years', { age: client.age })} · {client.occupation}
        </span>
        <DifficultyDots difficulty={scenario.difficulty} />
        <span className="inline-flex items-center gap-1">
          <Clock aria-hidden className="size-3.5" />
          {t('frame:minutes', { minutes: scenario.minutes })}
        </span>
      </p>
      <ul className="flex flex-wrap gap-1.5" aria-label={t('card.trains')}>
        {scenario.practises.map((dimension) => (
          <li key={dimension}>
            <Tag>{t(`scorecard:dimension.${dimension}`)}</Tag>
          </li>
        ))}
      </ul>
      <div className="mt-auto border-t border-hairline pt-3">
        <ResultBar best={scenario.best} last={scenario.last} />
      </div>
    </article>
  )
}

export function ScenarioGrid({ scenarios }: { scenarios: readonly ScenarioCardView[] }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {scenarios.map((scenario) => (
        <ScenarioCard key={scenario.id} scenario={scenario} />
      ))}
    </div>
  )
}
