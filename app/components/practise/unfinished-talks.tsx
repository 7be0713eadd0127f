import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ClientFace } from '../face/client-face'
import { AppLink } from '../ui/app-link'
import { formatDay } from '../ui/format-date'
import type { UnfinishedTalkView } from './view-types'

const ROW = 'relative flex items-center gap-3 px-4 py-3 hover:bg-sunken'
const COVERING = 'after:absolute after:inset-0'

/** Talks that were begun and can be gone on with. */
export function UnfinishedTalks({ talks }: { talks: readonly UnfinishedTalkView[] }) {
  const { t, i18n } = useTranslation('practise')
  if (talks.length === 0) return null
  return (
    <section>
      <h2 className="mb-3 text-title">{t('unfinished.title')}</h2>
      <ul className="divide-y divide-hairline overflow-hidden rounded-card border border-hairline bg-surface">
        {talks.map((talk) => (
          <li key={talk.href} className={ROW}>
            <ClientFace client={talk.client} size="small" isDecorative />
            <div className="min-w-0 flex-1">
              <AppLink to={talk.href} className={`font-medium hover:text-teal ${COVERING}`}>
                {talk.client.name} · {talk.title}
              </AppLink>
              <p className="text-small text-ink-soft">
                {t('unfinished.turns', { turns: talk.turns })} ·{' '}
                {t('unfinished.since', { day: formatDay(talk.startedAt, i18n.language) })}
              </p>
            </div>
            <span className="inline-flex shrink-0 items-center gap-1 text-small font-medium text-teal">
              {t('unfinished.resume')}
              <ArrowRight aria-hidden className="size-4" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
