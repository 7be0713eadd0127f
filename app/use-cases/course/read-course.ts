import { listCitations } from '../../domain/course/build-lesson'
import { computeCompletion } from '../../domain/course/compute-completion'
import type { CourseContent, LessonBlock } from '../../domain/course/course'
import type {
  Completion,
  CourseRecord,
  ListedCourse,
  PersonProgress,
  QuizOfCourse,
  ReadCourse,
  StaleCitation,
} from '../../domain/course/course-ports'
import { type Actor, findResultScope } from '../../domain/governance/authorise'
import { DomainError } from '../../domain/shared/domain-error'
import { findStaleCitations } from '../quiz/find-stale-items'
import { isKeptBy, requireRight } from '../quiz/quiz-deps'
import { type CourseDeps, canSee } from './course-deps'
import { listCourseProgress, listQuizIds } from './list-course-progress'

const ATTEMPTS = 500

/** Learners see what is published and what is made for them; makers all that they keep. Newest first. */
export async function listCourses(
  deps: Pick<CourseDeps, 'courses' | 'accounts'>,
  actor: Actor,
): Promise<ListedCourse[]> {
  requireRight(actor, 'learning.use')
  const [courses, done] = await Promise.all([
    deps.courses.listCourses(actor.organisationId),
    deps.courses.countDoneLessons(actor.personId),
  ])
  const seen = await Promise.all(courses.map((one) => canSee(deps, actor, one)))
  return courses
    .filter((_, i) => seen[i])
    .map((one) => ({
      ...one,
      doneLessons: Math.min(one.lessonCount, done.get(one.id) ?? 0),
      isOwn: one.forPersonId === actor.personId,
    }))
}

/** @throws DomainError `not-found`, also for a course that the actor may not see. */
export async function getCourse(
  deps: Pick<CourseDeps, 'courses' | 'accounts'>,
  actor: Actor,
  id: string,
): Promise<CourseRecord> {
  const course = await deps.courses.findCourse(id, actor.organisationId)
  if (!course || !(await canSee(deps, actor, course))) throw new DomainError('not-found', `course ${id}`)
  return course
}

type QuizzesOfPerson = { quizzes: Pick<CourseDeps['quizzes'], 'findQuiz' | 'listAttempts'> }

const idsOf = ({ content }: Pick<CourseRecord, 'content'>) => content.lessons.map((one) => one.id)

type ReadDeps = Pick<CourseDeps, 'courses' | 'accounts' | 'quizzes' | 'knowledge' | 'getKnowledgeIndex' | 'clock'>

/** @throws DomainError `not-found`. */
export async function readCourse(deps: ReadDeps, actor: Actor, id: string): Promise<ReadCourse> {
  const course = await getCourse(deps, actor, id)
  const canChange = isKeptBy(actor, course)
  const [quizzes, done] = await Promise.all([
    listQuizzes(deps, actor, course.content),
    deps.courses.listDoneLessons(id, actor.personId),
  ])
  const open = new Set(quizzes.filter((one) => canChange || one.status === 'published').map((one) => one.quizId))
  const content = keepQuizzes(course.content, open)
  const ids = new Set(content.lessons.map((one) => one.id))
  return {
    course: { ...course, content },
    canChange,
    isOwn: course.forPersonId === actor.personId,
    doneLessonIds: done.map((one) => one.lessonId).filter((one) => ids.has(one)),
    quizzes: quizzes.filter((one) => open.has(one.quizId)),
    completion: computeCompletion(idsOf(course), done, quizzes),
    stale: canChange ? await listStale(deps, actor, content) : [],
  }
}

function keepQuizzes(content: CourseContent, open: ReadonlySet<string>): CourseContent {
  const isShown = (block: LessonBlock) => block.kind !== 'quiz' || open.has(block.quizId)
  const lessons = content.lessons.map((lesson) => ({ ...lesson, blocks: lesson.blocks.filter(isShown) }))
  return { ...content, lessons }
}

async function listQuizzes(
  { quizzes }: QuizzesOfPerson,
  actor: Actor,
  content: CourseContent,
): Promise<QuizOfCourse[]> {
  const ids = listQuizIds(content)
  if (ids.length === 0) return []
  const [found, attempts] = await Promise.all([
    Promise.all(ids.map((id) => quizzes.findQuiz(id, actor.organisationId))),
    quizzes.listAttempts(actor.personId, ATTEMPTS),
  ])
  return found.flatMap((quiz) => {
    if (!quiz) return []
    const passed = attempts.filter((one) => one.quizId === quiz.id && one.passed === true && one.finishedAt !== null)
    const first = passed.map((one) => one.finishedAt!).sort((a, b) => a.getTime() - b.getTime())[0]
    return [{ quizId: quiz.id, status: quiz.status, passedAt: first ?? null }]
  })
}

/**
 * How far somebody is with a course, for certificates.
 *
 * @throws DomainError `not-found`.
 */
export async function readCompletion(
  deps: Pick<CourseDeps, 'courses' | 'accounts'> & QuizzesOfPerson,
  actor: Actor,
  id: string,
): Promise<Completion & { courseId: string; title: string }> {
  const course = await getCourse(deps, actor, id)
  const [quizzes, done] = await Promise.all([
    listQuizzes(deps, actor, course.content),
    deps.courses.listDoneLessons(id, actor.personId),
  ])
  return { courseId: id, title: course.title, ...computeCompletion(idsOf(course), done, quizzes) }
}

async function listStale(deps: ReadDeps, actor: Actor, content: CourseContent): Promise<StaleCitation[]> {
  const cited = content.lessons.flatMap((lesson) =>
    listCitations(lesson.blocks).map(({ passageId, label }) => ({
      itemId: lesson.id,
      passageId,
      stem: label,
      status: 'draft' as const,
    })),
  )
  const stale = await findStaleCitations(deps, actor, cited)
  return stale.map(({ itemId, stem, citedPassageId, currentPassageId }) => ({
    lessonId: itemId,
    label: stem,
    passageId: citedPassageId,
    currentPassageId,
  }))
}

/** How far the actor's people are. @throws DomainError `not-found`; an empty list for whoever looks after nobody. */
export async function listProgress(
  deps: Pick<CourseDeps, 'courses' | 'accounts' | 'quizzes'>,
  actor: Actor,
  id: string,
): Promise<PersonProgress[]> {
  const course = await getCourse(deps, actor, id)
  const scope = findResultScope(actor)
  if (!scope) return []
  const ids = listQuizIds(course.content)
  const quizzes = await Promise.all(ids.map((one) => deps.quizzes.findQuiz(one, actor.organisationId)))
  const statusOf = new Map(quizzes.flatMap((one) => (one ? [[one.id, one.status] as const] : [])))
  return listCourseProgress(deps, scope, course, statusOf)
}
