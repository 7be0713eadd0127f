import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CourseEditor, type EditAnswer } from '~/components/course/course-editor'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { DomainError } from '~/domain/shared/domain-error'
import { requirePermission, requirePerson } from '~/http/current-person'
import { isDomainError } from '~/http/problem-details'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('編輯課程', 'Edit course')

export const loader = withPage(async ({ request, context, params }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.manage')
  const { course, canChange } = await context.services.courses.readCourse(person, params.courseId ?? '')
  if (!canChange) throw new DomainError('not-allowed', `course ${course.id}`)
  const { id, title, version, content } = course
  return { course: { id, title, version, content } }
})

function readContent(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Goals that somebody left empty are no goals. */
function dropEmptyGoals(content: unknown): unknown {
  const lessons = (content as { lessons?: unknown[] } | null)?.lessons
  if (!Array.isArray(lessons)) return content
  const clean = lessons.map((lesson) => {
    const { goals } = lesson as { goals?: unknown }
    if (!Array.isArray(goals)) return lesson
    return { ...(lesson as object), goals: goals.filter((one) => typeof one !== 'string' || one.trim() !== '') }
  })
  return { ...(content as object), lessons: clean }
}

export const action = withPage(async ({ request, context, params }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.manage')
  const { courses } = context.services
  const id = params.courseId ?? ''
  const form = await request.formData()
  try {
    await courses.saveCourse(person, id, {
      expectedVersion: Number(form.get('expectedVersion')),
      title: String(form.get('title') ?? ''),
      content: dropEmptyGoals(readContent(String(form.get('content') ?? ''))),
    })
    return redirect(`/courses/${id}`)
  } catch (error) {
    if (!isDomainError(error) || (error.code !== 'bad-input' && error.code !== 'version-conflict')) throw error
    const { version } = (await courses.readCourse(person, id)).course
    const answer: EditAnswer = { code: error.code, fields: { ...error.fields }, version }
    return Response.json(answer, { status: error.code === 'bad-input' ? 400 : 409 })
  }
})

export default function EditCoursePage() {
  const { course } = useLoaderData<typeof loader>()
  const answer = useActionData<EditAnswer>()
  const { t } = useTranslation('course')
  const isBusy = useNavigation().formAction === `/courses/${course.id}/edit`
  const crumbs = [
    { label: t('title'), to: '/courses' },
    { label: course.title, to: `/courses/${course.id}` },
  ]
  return (
    <Page title={t('edit.title')} lead={t('edit.lead')} crumbs={crumbs} width="text">
      <CourseEditor
        courseId={course.id}
        version={course.version}
        title={course.title}
        content={course.content}
        answer={answer ?? null}
        isBusy={isBusy}
      />
    </Page>
  )
}
