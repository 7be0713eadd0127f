import { useTranslation } from 'react-i18next'
import { EmptyState } from '../frame/empty-state'
import { AppLink } from '../ui/app-link'
import { Badge } from '../ui/badge'
import { Card } from '../ui/card'
import { ThinBar } from '../ui/thin-bar'
import type { AnalysisRowView, AnalysisView, ItemFlag } from './build-analysis-view'
import { TypeTag } from './type-tag'

const FLAG_TONES: Record<ItemFlag, 'plain' | 'weak' | 'breach'> = {
  'too-few-answers': 'plain',
  'too-easy': 'weak',
  'too-hard': 'weak',
  'discriminates-badly': 'weak',
  'dead-distractor': 'weak',
  'key-suspect': 'breach',
}

const twoPlaces = (value: number | null) => (value === null ? '–' : value.toFixed(2))

/** How the items of a quiz do: each with its difficulty, how well it tells people apart, and what its options draw. */
export function AnalysisTable({ analysis }: { analysis: AnalysisView }) {
  const { t } = useTranslation('quiz')
  if (analysis.attempts === 0) return <EmptyState title={t('analysis.emptyTitle')} text={t('analysis.emptyText')} />
  const figures = [
    [t('analysis.attempts'), String(analysis.attempts), t('analysis.attemptsText')],
    [
      t('analysis.mean'),
      analysis.meanPercent === null ? '–' : t('result.percent', { percent: Math.round(analysis.meanPercent) }),
      t('analysis.meanText'),
    ],
    ['KR-20', twoPlaces(analysis.kr20), t(analysis.kr20 === null ? 'analysis.kr20None' : 'analysis.kr20Text')],
  ] as const
  return (
    <div className="grid gap-6">
      <dl className="grid gap-3 sm:grid-cols-3">
        {figures.map(([name, value, text]) => (
          <div key={name} className="rounded-card border border-hairline bg-surface px-4 py-3">
            <dt className="text-small text-ink-soft">{name}</dt>
            <dd>
              <strong className="text-large">{value}</strong>
              <span className="block text-small text-ink-soft">{text}</span>
            </dd>
          </div>
        ))}
      </dl>
      <ol className="grid gap-4">
        {analysis.rows.map((row) => (
          <AnalysisRow key={row.itemId} row={row} />
        ))}
      </ol>
      <Card tone="sunken" title={t('analysis.meaning')}>
        <dl className="grid gap-3">
          {(['difficulty', 'discrimination', 'kr20', 'flags'] as const).map((term) => (
            <div key={term}>
              <dt className="font-medium">{t(`analysis.term.${term}`)}</dt>
              <dd className="text-small text-ink-soft">{t(`analysis.explain.${term}`)}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </div>
  )
}

function AnalysisRow({ row }: { row: AnalysisRowView }) {
  const { t } = useTranslation('quiz')
  return (
    <li className="grid gap-4 rounded-card border border-hairline bg-surface p-5 lg:grid-cols-[minmax(0,1fr)_18rem] lg:gap-8">
      <div className="grid min-w-0 content-start gap-2">
        <p className="flex flex-wrap items-center gap-2">
          <strong>{t('progress.number', { number: row.number })}</strong>
          <TypeTag type={row.type} />
          {row.flags.map((flag) => (
            <Badge key={flag} tone={FLAG_TONES[flag]}>
              {t(`analysis.flag.${flag}`)}
            </Badge>
          ))}
        </p>
        <AppLink to={`/items/${row.itemId}`} className="line-clamp-3 break-words font-medium hover:text-teal">
          {row.stem}
        </AppLink>
        {row.options.length > 0 ? <OptionBars options={row.options} answers={row.answers} /> : null}
      </div>
      <dl className="grid content-start gap-3">
        <Figure
          name={t('analysis.term.difficulty')}
          value={row.difficulty}
          share={row.difficulty}
          text={t('analysis.answers', { count: row.answers })}
        />
        <Figure
          name={t('analysis.term.discrimination')}
          value={row.discrimination}
          share={row.discrimination === null ? null : Math.max(0, row.discrimination)}
          text={row.discrimination === null ? t('analysis.noVariance') : ''}
        />
      </dl>
    </li>
  )
}

type FigureProps = { name: string; value: number | null; share: number | null; text: string }

function Figure({ name, value, share, text }: FigureProps) {
  return (
    <div>
      <dt className="flex justify-between gap-3 text-small text-ink-soft">
        <span>{name}</span>
        <strong className="text-body text-ink">{twoPlaces(value)}</strong>
      </dt>
      <dd>
        {share === null ? null : <ThinBar percent={100 * share} />}
        {text ? <span className="text-small text-ink-soft">{text}</span> : null}
      </dd>
    </div>
  )
}

/** How many chose each option; the key says so in words. */
function OptionBars({ options, answers }: { options: AnalysisRowView['options']; answers: number }) {
  const { t } = useTranslation('quiz')
  return (
    <ul className="grid gap-2" aria-label={t('analysis.options')}>
      {options.map((option) => (
        <li key={option.text} className="grid grid-cols-[minmax(0,1fr)_6rem_3.5rem] items-center gap-3 text-small">
          <span className="min-w-0 truncate" title={option.text}>
            {option.isKey ? <strong className="text-good">{t('analysis.key')} </strong> : null}
            {option.text}
          </span>
          <ThinBar percent={answers === 0 ? 0 : (100 * option.count) / answers} tone={option.isKey ? 'good' : 'weak'} />
          <span className="text-right text-ink-soft">
            {answers === 0 ? '–' : `${Math.round((option.count / answers) * 100)}%`}
          </span>
        </li>
      ))}
    </ul>
  )
}
