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
  ): Promise<
    {
      personId: string
      personName: string
      done: readonly { lessonId: string; doneAt: Date }[]
      lastDoneAt: Date | null
    }[]
  >
  listCoursesCiting(
    documentId: string,
    viewer: OwnerId,
  ): Promise<{ courseId: string; title: string; lessonId: string; passageId: string; article: string | null }[]>
}

// ---- what the pages see

export type ListedCourse = CourseSummary & { doneLessons: number; isOwn: boolean }

export type QuizOfCourse = { quizId: string; status: PublishStatus; passedAt: Date | null }
export type StaleCitation = { lessonId: string; label: string; passageId: string; currentPassageId: string | null }
export type Completion = {
  isComplete: boolean
  /** When the last thing was done; null until then. */
  completedAt: Date | null
  doneLessons: number
  lessonCount: number
  /** Published quizzes of the course that are not passed yet. */
  openQuizIds: readonly string[]
}
/** How far somebody is, for those who look after them. */
export type PersonProgress = { personId: string; personName: string; lastDoneAt: Date | null; completion: Completion }
export type ReadCourse = {
  /** Without the quizzes that the reader may not see yet. */
  course: CourseRecord
  /** May change, publish and retire it. */
  canChange: boolean
  isOwn: boolean
  doneLessonIds: readonly string[]
  quizzes: readonly QuizOfCourse[]
  completion: Completion
  /** For those who may change it: places whose text is another one today. */
  stale: readonly StaleCitation[]
}
