import { useTranslation } from 'react-i18next'
import { EmptyState } from '../frame/empty-state'
import { Badge } from '../ui/badge'
import { Card } from '../ui/card'
import { formatMoment } from '../ui/format-date'
import { joinClasses } from '../ui/join-classes'
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
/** By the number of runs: all tables have the same columns one under the other, also where they are wider than the page. */
const MIN_WIDTHS = [
  'min-w-[18rem]',
  'min-w-[26rem]',
  'min-w-[34rem]',
  'min-w-[42rem]',
  'min-w-[50rem]',
  'min-w-[66rem]',
  'min-w-[90rem]',
] as const
const minWidthOf = (runs: number) => MIN_WIDTHS[Math.min(runs, MIN_WIDTHS.length) - 1]
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
  const { t } = useTranslation('models')
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
          <section
            className="overflow-x-auto"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
            tabIndex={0}
            aria-label={t(`report.${group.key}.title`)}
          >
            <table
              className={joinClasses(
                'w-full table-fixed border-collapse text-left tabular-nums',
                minWidthOf(evaluations.length),
              )}
            >
              <thead>
                <tr className="align-top">
                  <th
                    scope="col"
                    className="sticky left-0 w-28 bg-surface py-2 pr-3 font-medium text-ink-soft sm:w-52 sm:pr-4"
                  >
                    {t('report.measure')}
                  </th>
                  {evaluations.map((one) => (
                    <RunHead key={one.id} run={one} />
                  ))}
                </tr>
              </thead>
              <tbody>
                {group.rows.map((row) => (
                  <tr key={row.key} className="border-t border-hairline">
                    <th scope="row" className="sticky left-0 bg-surface py-2 pr-3 font-normal sm:pr-4">
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
          </section>
        </Card>
      ))}
      <Card title={t('report.versions')}>
        <ul className="grid gap-3">
          {evaluations.map((one) => (
            <li key={one.id}>
              <p className="break-all font-medium">{one.engine === 'embedded' ? t('report.embedded') : one.model}</p>
              <p className="break-words text-small text-ink-soft">
                {Object.entries(one.versions)
                  .map(([name, version]) => `${isNamed(name) ? t(`report.version.${name}`) : name} ${version}`)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}

const NAMED = ['catalogue', 'rubric', 'personas', 'scenarios', 'judge'] as const
const isNamed = (name: string): name is (typeof NAMED)[number] => NAMED.some((one) => one === name)

/** Which engine, when, and what speaks against taking the figures as they stand. */
function RunHead({ run }: { run: EvaluationView }) {
  const { t, i18n } = useTranslation('models')
  return (
    <th scope="col" className="py-2 pr-4 font-medium">
      <span className="block [overflow-wrap:anywhere]">
        {run.engine === 'embedded' ? t('report.embedded') : run.model}
      </span>
      <span className="block text-small font-normal text-ink-soft">{formatMoment(run.ranAt, i18n.language)}</span>
      {run.doubts.length > 0 ? (
        <span className="mt-1 flex flex-wrap gap-1">
          {run.doubts.map((doubt) => (
            <Badge key={doubt} tone="weak">
              {t(`report.doubt.${doubt}`)}
            </Badge>
          ))}
        </span>
      ) : null}
    </th>
  )
}
