import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AppLink } from '../ui/app-link'
import { joinClasses } from '../ui/join-classes'
import { ThinBar } from '../ui/thin-bar'

export const linkToQuestion = (attemptId: string, position: number) => `/attempts/${attemptId}?at=${position + 1}`
export const linkToClosing = (attemptId: string) => `/attempts/${attemptId}?closing=1`

/** How far one is, as a bar with its words. */
export function AttemptProgress({ answered }: { answered: readonly boolean[] }) {
  const { t } = useTranslation('quiz')
  const done = answered.filter(Boolean).length
  return (
    <div className="grid gap-1">
      <p className="text-small text-ink-soft">{t('progress.answered', { done, total: answered.length })}</p>
      <ThinBar percent={(100 * done) / answered.length} />
    </div>
  )
}

type QuestionListProps = { attemptId: string; answered: readonly boolean[]; position: number | null }

/** All questions, to go to any of them. */
export function QuestionList({ attemptId, answered, position }: QuestionListProps) {
  const { t } = useTranslation('quiz')
  return (
    <nav aria-label={t('progress.list')}>
      <ol className="flex flex-wrap gap-2">
        {answered.map((isDone, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place
          <li key={at}>
            <AppLink
              to={linkToQuestion(attemptId, at)}
              aria-current={at === position ? 'step' : undefined}
              className={joinClasses(
                'relative inline-flex size-11 items-center justify-center rounded-card border text-body',
                isDone ? 'border-teal bg-teal-soft text-teal-ink' : 'border-edge bg-surface text-ink-soft',
                at === position && 'border-2 border-ink font-bold',
              )}
            >
              {at + 1}
              {isDone ? <Check aria-hidden className="absolute right-0.5 top-0.5 size-3" /> : null}
              <span className="sr-only">{t(isDone ? 'progress.done' : 'progress.open')}</span>
            </AppLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}
