import { useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { AppLink } from '../ui/app-link'
import { Button } from '../ui/button'
import { formatMoment } from '../ui/format-date'
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
  return (
    <AppForm
      method="post"
      action={`/quizzes/${quiz.id}/attempts`}
      className="grid gap-4 rounded-card border border-hairline bg-surface p-5"
    >
      <fieldset className="grid gap-2">
        <legend className="mb-3 text-title font-bold">{t('start.how')}</legend>
        {MODES.map((mode) => {
          const begun = open.find((one) => one.mode === mode)
          return (
            <label
              key={mode}
              className="flex cursor-pointer gap-3 rounded-card border border-edge p-3 transition-colors duration-150 hover:border-teal has-checked:border-teal has-checked:bg-teal-soft"
            >
              <input
                type="radio"
                name="mode"
                value={mode}
                defaultChecked={mode === 'practice'}
                className="mt-1.5 size-4 shrink-0 accent-teal"
              />
              <span>
                <span className="block font-medium">{t(`mode.${mode}`)}</span>
                <span className="block text-small text-ink-soft">{texts[mode]}</span>
                {begun ? (
                  <span className="block text-small font-medium text-teal">
                    {t('start.begun', { done: begun.answered, total: begun.total })}
                  </span>
                ) : null}
              </span>
            </label>
          )
        })}
      </fieldset>
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
