import { useTranslation } from 'react-i18next'
import { Card } from '../ui/card'
import { formatMoment } from '../ui/format-date'
import type { ItemEventView } from './view-types'

/** Who did what and when, newest first. */
export function ItemHistory({ events, version }: { events: readonly ItemEventView[]; version: number }) {
  const { t, i18n } = useTranslation('quiz')
  return (
    <Card title={t('history.title')} aside={t('history.version', { version })} level={3}>
      <ol className="grid gap-2 text-small">
        {events.toReversed().map((event) => (
          <li key={`${event.at} ${event.action}`}>
            <span className="font-medium">{t(`history.${event.action}`)}</span>
            <span className="text-ink-soft">
              {' '}
              · {t('history.version', { version: event.version })} · {event.personName} ·{' '}
              {formatMoment(event.at, i18n.language)}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
