import type { LoaderFunctionArgs } from '@remix-run/node'
import { viewCourse } from '~/http/api/course-views'
import { requireCaller, requirePermission } from '~/http/current-person'
import { withProblems } from '~/http/with-problems'

export const loader = withProblems(async ({ request, context, params }: LoaderFunctionArgs) => {
  const caller = await requireCaller(request, context)
  requirePermission(caller, 'learning.use')
  return Response.json(viewCourse(await context.services.courses.readCourse(caller, params.courseId ?? '')))
})
