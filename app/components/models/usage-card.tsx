import { useTranslation } from 'react-i18next'
import type { UsageFigures, UsageLine } from '~/domain/governance/model-usage'
import { groupBy } from '~/domain/shared/group-by'
import { Card } from '../ui/card'
import { DayBars } from './day-bars'
import { formatNumber, formatShare } from './format-number'
import { usePurposeName, useReasonName } from './usage-names'
import type { UsageView } from './view-types'

/** What was asked of the models today and in the last 30 days, by everybody on this server. */
export function UsageCard({ usage }: { usage: UsageView }) {
  const { t } = useTranslation('models')
  return (
    <Card title={t('usage.title')} lead={t('usage.lead')}>
      {usage.lines.length === 0 ? (
        <p className="text-ink-soft">{t('usage.none')}</p>
      ) : (
        <div className="grid gap-5">
          <DayBars days={usage.days} />
          <ReplyShare replies={usage.replies} />
          <ul className="grid gap-5 lg:grid-cols-2">
            {usage.lines.map((line) => (
              <UsageRow key={`${line.purpose} ${line.model}`} line={line} />
            ))}
          </ul>
        </div>
      )}
    </Card>
  )
}

/** How many of the client's replies needed the client's own lines. */
function ReplyShare({ replies }: { replies: UsageView['replies'] }) {
  const { t } = useTranslation('models')
  const { model, mended, embedded } = replies.lately
  const all = model + mended + embedded
  if (all === 0) return null
  const share = (count: number) => formatShare(count, all)
  return (
    <p>
      {t('usage.replies', { all: formatNumber(all), embedded: share(embedded), mended: share(mended) })}{' '}
      <span className="text-ink-soft">
        {t('usage.repliesToday', {
          all: formatNumber(replies.today.model + replies.today.mended + replies.today.embedded),
          embedded: formatNumber(replies.today.embedded),
          mended: formatNumber(replies.today.mended),
        })}
      </span>
    </p>
  )
}

const COLUMNS = ['calls', 'tokens', 'failures', 'firstWord'] as const
const PERIODS = ['today', 'lately'] as const

function UsageRow({ line }: { line: UsageLine }) {
  const { t } = useTranslation('models')
  const purposeName = usePurposeName()
  const reasonName = useReasonName()
  const title = `${purposeName(line.purpose)} · ${line.model}`
  return (
    <li className="min-w-0 rounded-card border border-hairline p-4">
      <h3 className="text-body font-medium">
        {purposeName(line.purpose)} · <span className="break-all">{line.model}</span>
      </h3>
      <table className="mt-2 w-full border-collapse text-small tabular-nums">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr className="text-ink-soft">
            <td />
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="py-1 pl-2 text-right font-normal">
                {t(`usage.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PERIODS.map((period) => (
            <tr key={period} className="border-t border-hairline">
              <th scope="row" className="whitespace-nowrap py-1 text-left font-normal text-ink-soft">
                {t(`usage.${period}`)}
              </th>
              <FigureCells figures={line[period]} />
            </tr>
          ))}
        </tbody>
      </table>
      {line.reasons.length > 0 ? (
        <p className="mt-2 text-small text-ink-soft">
          {t('usage.reasons')}
          {sumByName(line.reasons.map(({ reason, count }) => ({ name: reasonName(reason), count })))
            .map(({ name, count }) => t('usage.reason', { reason: name, count }))
            .join(t('usage.comma'))}
        </p>
      ) : null}
    </li>
  )
}

/** Several reasons have one name. */
function sumByName(named: readonly { name: string; count: number }[]): { name: string; count: number }[] {
  return [...groupBy(named, (one) => one.name)]
    .map(([name, group]) => ({ name, count: group.reduce((sum, one) => sum + one.count, 0) }))
    .sort((a, b) => b.count - a.count)
}

function FigureCells({ figures }: { figures: UsageFigures }) {
  const { t } = useTranslation('models')
  const { calls, tokens, failures, firstWordMs } = figures
  const seconds = firstWordMs === null ? '–' : t('usage.seconds', { seconds: (firstWordMs / 1000).toFixed(1) })
  return (
    <>
      {[formatNumber(calls), formatNumber(tokens), formatNumber(failures), seconds].map((text, i) => (
        <td key={COLUMNS[i]} className="py-1 pl-2 text-right">
          {text}
        </td>
      ))}
    </>
  )
}
