import { OctagonAlert, RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { CiteList } from '../ui/cite-list'
import { useCodeLabel } from '../ui/code-labels'
import { Quote } from '../ui/quote'
import type { BreachView } from './view-types'
import { WordsSource } from './words-source'

type BreachBarProps = { breach: BreachView; onSayAgain: () => void; onGoOn: () => void; isBusy?: boolean }

/** Interrupts gently: what, which article, why it matters, and two ways on. */
export function BreachBar({ breach, onSayAgain, onGoOn, isBusy = false }: BreachBarProps) {
  const { t } = useTranslation('talk')
  const labelOf = useCodeLabel()
  return (
    <section role="alert" className="w-full animate-rise rounded-card border-l-4 border-breach bg-breach-soft p-4">
      <h2 className="flex flex-wrap items-center gap-x-2 font-bold text-breach-ink">
        <OctagonAlert aria-hidden className="size-5 shrink-0" />
        {t('breach.title')}
        <span aria-hidden="true">·</span>
        {labelOf(breach.code)}
        <span className="text-small font-medium">({t(`breach.severity.${breach.severity}`)})</span>
      </h2>
      <p className="mt-2">{breach.why}</p>
      <WordsSource {...breach.whySource} />
      <dl className="mt-2 grid gap-1 text-small">
        <div className="flex gap-2">
          <dt className="shrink-0 text-ink-soft">{t('breach.said')}</dt>
          <dd className="min-w-0">
            <Quote text={breach.quote} />
          </dd>
        </div>
        {breach.cite.length > 0 ? (
          <div className="flex gap-2">
            <dt className="shrink-0 text-ink-soft">{t('breach.article')}</dt>
            <dd className="min-w-0">
              <CiteList cite={breach.cite} />
            </dd>
          </div>
        ) : null}
      </dl>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button
          tone="danger"
          size="small"
          onClick={onSayAgain}
          isBusy={isBusy}
          icon={<RotateCcw aria-hidden className="size-4" />}
        >
          {t('breach.again')}
        </Button>
        <Button tone="quiet" size="small" onClick={onGoOn} disabled={isBusy}>
          {t('breach.goOn')}
        </Button>
      </div>
      <p className="mt-2 text-small text-ink-soft">{t('breach.note')}</p>
    </section>
  )
}
