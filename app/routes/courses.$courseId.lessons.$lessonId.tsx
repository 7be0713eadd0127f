import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { buildLessonView, listCodeLabels } from '~/components/course/build-course-views'
import { LessonText } from '~/components/course/lesson-page'
import { Page } from '~/components/frame/page'
import { ChineseNote } from '~/components/ui/chinese-note'
import { CodeLabelsProvider } from '~/components/ui/code-labels'
import { DomainError } from '~/domain/shared/domain-error'
import { requirePermission, requirePerson } from '~/http/current-person'
import { readPreferences } from '~/http/preferences'
import { withPage } from '~/http/with-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.lesson.title ?? '課程'} · 對練` }]

export const loader = withPage(async ({ request, context, params }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.use')
  const { locale } = await readPreferences(request)
  const { courses, content } = context.services
  const read = await courses.readCourse(person, params.courseId ?? '')
  const lesson = buildLessonView(content, read, params.lessonId ?? '', locale)
  if (!lesson) throw new DomainError('not-found', `lesson ${params.lessonId}`)
  return {
    lesson,
    course: { id: read.course.id, title: read.course.title },
    labels: listCodeLabels(content, lesson, locale),
  }
})

/** The lesson is read: on to the next one, or back to the course. */
export const action = withPage(async ({ request, context, params }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.use')
  const { courses } = context.services
  const [courseId, lessonId] = [params.courseId ?? '', params.lessonId ?? '']
  await courses.markLesson(person, courseId, lessonId)
  const { lessons } = (await courses.readCourse(person, courseId)).course.content
  const next = lessons[lessons.findIndex((one) => one.id === lessonId) + 1]
  return redirect(next ? `/courses/${courseId}/lessons/${next.id}` : `/courses/${courseId}`)
})

export default function LessonPage() {
  const { lesson, course, labels } = useLoaderData<typeof loader>()
  const { t } = useTranslation('course')
  const crumbs = [
    { label: t('title'), to: '/courses' },
    { label: course.title, to: `/courses/${course.id}` },
  ]
  return (
    <Page
      title={lesson.title}
      lead={`${t('lesson.of', { number: lesson.number, total: lesson.total })} · ${t('minutes', { minutes: lesson.minutes })}`}
      crumbs={crumbs}
      width="text"
    >
      <ChineseNote />
      <CodeLabelsProvider labels={labels}>
        <LessonText key={lesson.id} lesson={lesson} courseId={course.id} />
      </CodeLabelsProvider>
    </Page>
  )
}
