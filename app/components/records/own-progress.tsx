import { useTranslation } from 'react-i18next'
import { Sparkline } from '../ui/sparkline'
import type { OwnProgressView } from './view-types'

/** Where I started and where I am; nothing before the second scored talk. */
export function OwnProgress({ own }: { own: OwnProgressView }) {
  const { t } = useTranslation('records')
  const { progress, overalls } = own
  if (progress === null) return null
  const direction = progress.change > 0 ? 'up' : progress.change < 0 ? 'down' : 'same'
  return (
    <section className="mb-6 flex flex-wrap items-center justify-between gap-x-8 gap-y-3 rounded-card border border-teal/25 bg-teal-soft p-5">
      <div className="min-w-0">
        <h2 className="text-title">{t(`own.${direction}`, progress)}</h2>
        <p className="text-small text-ink-soft">{t('own.how')}</p>
      </div>
      <Sparkline values={overalls} label={t('people.trendLabel', { first: overalls[0], last: overalls.at(-1) })} />
    </section>
  )
}
