import type { OwnerId, PublishStatus } from '../quiz/quiz-ports'
import type { CourseContent } from './course'

export type CourseOrigin =
  | { kind: 'documents'; documentIds: readonly string[] }
  | { kind: 'scenario'; scenarioId: string }
  /** From one talk's scorecard. */
  | { kind: 'talk'; roleplayId: string }
  /** From what a person, or a team (`personId` null), got wrong. */
  | { kind: 'remedy'; personId: string | null }

export type CourseRecord = {
  id: string
  organisationId: OwnerId
  title: string
  status: PublishStatus
  origin: CourseOrigin
  version: number
  forPersonId: string | null
  createdAt: Date
  createdById: string | null
  content: CourseContent
}
export type CourseSummary = Omit<CourseRecord, 'content'> & { lessonCount: number; minutes: number; summary: string }

export type CourseStore = {
  createCourse(course: CourseRecord): Promise<void>
  /** Only what the viewer's organisation, or everybody, has. */
  findCourse(id: string, viewer: OwnerId): Promise<CourseRecord | null>
  listCourses(viewer: OwnerId): Promise<CourseSummary[]>
  /** @returns `conflict` when it has another version by now. */
  saveCourseVersion(
    id: string,
    expectedVersion: number,
    change: { title: string; content: CourseContent },
    by: { personId: string; at: Date },
  ): Promise<'stored' | 'conflict'>
  setCourseStatus(id: string, status: PublishStatus): Promise<void>
  listDoneLessons(courseId: string, personId: string): Promise<{ lessonId: string; doneAt: Date }[]>
  /** Of all courses of one person: how many lessons are done. */
  countDoneLessons(personId: string): Promise<ReadonlyMap<string, number>>
  markLesson(courseId: string, personId: string, lessonId: string, doneAt: Date): Promise<void>
  /** Who has done how much, for trainers. */
  listProgress(
    courseId: string,
    scope: { organisationId: string; teamId: string | null },
  ): Promise<{ personId: string; personName: string; doneLessons: number; lastDoneAt: Date | null }[]>
  listCoursesCiting(
    documentId: string,
    viewer: OwnerId,
  ): Promise<{ courseId: string; title: string; lessonId: string; passageId: string; article: string | null }[]>
}
