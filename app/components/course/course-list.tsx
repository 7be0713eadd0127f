import { BookOpen, Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../frame/empty-state'
import { AppLink } from '../ui/app-link'
import { Badge, Tag } from '../ui/badge'
import { ButtonLink } from '../ui/button'
import { ScoreBar } from '../ui/score-bar'
import type { CourseCardView, CourseStatus } from './view-types'

type CourseListProps = { courses: readonly CourseCardView[]; canManage: boolean }

/** What is made for the reader comes first. */
export function CourseList({ courses, canManage }: CourseListProps) {
  const { t } = useTranslation('course')
  if (courses.length === 0) return <NoCourses canManage={canManage} />
  const mine = courses.filter((one) => one.isOwn)
  const others = courses.filter((one) => !one.isOwn)
  return (
    <div className="grid gap-8">
      <Part title={t('list.mine')} courses={mine} canManage={canManage} />
      <Part title={t(canManage ? 'list.all' : 'list.open')} courses={others} canManage={canManage} />
    </div>
  )
}

function NoCourses({ canManage }: { canManage: boolean }) {
  const { t } = useTranslation('course')
  const action = canManage ? (
    <ButtonLink to="/courses/new" tone="primary">
      {t('make.title')}
    </ButtonLink>
  ) : (
    <ButtonLink to="/records">{t('list.toRecords')}</ButtonLink>
  )
  return (
    <EmptyState
      title={t('list.emptyTitle')}
      text={t(canManage ? 'list.emptyManage' : 'list.emptyText')}
      action={action}
    />
  )
}

function Part({ title, courses, canManage }: CourseListProps & { title: string }) {
  if (courses.length === 0) return null
  return (
    <section className="grid gap-3">
      <h2 className="text-title">{title}</h2>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {courses.map((course) => (
          <CourseCard key={course.id} course={course} canManage={canManage} />
        ))}
      </ul>
    </section>
  )
}

/** One course; the whole card leads to it. */
function CourseCard({ course, canManage }: { course: CourseCardView; canManage: boolean }) {
  const { t } = useTranslation(['course', 'frame'])
  const { doneLessons, lessonCount } = course
  return (
    <li className="group relative flex min-w-0 flex-col gap-3 rounded-card border border-hairline bg-surface p-5 transition-colors duration-150 hover:border-teal">
      {canManage || course.isOwn ? (
        <p className="flex flex-wrap gap-2">
          {course.isOwn ? <Badge tone="teal">{t('forMe')}</Badge> : null}
          {canManage ? <StatusBadge status={course.status} /> : null}
          {course.isPersonal && !course.isOwn ? <Tag>{t('forPerson')}</Tag> : null}
        </p>
      ) : null}
      <h3 className="text-title leading-snug">
        <AppLink
          to={`/courses/${course.id}`}
          prefetch="intent"
          className="break-words after:absolute after:inset-0 after:rounded-card group-hover:text-teal"
        >
          {course.title}
        </AppLink>
      </h3>
      <p className="break-words text-small text-ink-soft">{course.summary}</p>
      <CourseFacts course={course} />
      <div className="mt-auto grid gap-1 border-t border-hairline pt-3">
        <p className="text-small text-ink-soft">
          {doneLessons === 0
            ? t('notBegun')
            : doneLessons >= lessonCount
              ? t('doneAll')
              : t('progress', { done: doneLessons, total: lessonCount })}
        </p>
        {doneLessons > 0 ? (
          <ScoreBar value={(100 * doneLessons) / lessonCount} tone={doneLessons >= lessonCount ? 'good' : 'teal'} />
        ) : null}
      </div>
    </li>
  )
}

export function StatusBadge({ status }: { status: CourseStatus }) {
  const { t } = useTranslation('course')
  return <Badge tone={status === 'published' ? 'good' : 'plain'}>{t(`status.${status}`)}</Badge>
}

export function CourseFacts({ course }: { course: Pick<CourseCardView, 'lessonCount' | 'minutes' | 'origin'> }) {
  const { t } = useTranslation('course')
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-ink-soft">
      <span className="inline-flex items-center gap-1">
        <BookOpen aria-hidden className="size-4" />
        {t('lessons', { count: course.lessonCount })}
      </span>
      <span className="inline-flex items-center gap-1">
        <Clock aria-hidden className="size-4" />
        {t('minutes', { minutes: course.minutes })}
      </span>
      <Tag>{t(`origin.${course.origin}`)}</Tag>
    </p>
  )
}
