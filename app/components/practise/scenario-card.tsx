import { Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ClientFace } from '../face/client-face'
import { AppLink } from '../ui/app-link'
import { Tag } from '../ui/badge'
import { DifficultyDots } from '../ui/dots'
import { Quote } from '../ui/quote'
import { ResultBar } from './result-bar'
import type { ScenarioCardView } from './view-types'

/** One client in one situation. The whole card is the link; its title names it. */
function ScenarioCard({ scenario }: { scenario: ScenarioCardView }) {
  const { t } = useTranslation(['practise', 'frame', 'scorecard'])
  const { client } = scenario
  return (
    <article className="group relative flex flex-col gap-3 rounded-card border border-hairline bg-surface p-4 sm:gap-4 sm:p-5 transition-colors duration-150 hover:border-teal">
      <div className="flex items-start gap-4">
        <ClientFace client={client} size="medium" isDecorative />
        <div className="min-w-0 flex-1">
          <h4 className="font-bold leading-snug">
            <AppLink
              to={scenario.href}
              prefetch="intent"
              className="after:absolute after:inset-0 after:rounded-card group-hover:text-teal"
            >
              <span className="break-words text-title">{client.name}</span>
              <span className="mt-0.5 block font-medium text-ink-soft">{scenario.title}</span>
            </AppLink>
          </h4>
        </div>
      </div>
      <p className="line-clamp-2 border-l-2 sm:line-clamp-3 border-clay/50 pl-3 text-ink">
        <Quote text={scenario.tagline} />
      </p>
      <div className="grid gap-1 text-small text-ink-soft">
        <p>
          {t('frame:years', { age: client.age })} · {client.occupation}
        </p>
        <p className="flex flex-wrap items-center gap-x-3">
          <DifficultyDots difficulty={scenario.difficulty} />
          <span className="inline-flex items-center gap-1">
            <Clock aria-hidden className="size-3.5" />
            {t('frame:minutes', { minutes: scenario.minutes })}
          </span>
        </p>
      </div>
      <ul className="flex flex-wrap gap-1.5 max-sm:hidden" aria-label={t('card.trains')}>
        {scenario.practises.map((dimension) => (
          <li key={dimension}>
            <Tag>{t(`scorecard:dimension.${dimension}`)}</Tag>
          </li>
        ))}
      </ul>
      {scenario.last ? (
        <div className="mt-auto border-t border-hairline pt-3">
          <ResultBar best={scenario.best} last={scenario.last} />
        </div>
      ) : null}
    </article>
  )
}

const DIFFICULTIES = [1, 2, 3] as const

/** From the easy ones up, each step under its name. */
export function ScenarioGroups({ scenarios }: { scenarios: readonly ScenarioCardView[] }) {
  const { t } = useTranslation('practise')
  return (
    <div className="grid gap-8">
      {DIFFICULTIES.map((difficulty) => {
        const group = scenarios.filter((scenario) => scenario.difficulty === difficulty)
        if (group.length === 0) return null
        const headingId = `difficulty-${difficulty}`
        return (
          <section key={difficulty} aria-labelledby={headingId} className="grid gap-3">
            <div className="flex flex-wrap items-baseline gap-x-3">
              <h3 id={headingId}>{t(`difficulty.${difficulty}`)}</h3>
              <p className="text-small text-ink-soft">{t(`difficultyText.${difficulty}`)}</p>
            </div>
            <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
              {group.map((scenario) => (
                <ScenarioCard key={scenario.id} scenario={scenario} />
              ))}
            </div>
          </section>
        )
      })}
    </div>
  )
}
