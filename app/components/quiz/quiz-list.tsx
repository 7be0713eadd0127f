import { Clock, ListChecks } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../frame/empty-state'
import { AppLink } from '../ui/app-link'
import { Badge, Tag } from '../ui/badge'
import { ButtonLink } from '../ui/button'
import { ScoreBar } from '../ui/score-bar'
import type { OpenAttemptView, QuizCardView, ResultView } from './view-types'

/** What was begun: the first thing to go on with. */
export function OpenAttempts({ attempts }: { attempts: readonly OpenAttemptView[] }) {
  const { t } = useTranslation('quiz')
  if (attempts.length === 0) return null
  return (
    <section className="mb-6 grid gap-3">
      <h2 className="text-title">{t('open.title')}</h2>
      <ul className="grid gap-3 md:grid-cols-2">
        {attempts.map((one) => (
          <li
            key={one.attemptId}
            className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-card border border-teal/25 bg-teal-soft p-4"
          >
            <div className="min-w-0 flex-1 basis-52">
              <p className="text-small font-medium text-teal-ink">
                {t(`mode.${one.mode}`)} · {t('progress.answered', { done: one.answered, total: one.total })}
              </p>
              <p className="break-words font-medium">{one.mode === 'review' ? t('reviews.title') : one.title}</p>
            </div>
            <ButtonLink to={`/attempts/${one.attemptId}`} tone="primary" size="small">
              {t('open.goOn')}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

type QuizListProps = { quizzes: readonly QuizCardView[]; canManage: boolean }

export function QuizList({ quizzes, canManage }: QuizListProps) {
  const { t } = useTranslation('quiz')
  if (quizzes.length === 0)
    return canManage ? (
      <EmptyState
        title={t('quizzes.emptyTitle')}
        text={t('quizzes.emptyManage')}
        action={
          <ButtonLink to="/quizzes/new" tone="primary">
            {t('make.title')}
          </ButtonLink>
        }
      />
    ) : (
      <EmptyState title={t('quizzes.emptyTitle')} text={t('quizzes.emptyText')} />
    )
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {quizzes.map((quiz) => (
        <QuizCard key={quiz.id} quiz={quiz} />
      ))}
    </ul>
  )
}

/** One quiz; the whole card leads to it. */
function QuizCard({ quiz }: { quiz: QuizCardView }) {
  const { t } = useTranslation(['quiz', 'frame'])
  return (
    <li className="group relative flex flex-col gap-3 rounded-card border border-hairline bg-surface p-5 transition-colors duration-150 hover:border-teal">
      {quiz.isForMe || quiz.status !== 'published' ? (
        <p className="flex flex-wrap gap-2">
          {quiz.isForMe ? <Badge tone="teal">{t('quizzes.forMe')}</Badge> : null}
          {quiz.status === 'published' ? null : <PublishBadge status={quiz.status} />}
        </p>
      ) : null}
      <h2 className="text-title leading-snug">
        <AppLink
          to={`/quizzes/${quiz.id}`}
          prefetch="intent"
          className="break-words after:absolute after:inset-0 after:rounded-card group-hover:text-teal"
        >
          {quiz.title}
        </AppLink>
      </h2>
      <QuizFacts quiz={quiz} />
      <div className="mt-auto border-t border-hairline pt-3">
        <BestAndLast best={quiz.best} last={quiz.last} />
      </div>
    </li>
  )
}

export function PublishBadge({ status }: { status: QuizCardView['status'] }) {
  const { t } = useTranslation('quiz')
  return <Badge tone={status === 'published' ? 'good' : 'plain'}>{t(`publish.status.${status}`)}</Badge>
}

export function QuizFacts({ quiz }: { quiz: Pick<QuizCardView, 'itemCount' | 'minutes' | 'passPercent' | 'origin'> }) {
  const { t } = useTranslation(['quiz', 'frame'])
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-ink-soft">
      <span className="inline-flex items-center gap-1">
        <ListChecks aria-hidden className="size-4" />
        {t('quizzes.items', { count: quiz.itemCount })}
      </span>
      <span className="inline-flex items-center gap-1">
        <Clock aria-hidden className="size-4" />
        {quiz.minutes === null ? t('quizzes.noLimit') : t('frame:minutes', { minutes: quiz.minutes })}
      </span>
      <span>{t('result.passMark', { percent: quiz.passPercent })}</span>
      <Tag>{t(`origin.quiz.${quiz.origin}`)}</Tag>
    </span>
  )
}

export function BestAndLast({ best, last }: { best: ResultView | null; last: ResultView | null }) {
  const { t } = useTranslation('quiz')
  if (!best || !last) return <p className="text-small text-ink-faint">{t('quizzes.untried')}</p>
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap justify-between gap-x-4 text-small text-ink-soft">
        <span>{t('quizzes.best', { percent: best.percent })}</span>
        <span>{t('quizzes.last', { percent: last.percent })}</span>
      </p>
      <ScoreBar value={best.percent} tone={best.passed === false ? 'weak' : 'teal'} />
    </div>
  )
}
