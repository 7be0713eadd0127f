import { BookOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { linkToPassage } from '../knowledge/link-to'
import { AppLink } from '../ui/app-link'
import type { AnsweredView } from './view-types'

/** Why, and where it stands. */
export function AnswerNotes({ answered }: { answered: Pick<AnsweredView, 'explanation' | 'citations'> }) {
  const { t } = useTranslation('quiz')
  const { explanation, citations } = answered
  return (
    <div className="grid gap-2">
      {explanation ? <p className="whitespace-pre-line break-words">{explanation}</p> : null}
      {citations.length > 0 ? (
        <ul aria-label={t('answered.sources')} className="grid gap-2 text-small">
          {citations.map((one) => (
            <li key={one.passageId} className="grid gap-1">
              <AppLink
                to={linkToPassage(one.passageId)}
                className="inline-flex min-h-9 items-center gap-1.5 text-teal underline underline-offset-4"
              >
                <BookOpen aria-hidden className="size-4 shrink-0" />
                {one.label}
              </AppLink>
              {one.quote ? (
                <blockquote className="break-words border-l-2 border-hairline pl-3 text-ink-soft">
                  {one.quote}
                </blockquote>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-small text-ink-soft">{t('answered.noSource')}</p>
      )}
    </div>
  )
}
