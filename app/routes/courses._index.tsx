import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { buildCourseCard } from '~/components/course/build-course-views'
import { CourseList } from '~/components/course/course-list'
import { Page } from '~/components/frame/page'
import { ButtonLink } from '~/components/ui/button'
import { isAllowed } from '~/domain/governance/authorise'
import { requirePermission, requirePerson } from '~/http/current-person'
import { withPage } from '~/http/with-page'

export const meta: MetaFunction = () => [{ title: '課程 · 對練' }]

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
      <CourseList courses={courses} canManage={canManage} />
    </Page>
  )
}
