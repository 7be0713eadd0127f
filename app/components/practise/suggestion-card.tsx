import { ArrowRight, Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ClientFace } from '../face/client-face'
import { ButtonLink } from '../ui/button'
import type { SuggestionView } from './view-types'

/** The one thing to do today, with its reason. */
export function SuggestionCard({ suggestion }: { suggestion: SuggestionView }) {
  const { t } = useTranslation(['practise', 'frame'])
  return (
    <section className="flex flex-col gap-5 rounded-card border border-teal/25 bg-teal-soft p-5 sm:flex-row sm:items-center sm:p-6">
      <ClientFace client={suggestion.client} mood="curious" size="large" isDecorative />
      <div className="min-w-0 flex-1">
        <h2 className="text-small font-medium text-teal-ink">{t('suggestion.label')}</h2>
        <p className="text-title font-bold text-ink">{suggestion.reason}</p>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 text-ink-soft">
          <span>{suggestion.title}</span>
          <span className="inline-flex items-center gap-1">
            <Clock aria-hidden className="size-4" />
            {t('frame:minutes', { minutes: suggestion.minutes })}
          </span>
        </p>
      </div>
      <ButtonLink to={suggestion.href} tone="primary" className="shrink-0">
        {suggestion.isAgain
          ? t('suggestion.again', { who: suggestion.client.address })
          : t('suggestion.meet', { who: suggestion.client.address })}
        <ArrowRight aria-hidden className="size-4" />
      </ButtonLink>
    </section>
  )
}
