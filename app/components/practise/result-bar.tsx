import { useTranslation } from 'react-i18next'
import { ScoreBar } from '../ui/score-bar'
import type { ResultView } from './view-types'

type ResultBarProps = { best: ResultView | null; last: ResultView }

/** My best result as a bar, the last one as a number beside it. */
export function ResultBar({ best, last }: ResultBarProps) {
  const { t } = useTranslation('practise')
  const top = best?.overall ?? null
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap justify-between gap-x-3 text-small text-ink-soft">
        <span>
          {t('card.last')} <strong className="text-ink">{last.overall ?? t('card.notScored')}</strong>
          {last.overall === null ? '' : ` · ${last.passed ? t('card.passed') : t('card.notPassed')}`}
        </span>
        {top === null ? null : (
          <span>
            {t('card.best')} <strong className="text-ink">{top}</strong>
          </span>
        )}
      </p>
      {top === null ? null : <ScoreBar value={top} tone={best?.passed ? 'good' : 'weak'} />}
    </div>
  )
}
