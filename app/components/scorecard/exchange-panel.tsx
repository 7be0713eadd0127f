import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ClientView } from '../face/view-types'
import { signed } from '../talk/line-item-list'
import { toneOfItem } from '../talk/tone-of-score'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { useCodeLabel } from '../ui/code-labels'
import type { TimelinePoint } from './view-types'

type ExchangePanelProps = {
  point: TimelinePoint
  client: ClientView
  /** Whose words they are; null for the reader's own. */
  speaker: string | null
  onPrevious: (() => void) | null
  onNext: (() => void) | null
}

/** One exchange with what was seen in it. */
export function ExchangePanel({ point, client, speaker, onPrevious, onNext }: ExchangePanelProps) {
  const { t } = useTranslation(['scorecard', 'frame'])
  const labelOf = useCodeLabel()
  return (
    <div className="mt-4 rounded-card bg-sunken p-4" aria-live="polite">
      <div className="mb-3 flex items-center justify-between gap-3">
        <h3 className="font-bold">
          {t('frame:turn', { turn: point.turnIndex + 1 })}
          {point.total === null ? null : (
            <span className="ml-3 font-normal text-ink-soft">{t('frame:points', { points: point.total })}</span>
          )}
        </h3>
        <span className="flex gap-1">
          <Button size="small" tone="quiet" disabled={!onPrevious} onClick={onPrevious ?? undefined}>
            <ChevronLeft aria-hidden className="size-5" />
            <span className="sr-only">{t('timeline.previous')}</span>
          </Button>
          <Button size="small" tone="quiet" disabled={!onNext} onClick={onNext ?? undefined}>
            <ChevronRight aria-hidden className="size-5" />
            <span className="sr-only">{t('timeline.next')}</span>
          </Button>
        </span>
      </div>
      <dl className="grid gap-3">
        <div className="border-l-2 border-teal pl-3">
          <dt className="text-small font-medium text-teal-ink">{speaker ?? t('timeline.you')}</dt>
          <dd>{point.mine}</dd>
        </div>
        <div className="border-l-2 border-clay pl-3">
          <dt className="text-small font-medium text-clay-ink">{client.address}</dt>
          <dd>{point.reply}</dd>
        </div>
      </dl>
      <h4 className="mt-4 text-small text-ink-soft">{t('timeline.evidence')}</h4>
      {point.evidence.length === 0 ? (
        <p className="text-small">{t('timeline.noEvidence')}</p>
      ) : (
        <ul className="mt-1 flex flex-wrap gap-1.5">
          {point.evidence.map((seen) => (
            <li key={`${seen.code}-${seen.quote}`}>
              <Badge tone={toneOfItem(seen)}>
                {labelOf(seen.code)} {signed(seen.points)}
              </Badge>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
