import { BookOpen, MessagesSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ClientFace } from '../face/client-face'
import { ButtonLink } from '../ui/button'
import type { NextStepView } from './view-types'

/** One practice and one lesson, for who has read to the end. */
export function NextPractice({ steps }: { steps: readonly NextStepView[] }) {
  const { t } = useTranslation(['scorecard', 'frame'])
  if (steps.length === 0) return null
  return (
    <section>
      <h2 className="mb-3 text-title">{t('next.title')}</h2>
      <div className="grid gap-4 md:grid-cols-2">
        {steps.map((step) => {
          const Icon = step.kind === 'practice' ? MessagesSquare : BookOpen
          return (
            <article
              key={step.href}
              className="flex flex-col gap-4 rounded-card border border-teal/25 bg-teal-soft p-5 sm:flex-row sm:items-center"
            >
              {step.client ? (
                <ClientFace client={step.client} size="medium" isDecorative />
              ) : (
                <Icon aria-hidden className="size-10 shrink-0 text-teal" strokeWidth={1.5} />
              )}
              <div className="min-w-0 flex-1">
                <p className="text-small font-medium text-teal-ink">
                  {t(`next.${step.kind}`)}
                  {step.minutes === null ? '' : ` · ${t('frame:minutes', { minutes: step.minutes })}`}
                </p>
                <h3>{step.title}</h3>
                <p className="text-ink-soft">{step.reason}</p>
              </div>
              <ButtonLink to={step.href} className="shrink-0">
                {step.kind === 'practice' ? t('next.goPractice') : t('next.goLesson')}
              </ButtonLink>
            </article>
          )
        })}
      </div>
    </section>
  )
}
