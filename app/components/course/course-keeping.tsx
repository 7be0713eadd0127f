import { Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { linkToPassage } from '../knowledge/link-to'
import { AppForm } from '../ui/app-form'
import { AppLink } from '../ui/app-link'
import { Button, ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { formatDay } from '../ui/format-date'
import { ScoreBar } from '../ui/score-bar'
import type { CourseStatus, CourseView } from './view-types'

type CourseProps = { course: CourseView }

/** What one can do from each state. */
const STEPS: Readonly<Record<CourseStatus, readonly CourseStatus[]>> = {
  draft: ['published', 'retired'],
  published: ['draft', 'retired'],
  retired: ['draft'],
}
const STEP_LABELS = { draft: 'manage.draft', published: 'manage.publish', retired: 'manage.retire' } as const

/** Its state, and the way to change it. */
export function ManageCourse({ course }: CourseProps) {
  const { t } = useTranslation('course')
  return (
    <Card title={t('manage.title')}>
      <div className="grid gap-3">
        <p className="text-small text-ink-soft">
          {t(course.isPersonal ? 'manage.remedyNote' : 'manage.publishNote')}
          {course.hasQuiz ? ` ${t('manage.quizNote')}` : ''}
        </p>
        <div className="flex flex-wrap gap-2">
          <ButtonLink to={`/courses/${course.id}/edit`} icon={<Pencil aria-hidden className="size-4" />}>
            {t('manage.edit')}
          </ButtonLink>
          {STEPS[course.status].map((status) => (
            <AppForm key={status} method="post" action={`/courses/${course.id}?index`}>
              <input type="hidden" name="status" value={status} />
              <Button type="submit" tone={status === 'published' ? 'primary' : 'plain'}>
                {t(STEP_LABELS[status])}
              </Button>
            </AppForm>
          ))}
        </div>
      </div>
    </Card>
  )
}

/** Who has read how much. */
export function ReaderList({ course }: CourseProps) {
  const { t, i18n } = useTranslation('course')
  const total = course.lessons.length
  if (course.people.length === 0)
    return (
      <Card title={t('people.title')}>
        <p className="text-ink-soft">{t('people.none')}</p>
      </Card>
    )
  return (
    <Card title={t('people.title')} aside={course.people.length}>
      <ul className="grid gap-3">
        {course.people.map((person) => (
          <li key={person.personId} className="grid gap-1">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span className="break-words">{person.name}</span>
              <span className="text-small text-ink-soft">
                {t('people.row', { done: person.done, total })}
                {person.isComplete
                  ? ` · ${t('people.complete')}`
                  : person.openQuizzes > 0
                    ? ` · ${t('people.open', { count: person.openQuizzes })}`
                    : ''}
                {person.lastDoneAt ? ` · ${formatDay(person.lastDoneAt, i18n.language)}` : ''}
              </span>
            </p>
            <ScoreBar value={(100 * person.done) / total} tone={person.isComplete ? 'good' : 'teal'} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Places whose text is another one today. */
export function StaleCitations({ course }: CourseProps) {
  const { t } = useTranslation('course')
  if (course.stale.length === 0) return null
  return (
    <Card tone="weak" title={t('stale.title', { count: course.stale.length })} lead={t('stale.lead')}>
      <ul className="grid gap-2">
        {course.stale.map((one) => (
          <li key={`${one.number} ${one.passageId}`} className="flex flex-wrap items-baseline gap-x-3">
            <span className="text-small text-ink-soft">{t('stale.lesson', { number: one.number })}</span>
            <PassageLink passageId={one.passageId}>{one.label}</PassageLink>
            {one.currentPassageId ? (
              <PassageLink passageId={one.currentPassageId}>{t('stale.now')}</PassageLink>
            ) : (
              <span className="text-small text-weak-ink">{t('stale.gone')}</span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function PassageLink({ passageId, children }: { passageId: string; children: ReactNode }) {
  return (
    <AppLink to={linkToPassage(passageId)} className="break-words text-teal underline underline-offset-4">
      {children}
    </AppLink>
  )
}
