import { ArrowDown, ArrowUp, Equal } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { DIMENSIONS, type Dimension } from '~/domain/shared/dimensions'
import { ClientFace } from '../face/client-face'
import { AppLink } from '../ui/app-link'
import { formatMoment } from '../ui/format-date'
import { Sparkline } from '../ui/sparkline'
import type { CompareSideView } from './view-types'

type CompareTalksProps = { earlier: CompareSideView; later: CompareSideView }
type Row = { name: string; from: number | null; to: number | null; isLowerBetter?: boolean }

const levelOf = (side: CompareSideView, dimension: Dimension) => {
  const result = side.dimensions[dimension]
  return result.status === 'graded' ? result.level : null
}

/** Two talks beside each other, and what changed in words. */
export function CompareTalks({ earlier, later }: CompareTalksProps) {
  const { t } = useTranslation(['records', 'scorecard'])
  const rows: Row[] = [
    { name: t('compare.overall'), from: earlier.overall, to: later.overall },
    { name: t('compare.trust'), from: earlier.trustAtEnd, to: later.trustAtEnd },
    { name: t('compare.met'), from: earlier.dutiesMet, to: later.dutiesMet },
    { name: t('compare.missed'), from: earlier.dutiesMissed, to: later.dutiesMissed, isLowerBetter: true },
    { name: t('compare.breaches'), from: earlier.violations, to: later.violations, isLowerBetter: true },
    ...DIMENSIONS.map((dimension) => ({
      name: t(`scorecard:dimension.${dimension}`),
      from: levelOf(earlier, dimension),
      to: levelOf(later, dimension),
    })),
  ]
  return (
    <div className="grid gap-6">
      <div className="grid gap-4 md:grid-cols-2">
        <SideCard side={earlier} label={t('compare.earlier')} />
        <SideCard side={later} label={t('compare.later')} />
      </div>
      <div className="overflow-x-auto rounded-card border border-hairline bg-surface">
        <table className="w-full text-left">
          <thead>
            <tr className="border-b border-edge text-small text-ink-soft">
              <th className="px-4 py-3 font-medium">
                <span className="sr-only">{t('compare.title')}</span>
              </th>
              <th className="whitespace-nowrap px-3 py-3 text-right font-medium">{t('compare.earlier')}</th>
              <th className="whitespace-nowrap px-3 py-3 text-right font-medium">{t('compare.later')}</th>
              <th className="px-4 py-3 font-medium">{t('compare.change')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name} className="border-b border-hairline last:border-0">
                <th className="px-3 py-2.5 font-normal sm:px-4">{row.name}</th>
                <td className="px-3 py-2.5 text-right">{row.from ?? '–'}</td>
                <td className="px-3 py-2.5 text-right font-bold">{row.to ?? '–'}</td>
                <td className="whitespace-nowrap px-3 py-2.5 sm:px-4">
                  <Change row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function SideCard({ side, label }: { side: CompareSideView; label: string }) {
  const { t, i18n } = useTranslation('records')
  const known = side.totals.filter((total) => total !== null)
  return (
    <section className="grid gap-3 rounded-card border border-hairline bg-surface p-5">
      <div className="flex items-center gap-3">
        <ClientFace client={side.client} size="small" isDecorative />
        <div className="min-w-0">
          <h2 className="text-body">
            <span className="text-small font-medium text-ink-soft">{label}</span>
            <AppLink to={side.href} className="block break-words hover:text-teal">
              {side.client.name} · {side.title}
            </AppLink>
          </h2>
          <p className="text-small text-ink-soft">{formatMoment(side.startedAt, i18n.language)}</p>
        </div>
      </div>
      {known.length > 0 ? (
        <Sparkline
          values={side.totals}
          label={t('talks.curveLabel', { first: known[0], last: known.at(-1), turns: side.totals.length })}
        />
      ) : null}
    </section>
  )
}

function Change({ row }: { row: Row }) {
  const { t } = useTranslation('records')
  if (row.from === null || row.to === null) return <span className="text-ink-faint">–</span>
  const difference = row.to - row.from
  if (difference === 0) {
    return (
      <span className="inline-flex items-center gap-1 text-ink-soft">
        <Equal aria-hidden className="size-4" />
        {t('compare.same')}
      </span>
    )
  }
  const isBetter = row.isLowerBetter ? difference < 0 : difference > 0
  const Icon = difference > 0 ? ArrowUp : ArrowDown
  const value = Math.abs(difference)
  return (
    <span className={`inline-flex items-center gap-1 font-medium ${isBetter ? 'text-good' : 'text-weak'}`}>
      <Icon aria-hidden className="size-4" />
      {isBetter ? t('compare.up', { value }) : t('compare.down', { value })}
    </span>
  )
}
