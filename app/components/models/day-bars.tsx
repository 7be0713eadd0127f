import { useTranslation } from 'react-i18next'
import { formatDay } from '../ui/format-date'
import { formatNumber } from './format-number'
import type { UsageView } from './view-types'

const WIDTH = 300
const HEIGHT = 56

/** Tokens of each of the last 30 days as bars; said in words for those who do not see them. */
export function DayBars({ days }: { days: UsageView['days'] }) {
  const { t, i18n } = useTranslation('models')
  const most = Math.max(...days.map((day) => day.tokens))
  const peak = days.find((day) => day.tokens === most)
  if (!peak || most === 0) return null
  const all = days.reduce((sum, day) => sum + day.tokens, 0)
  const step = WIDTH / days.length
  return (
    <figure className="grid gap-1.5">
      <figcaption>
        {t('usage.days', {
          all: formatNumber(all),
          most: formatNumber(most),
          on: formatDay(peak.localDate, i18n.language),
        })}
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-16 w-full"
        aria-hidden="true"
        focusable="false"
      >
        <rect y={HEIGHT - 1} width={WIDTH} height="1" className="fill-hairline" />
        {days.map((day, i) => {
          const height = day.tokens === 0 ? 0 : Math.max(2, ((HEIGHT - 1) * day.tokens) / most)
          return (
            <rect
              key={day.localDate}
              x={i * step + 1}
              y={HEIGHT - 1 - height}
              width={step - 2}
              height={height}
              className="fill-teal"
            />
          )
        })}
      </svg>
      <p className="flex justify-between text-small text-ink-soft">
        <span>{formatDay(days[0]!.localDate, i18n.language)}</span>
        <span>{t('usage.today')}</span>
      </p>
    </figure>
  )
}
