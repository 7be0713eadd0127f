import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { buildCourseCard } from '~/components/course/build-course-views'
import { CourseList } from '~/components/course/course-list'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { ButtonLink } from '~/components/ui/button'
import { ChineseNote } from '~/components/ui/chinese-note'
import { isAllowed } from '~/domain/governance/authorise'
import { requirePermission, requirePerson } from '~/http/current-person'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('課程', 'Courses')

/** Courses to read; those who make them see their drafts too. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.use')
  const courses = await context.services.courses.listCourses(person)
  return { courses: courses.map(buildCourseCard), canManage: isAllowed(person, 'learning.manage') }
})

export default function CoursesPage() {
  const { courses, canManage } = useLoaderData<typeof loader>()
  const { t } = useTranslation('course')
  const action = canManage ? (
    <ButtonLink to="/courses/new" tone="primary">
      {t('make.title')}
    </ButtonLink>
  ) : undefined
  return (
    <Page title={t('title')} lead={t(canManage ? 'leadManage' : 'lead')} action={action}>
      <ChineseNote />
      <CourseList courses={courses} canManage={canManage} />
    </Page>
  )
}
