import type { z } from 'zod'
import type { CourseRecord } from '~/domain/course/course-ports'
import type { Services } from '~/services.server'
import type * as schemas from './course-schemas'

// From courses to the JSON of the contract.

type View<Schema extends z.ZodType> = z.input<Schema>
type Returned<Name extends keyof Services['courses']> = Awaited<ReturnType<Services['courses'][Name]>>

const viewHead = ({ id, title, status, version, origin, forPersonId, createdAt }: Omit<CourseRecord, 'content'>) => ({
  id,
  title,
  status,
  version,
  origin: origin.kind,
  forPersonId,
  createdAt: createdAt.toISOString(),
})

export function viewCourseSummary(course: Returned<'listCourses'>[number]): View<typeof schemas.courseSummarySchema> {
  const { summary, lessonCount, minutes, doneLessons } = course
  return { ...viewHead(course), summary, lessonCount, minutes, doneLessons }
}

export function viewCourse(read: Returned<'readCourse'>): View<typeof schemas.courseSchema> {
  return {
    ...viewHead(read.course),
    ...read.course.content,
    doneLessons: [...read.doneLessonIds],
    isComplete: read.completion.isComplete,
  }
}
