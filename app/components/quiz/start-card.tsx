import { useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { AppLink } from '../ui/app-link'
import { Button } from '../ui/button'
import { formatMoment } from '../ui/format-date'
import { ModeChoice } from '../ui/mode-choice'
import type { OpenAttemptView, QuizCardView, ResultView } from './view-types'

const MODES = ['practice', 'exam'] as const

type StartCardProps = { quiz: Pick<QuizCardView, 'id' | 'minutes' | 'itemCount'>; open: readonly OpenAttemptView[] }

/** Practice with explanations, or exam with its time; posts `mode`. An open attempt of the same mode is gone on with. */
export function StartCard({ quiz, open }: StartCardProps) {
  const { t } = useTranslation(['quiz', 'frame'])
  const isStarting = useNavigation().formAction?.startsWith(`/quizzes/${quiz.id}/attempts`) ?? false
  const texts = {
    practice: t('start.practiceText'),
    exam: quiz.minutes === null ? t('start.examNoLimit') : t('start.examText', { minutes: quiz.minutes }),
  }
  const noteOf = (mode: (typeof MODES)[number]) => {
    const begun = open.find((one) => one.mode === mode)
    if (!begun) return null
    return (
      <span className="block text-small font-medium text-teal">
        {t('start.begun', { done: begun.answered, total: begun.total })}
      </span>
    )
  }
  return (
    <AppForm
      method="post"
      action={`/quizzes/${quiz.id}/attempts`}
      className="grid gap-4 rounded-card border border-hairline bg-surface p-5"
    >
      <ModeChoice
        legend={t('start.how')}
        modes={MODES.map((mode) => ({ mode, label: t(`mode.${mode}`), text: texts[mode], note: noteOf(mode) }))}
      />
      <Button type="submit" tone="primary" isWide isBusy={isStarting} disabled={quiz.itemCount === 0}>
        {t('start.go')}
      </Button>
    </AppForm>
  )
}

export type AttemptRowView = ResultView & { title: string; personName?: string }

/** Ended attempts, newest first. */
export function AttemptList({ attempts }: { attempts: readonly AttemptRowView[] }) {
  const { t, i18n } = useTranslation('quiz')
  return (
    <ul className="divide-y divide-hairline">
      {attempts.map((one) => (
        <li key={one.attemptId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
          <div className="min-w-0">
            <AppLink
              to={`/attempts/${one.attemptId}`}
              className="inline-flex min-h-9 items-center break-words font-medium hover:text-teal"
            >
              {one.personName ?? (one.mode === 'review' ? t('reviews.title') : one.title)}
            </AppLink>
            <p className="text-small text-ink-soft">
              {t(`mode.${one.mode}`)} · {formatMoment(one.at, i18n.language)}
            </p>
          </div>
          <p className="flex items-center gap-2">
            <strong>{t('result.percent', { percent: one.percent })}</strong>
            {one.passed === null ? null : (
              <span className={one.passed ? 'text-small text-good' : 'text-small text-weak'}>
                {t(one.passed ? 'result.passed' : 'result.notPassed')}
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
