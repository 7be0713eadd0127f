import { Award, CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { linkToPassage } from '../knowledge/link-to'
import { ScormLinks } from '../learn/scorm-links'
import { CertificateButton, PrintButton } from '../print/print-button'
import { AppLink } from '../ui/app-link'
import { Tag } from '../ui/badge'
import { ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { formatDay } from '../ui/format-date'
import { ScoreBar } from '../ui/score-bar'
import { ManageCourse, ReaderList, StaleCitations } from './course-keeping'
import { CourseFacts, StatusBadge } from './course-list'
import type { CourseView } from './view-types'
import { WritingReport, WrittenByModel } from './writing-note'

type CourseProps = { course: CourseView }

/** Outline, progress and sources of a course; for those who make it also its state and who has read it. */
export function CourseOverview({ course }: CourseProps) {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 gap-6">
        <StaleCitations course={course} />
        <Completion course={course} />
        <Outline course={course} />
        <Sources course={course} />
      </div>
      <div className="grid min-w-0 gap-6">
        <About course={course} />
        {course.canChange ? <ManageCourse course={course} /> : null}
        {course.writing ? <WritingReport writing={course.writing} /> : null}
        {course.canChange ? <ReaderList course={course} /> : null}
        {course.canChange ? (
          <div className="-mt-6">
            <ScormLinks to={`/courses/${course.id}/scorm`} />
          </div>
        ) : null}
      </div>
    </div>
  )
}

/** The next lesson to read. */
export function ReadButton({ course }: CourseProps) {
  const { t } = useTranslation('course')
  const next = course.lessons.find((one) => !one.isDone) ?? course.lessons[0]
  if (!next) return null
  const done = course.lessons.filter((one) => one.isDone).length
  const label = done === 0 ? 'start' : done < course.lessons.length ? 'goOn' : 'again'
  return (
    <ButtonLink
      to={`/courses/${course.id}/lessons/${next.id}`}
      // Of a draft the next thing to do is to publish it.
      tone={course.canChange && course.status === 'draft' ? 'plain' : 'primary'}
    >
      {t(label)}
    </ButtonLink>
  )
}

function Completion({ course }: CourseProps) {
  const { t } = useTranslation('course')
  const isRead = course.lessons.every((one) => one.isDone)
  if (course.isComplete)
    return (
      <section className="flex flex-wrap items-center gap-4 rounded-card border border-good/30 bg-good-soft p-5">
        <Award aria-hidden className="size-8 shrink-0 text-good" strokeWidth={1.5} />
        <div className="min-w-0 flex-1 basis-48">
          <h2 className="text-title text-good-ink">{t('complete.title')}</h2>
          <p className="text-good-ink">{t('complete.text')}</p>
        </div>
        <CertificateButton kind="course" id={course.id} />
      </section>
    )
  if (!isRead || course.openQuizzes === 0) return null
  return (
    <p role="status" className="rounded-card border border-weak/30 bg-weak-soft px-4 py-3 text-weak-ink">
      {t('complete.open', { count: course.openQuizzes })}
    </p>
  )
}

function Outline({ course }: CourseProps) {
  const { t } = useTranslation('course')
  const done = course.lessons.filter((one) => one.isDone).length
  const total = course.lessons.length
  return (
    <Card title={t('outline')} aside={t('progress', { done, total })}>
      {done > 0 ? <ScoreBar value={(100 * done) / total} tone={done === total ? 'good' : 'teal'} /> : null}
      <ol className="mt-3 divide-y divide-hairline">
        {course.lessons.map((lesson) => (
          <li key={lesson.id}>
            <AppLink
              to={`/courses/${course.id}/lessons/${lesson.id}`}
              prefetch="intent"
              className="group flex min-h-14 items-center gap-4 rounded-card py-2 hover:text-teal"
            >
              <span className="w-7 shrink-0 text-center text-title text-ink-faint" aria-hidden="true">
                {lesson.number}
              </span>
              <span className="min-w-0 flex-1 break-words">
                <span className="sr-only">{t('lesson.number', { number: lesson.number })} </span>
                {lesson.title}
              </span>
              <span className="shrink-0 text-right text-small text-ink-soft">
                {lesson.isDone ? (
                  <span className="inline-flex items-center gap-1 font-medium text-good">
                    <CircleCheck aria-hidden className="size-4" />
                    {t('done')}
                  </span>
                ) : (
                  t('minutes', { minutes: lesson.minutes })
                )}
              </span>
            </AppLink>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Sources({ course }: CourseProps) {
  const { t, i18n } = useTranslation('course')
  const count = course.sources.reduce((sum, one) => sum + one.places.length, 0)
  return (
    <Card
      title={t('sources.title')}
      aside={t('sources.count', { count })}
      lead={t('sources.asOf', { day: formatDay(course.asOf, i18n.language, true) })}
    >
      {count === 0 ? <p className="text-ink-soft">{t('sources.none')}</p> : null}
      <dl className="grid gap-3">
        {course.sources.map((source) => (
          <div key={source.document} className="grid gap-1">
            <dt className="break-words text-small font-medium">{source.document}</dt>
            <dd>
              <ul className="flex flex-wrap gap-2">
                {source.places.map(({ passageId, name }) => (
                  <li key={passageId} className="min-w-0">
                    <AppLink
                      to={linkToPassage(passageId)}
                      className="inline-flex min-h-8 items-center break-words rounded-card border border-hairline px-2 text-small text-ink-soft hover:border-teal hover:text-teal"
                    >
                      {name || t('sources.intro')}
                    </AppLink>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function About({ course }: CourseProps) {
  const { t } = useTranslation('course')
  return (
    <Card>
      <div className="grid gap-3">
        {course.canChange ? (
          <p className="flex flex-wrap items-center gap-2">
            <StatusBadge status={course.status} />
            <Tag>{t('version', { version: course.version })}</Tag>
            {course.isPersonal ? <Tag>{t('forPerson')}</Tag> : null}
          </p>
        ) : null}
        <CourseFacts course={{ ...course, lessonCount: course.lessons.length }} />
        {course.dimensions.length > 0 ? (
          <p className="flex flex-wrap items-center gap-2">
            <span className="text-small text-ink-soft">{t('dimensions')}</span>
            {course.dimensions.map(({ code, name }) => (
              <Tag key={code}>{name}</Tag>
            ))}
          </p>
        ) : null}
        {course.hasModelText ? <WrittenByModel /> : null}
        <div className="border-t border-hairline pt-3">
          <PrintButton kind="course" subjectId={course.id} />
        </div>
      </div>
    </Card>
  )
}
