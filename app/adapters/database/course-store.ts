import { listCitations } from '~/domain/course/build-lesson'
import type { CourseContent } from '~/domain/course/course'
import type { CourseOrigin, CourseRecord, CourseStore, CourseSummary } from '~/domain/course/course-ports'
import type { Course, Prisma, PrismaClient } from '~/generated/prisma/client'
import { readPassageId, visibleTo } from './item-store'
import { readJson, writeJson } from './json-columns'

const CONFLICT = 'P2002'

function toHead(row: Course): Omit<CourseRecord, 'content'> {
  return { ...row, origin: readJson<CourseOrigin>(row.origin) }
}

function toSummary(row: Course, content: CourseContent): CourseSummary {
  const minutes = content.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)
  return { ...toHead(row), lessonCount: content.lessons.length, minutes, summary: content.summary }
}

/** A passage once per lesson, however often the lesson cites it. */
function toCitationRows(courseId: string, version: number, content: CourseContent) {
  return content.lessons.flatMap((lesson) =>
    listCitations(lesson.blocks).map(({ passageId }) => ({
      courseId,
      version,
      lessonId: lesson.id,
      passageId,
      ...readPassageId(passageId),
    })),
  )
}

async function addVersion(
  tx: Prisma.TransactionClient,
  courseId: string,
  version: number,
  { content, savedAt, savedById }: { content: CourseContent; savedAt: Date; savedById: string | null },
): Promise<void> {
  await tx.courseVersion.create({ data: { courseId, version, content: writeJson(content), savedAt, savedById } })
  await tx.courseCitation.createMany({ data: toCitationRows(courseId, version, content) })
}

async function findCurrent(prisma: PrismaClient, courses: readonly Course[]): Promise<Map<string, CourseContent>> {
  if (courses.length === 0) return new Map()
  const rows = await prisma.courseVersion.findMany({
    where: { OR: courses.map(({ id, version }) => ({ courseId: id, version })) },
    select: { courseId: true, content: true },
  })
  return new Map(rows.map((row) => [row.courseId, readJson<CourseContent>(row.content)]))
}

function createCourseContents(prisma: PrismaClient) {
  return {
    async createCourse({ content, origin, ...course }) {
      await prisma.$transaction(async (tx) => {
        await tx.course.create({ data: { ...course, origin: writeJson(origin) } })
        const { createdAt: savedAt, createdById: savedById } = course
        await addVersion(tx, course.id, course.version, { content, savedAt, savedById })
      })
    },
    async findCourse(id, viewer) {
      const row = await prisma.course.findFirst({ where: { id, ...visibleTo(viewer) } })
      if (!row) return null
      const content = (await findCurrent(prisma, [row])).get(row.id)
      return content ? { ...toHead(row), content } : null
    },
    async listCourses(viewer) {
      const rows = await prisma.course.findMany({
        where: visibleTo(viewer),
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      })
      const contents = await findCurrent(prisma, rows)
      return rows.flatMap((row) => {
        const content = contents.get(row.id)
        return content ? [toSummary(row, content)] : []
      })
    },
    async saveCourseVersion(id, expectedVersion, { title, content }, { personId, at }) {
      const version = expectedVersion + 1
      try {
        return await prisma.$transaction(async (tx) => {
          const { count } = await tx.course.updateMany({
            where: { id, version: expectedVersion },
            data: { title, version },
          })
          if (count !== 1) return 'conflict'
          await addVersion(tx, id, version, { content, savedAt: at, savedById: personId })
          return 'stored'
        })
      } catch (error) {
        // Two who save at once: the slower one finds the version taken.
        if ((error as { code?: string }).code === CONFLICT) return 'conflict'
        throw error
      }
    },
    async setCourseStatus(id, status) {
      await prisma.course.update({ where: { id }, data: { status } })
    },
    async listCoursesCiting(documentId, viewer) {
      const rows = await prisma.courseCitation.findMany({
        where: { documentId, courseVersion: { course: visibleTo(viewer) } },
        include: { courseVersion: { select: { course: { select: { title: true, version: true } } } } },
        orderBy: [{ courseId: 'asc' }, { lessonId: 'asc' }, { passageId: 'asc' }],
      })
      return rows
        .filter((row) => row.version === row.courseVersion.course.version)
        .map(({ courseId, lessonId, passageId, article, courseVersion }) => ({
          courseId,
          title: courseVersion.course.title,
          lessonId,
          passageId,
          article,
        }))
    },
  } satisfies Partial<CourseStore>
}

function createProgress(prisma: PrismaClient) {
  return {
    async listDoneLessons(courseId, personId) {
      const rows = await prisma.courseProgress.findMany({ where: { courseId, personId }, orderBy: { doneAt: 'asc' } })
      return rows.map(({ lessonId, doneAt }) => ({ lessonId, doneAt }))
    },
    async countDoneLessons(personId) {
      const rows = await prisma.courseProgress.groupBy({ by: ['courseId'], where: { personId }, _count: true })
      return new Map(rows.map((row) => [row.courseId, row._count]))
    },
    async markLesson(courseId, personId, lessonId, doneAt) {
      // The first time counts.
      await prisma.courseProgress.createMany({ data: [{ courseId, personId, lessonId, doneAt }], skipDuplicates: true })
    },
    async listProgress(courseId, { organisationId, teamId }) {
      const rows = await prisma.courseProgress.findMany({ where: { courseId } })
      const people = await prisma.person.findMany({
        where: { id: { in: rows.map((row) => row.personId) }, organisationId, ...(teamId !== null && { teamId }) },
        select: { id: true, name: true },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      })
      return people.map(({ id, name }) => {
        const own = rows.filter((row) => row.personId === id).map(({ lessonId, doneAt }) => ({ lessonId, doneAt }))
        const last = own.reduce<Date | null>((top, row) => (top === null || row.doneAt > top ? row.doneAt : top), null)
        return { personId: id, personName: name, done: own, lastDoneAt: last }
      })
    },
  } satisfies Partial<CourseStore>
}

/** Courses and how far people are with them, in PostgreSQL or the embedded database. */
export function createCourseStore(prisma: PrismaClient): CourseStore {
  return { ...createCourseContents(prisma), ...createProgress(prisma) }
}
