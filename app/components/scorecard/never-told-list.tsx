import { KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '../ui/card'
import { Quote } from '../ui/quote'
import type { NeverToldView } from './view-types'

/** What stayed hidden, revealed now, with the question that would have opened it. */
export function NeverToldList({ facts }: { facts: readonly NeverToldView[] }) {
  const { t } = useTranslation('scorecard')
  return (
    <Card
      title={t('neverTold.title')}
      lead={facts.length > 0 ? t('neverTold.lead') : t('neverTold.none')}
      tone={facts.length > 0 ? 'clay' : 'plain'}
    >
      {facts.length > 0 ? (
        <ul className="grid gap-4">
          {facts.map((fact) => (
            <li key={fact.factId} className="grid grid-cols-[1.25rem_1fr] gap-x-3">
              <KeyRound aria-hidden className="mt-1 size-5 text-clay-ink" />
              <div className="min-w-0">
                <p className="font-medium">{fact.note}</p>
                <p className="text-ink-soft">
                  <span className="text-small">{t('neverTold.opener')}</span> <Quote text={fact.opener} />
                </p>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  )
}
