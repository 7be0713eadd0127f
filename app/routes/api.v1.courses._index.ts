import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { makeCourseInput } from '~/http/api/course-schemas'
import { viewCourse, viewCourseSummary } from '~/http/api/course-views'
import { requireCaller, requirePermission } from '~/http/current-person'
import { parseInput } from '~/http/parse-input'
import { readJsonBody, withProblems } from '~/http/with-problems'

export const loader = withProblems(async ({ request, context }: LoaderFunctionArgs) => {
  const caller = await requireCaller(request, context)
  requirePermission(caller, 'learning.use')
  const courses = await context.services.courses.listCourses(caller)
  return Response.json({ courses: courses.map(viewCourseSummary) })
})

/** From documents by those who make courses; from a talk by whoever held it, and by those who make courses. */
export const action = withProblems(async ({ request, context }: ActionFunctionArgs) => {
  const caller = await requireCaller(request, context)
  requirePermission(caller, 'learning.use')
  const { documentIds, roleplayId, title, seed } = parseInput(makeCourseInput, await readJsonBody(request))
  const from =
    roleplayId === undefined
      ? { kind: 'documents' as const, documentIds: documentIds ?? [] }
      : { kind: 'talk' as const, roleplayId }
  const { courses } = context.services
  const { id } = await courses.makeCourse(caller, { from, title, seed }, context.closed)
  return Response.json(viewCourse(await courses.readCourse(caller, id)), {
    status: 201,
    headers: { Location: `/api/v1/courses/${id}` },
  })
})
