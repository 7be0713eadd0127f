import type { Completion, QuizOfCourse } from './course-ports'

/**
 * Whether somebody has completed a course: all of its lessons read, and all of its published quizzes passed, whichever way and how often they were tried.
 *
 * The one rule for pages, certificates, lists of completions and (in `player/course.js`, which cannot import it) SCORM packages.
 *
 * @param lessonIds of the course as it is now; what is read of others does not count.
 * @param quizzes all quizzes of the course with the moment of the first pass; drafts and retired ones ask nothing.
 */
export function computeCompletion(
  lessonIds: readonly string[],
  done: readonly { lessonId: string; doneAt: Date }[],
  quizzes: readonly QuizOfCourse[],
): Completion {
  const ids = new Set(lessonIds)
  const read = done.filter((one) => ids.has(one.lessonId))
  const wanted = quizzes.filter((one) => one.status === 'published')
  const openQuizIds = wanted.filter((one) => one.passedAt === null).map((one) => one.quizId)
  const isComplete = ids.size > 0 && read.length === ids.size && openQuizIds.length === 0
  const times = [...read.map((one) => one.doneAt), ...wanted.flatMap((one) => one.passedAt ?? [])]
  return {
    isComplete,
    completedAt: isComplete ? new Date(Math.max(...times.map((one) => one.getTime()))) : null,
    doneLessons: read.length,
    lessonCount: ids.size,
    openQuizIds,
  }
}
