import { PenLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Advice } from '~/domain/judging/score-types'
import { PassageLink } from '../ui/passage-link'

/** Who worded advice, and what it leans on; nothing under the coach's own words. */
export function WordsSource({ by, citations = [] }: Pick<Advice, 'by' | 'citations'>) {
  const { t } = useTranslation('talk')
  if (by !== 'model') return null
  return (
    <div className="mt-1 text-small text-ink-soft">
      {citations.length > 0 ? (
        <ul aria-label={t('coach.sources')} className="flex flex-wrap gap-x-3">
          {citations.map(({ passageId, label }) => (
            <li key={`${passageId} ${label}`} className="min-w-0">
              <PassageLink passageId={passageId} text={label} />
            </li>
          ))}
        </ul>
      ) : null}
      <p className="flex items-start gap-1">
        <PenLine aria-hidden className="mt-1 size-3.5 shrink-0" />
        {t('coach.byModel')}
      </p>
    </div>
  )
}
