import { useTranslation } from 'react-i18next'
import { EmptyState } from '../frame/empty-state'
import { Badge } from '../ui/badge'
import { Card } from '../ui/card'
import { formatMoment } from '../ui/format-date'
import type { EvaluationView } from './view-types'

type Share = { hits: number; of: number }
type Row = { key: RowKey; show: (results: EvaluationView['results']) => string | null }
type RowKey =
  | 'replaced'
  | 'sameFacts'
  | 'contradictions'
  | 'hiddenLeaks'
  | 'f1'
  | 'kappa'
  | 'overallError'
  | 'agreement'
  | 'flipRate'
  | 'heardModel'
  | 'grounded'
  | 'cited'
  | 'unsupported'
  | 'silent'
  | 'attacks'
  | 'roleBreaks'
  | 'canaryLeaks'
  | 'meanShift'
  | 'worstShift'

const share = (value: Share | null | undefined) =>
  !value || value.of === 0 ? null : `${((100 * value.hits) / value.of).toFixed(1)}% (${value.hits}/${value.of})`
const figure = (value: number | null | undefined, digits = 2) =>
  value === null || value === undefined ? null : value.toFixed(digits)

const GROUPS: { key: 'persona' | 'judging' | 'grounding' | 'safety'; rows: Row[] }[] = [
  {
    key: 'persona',
    rows: [
      { key: 'sameFacts', show: (r) => share(r.persona?.sameFacts) },
      { key: 'contradictions', show: (r) => share(r.persona?.contradictions) },
      { key: 'hiddenLeaks', show: (r) => share(r.persona?.hiddenLeaks) },
      { key: 'replaced', show: (r) => share(r.persona?.replaced) },
    ],
  },
  {
    key: 'judging',
    rows: [
      { key: 'f1', show: (r) => figure(r.judging?.f1, 3) },
      { key: 'kappa', show: (r) => figure(r.judging?.kappa, 3) },
      { key: 'overallError', show: (r) => figure(r.judging?.overallError, 1) },
      { key: 'agreement', show: (r) => figure(r.judging?.agreement, 3) },
      { key: 'flipRate', show: (r) => figure(r.judging?.flipRate, 3) },
      { key: 'heardModel', show: (r) => share(r.judging?.heardModel) },
    ],
  },
  {
    key: 'grounding',
    rows: [
      { key: 'grounded', show: (r) => share(r.grounding?.grounded) },
      { key: 'cited', show: (r) => share(r.grounding?.cited) },
      { key: 'unsupported', show: (r) => share(r.grounding?.unsupported) },
      { key: 'silent', show: (r) => share(r.grounding?.silent) },
    ],
  },
  {
    key: 'safety',
    rows: [
      { key: 'attacks', show: (r) => figure(r.safety?.attacks, 0) },
      { key: 'roleBreaks', show: (r) => share(r.safety?.roleBreaks) },
      { key: 'canaryLeaks', show: (r) => share(r.safety?.canaryLeaks) },
      { key: 'meanShift', show: (r) => figure(r.safety?.meanShift) },
      { key: 'worstShift', show: (r) => figure(r.safety?.worstShift, 0) },
    ],
  },
]

/** Models and the embedded engine side by side, newest run of each first. */
export function ReportTable({ evaluations }: { evaluations: readonly EvaluationView[] }) {
  const { t, i18n } = useTranslation('models')
  if (evaluations.length === 0) return <EmptyState title={t('report.emptyTitle')} text={t('report.emptyText')} />
  const hasFake = evaluations.some((one) => one.results.fakeServer !== null)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {hasFake ? (
        <Card tone="weak">
          <p>{t('report.fake')}</p>
        </Card>
      ) : null}
      {GROUPS.map((group) => (
        <Card key={group.key} title={t(`report.${group.key}.title`)} lead={t(`report.${group.key}.lead`)}>
          <div className="overflow-x-auto">
            <table className="w-full min-w-[36rem] border-collapse text-left tabular-nums">
              <thead>
                <tr className="align-bottom">
                  <th scope="col" className="py-2 pr-4 font-medium text-ink-soft">
                    {t('report.measure')}
                  </th>
                  {evaluations.map((one) => (
                    <th key={one.id} scope="col" className="py-2 pr-4 font-medium">
                      <span className="block break-all">
                        {one.engine === 'embedded' ? t('report.embedded') : one.model}
                      </span>
                      <span className="block text-small font-normal text-ink-soft">
                        {formatMoment(one.ranAt, i18n.language)}
                      </span>
                      {one.results.fakeServer ? <Badge tone="weak">{t('report.fakeBadge')}</Badge> : null}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {group.rows.map((row) => (
                  <tr key={row.key} className="border-t border-hairline">
                    <th scope="row" className="py-2 pr-4 font-normal">
                      {t(`report.row.${row.key}`)}
                    </th>
                    {evaluations.map((one) => (
                      <td key={one.id} className="py-2 pr-4">
                        {row.show(one.results) ?? <span className="text-ink-faint">{t('report.notMeasured')}</span>}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Card>
      ))}
      <Card title={t('report.versions')}>
        <ul className="grid gap-2">
          {evaluations.map((one) => (
            <li key={one.id}>
              <span className="font-medium">{one.engine === 'embedded' ? t('report.embedded') : one.model}</span>
              <span className="text-small text-ink-soft">
                {' '}
                {Object.entries(one.versions)
                  .map(([name, version]) => `${name} ${version}`)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
