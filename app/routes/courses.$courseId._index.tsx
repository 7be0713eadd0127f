import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { buildCourseView } from '~/components/course/build-course-views'
import { CourseOverview, ReadButton } from '~/components/course/course-page'
import { Page } from '~/components/frame/page'
import { ChineseNote } from '~/components/ui/chinese-note'
import { forgetOldDrafts } from '~/components/ui/kept-draft'
import { requirePermission, requirePerson } from '~/http/current-person'
import { parseInput } from '~/http/parse-input'
import { readPreferences } from '~/http/preferences'
import { withPage } from '~/http/with-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.course.title ?? '課程'} · 對練` }]

const statusForm = z.object({ status: z.enum(['draft', 'published', 'retired']) })

export const loader = withPage(async ({ request, context, params }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.use')
  const { locale } = await readPreferences(request)
  const { courses, content } = context.services
  const id = params.courseId ?? ''
  const read = await courses.readCourse(person, id)
  const progress = read.canChange ? await courses.listProgress(person, id) : []
  return { course: buildCourseView(content, read, progress, locale) }
})

/** Publishes, retires, or makes it a draft again. */
export const action = withPage(async ({ request, context, params }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.manage')
  const id = params.courseId ?? ''
  const { status } = parseInput(statusForm, Object.fromEntries(await request.formData()))
  await context.services.courses.setStatus(person, id, status)
  return redirect(`/courses/${id}`)
})

export default function CoursePage() {
  const { course } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['course', 'learn'])
  const { id, version } = course
  // What has been saved is no draft any more.
  useEffect(() => forgetOldDrafts(`course.${id}`, version), [id, version])
  const crumbs = [
    { label: t('learn:title'), to: '/learn' },
    { label: t('title'), to: '/courses' },
  ]
  return (
    <Page title={course.title} lead={course.summary} crumbs={crumbs} action={<ReadButton course={course} />}>
      <ChineseNote />
      <CourseOverview course={course} />
    </Page>
  )
}
