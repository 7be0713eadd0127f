import { ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { WordsSource } from '../talk/words-source'
import { Badge } from '../ui/badge'
import { Card } from '../ui/card'
import { CiteList } from '../ui/cite-list'
import { useCodeLabel } from '../ui/code-labels'
import { PassageLink } from '../ui/passage-link'
import { Quote } from '../ui/quote'
import type { ViolationView } from './view-types'

/** Breaches with the words, the article and why it matters. */
export function ViolationList({ violations }: { violations: readonly ViolationView[] }) {
  const { t } = useTranslation(['scorecard', 'talk'])
  const labelOf = useCodeLabel()
  if (violations.length === 0) {
    return (
      <Card title={t('violations.title')}>
        <p className="flex items-start gap-2">
          <ShieldCheck aria-hidden className="mt-1 size-5 shrink-0 text-good" />
          {t('violations.none')}
        </p>
      </Card>
    )
  }
  return (
    <Card title={t('violations.title')} aside={t('violations.count', { count: violations.length })}>
      <ul className="grid gap-3">
        {violations.map((violation) => (
          <li
            key={`${violation.turnIndex}-${violation.code}-${violation.quote}`}
            className="rounded-card border-l-4 border-breach bg-breach-soft p-4"
          >
            <p className="flex flex-wrap items-center gap-2 font-bold text-breach-ink">
              {labelOf(violation.code)}
              <Badge tone="breach" className="bg-transparent">
                {t(`talk:breach.severity.${violation.severity}`)}
              </Badge>
            </p>
            <p className="mt-1">
              <span className="text-small text-ink-soft">
                {t('violations.said', { turn: violation.turnIndex + 1 })}
              </span>{' '}
              <Quote text={violation.quote} />
            </p>
            <p className="mt-1">{violation.why}</p>
            <WordsSource {...violation.whySource} />
            <CiteList cite={violation.cite} />
            {violation.passageId ? (
              <PassageLink passageId={violation.passageId} text={violation.fact ?? t('talk:score.contradicts')} />
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
