import { computeCompletion } from '../../domain/course/compute-completion'
import type { CourseRecord, CourseStore, PersonProgress } from '../../domain/course/course-ports'
import type { ResultScope } from '../../domain/governance/authorise'
import type { PublishStatus, QuizStore } from '../../domain/quiz/quiz-ports'

type ProgressDeps = {
  courses: Pick<CourseStore, 'listProgress'>
  quizzes: Pick<QuizStore, 'listFirstPasses'>
}

/** The quizzes that end the lessons of a course. */
export function listQuizIds({ lessons }: CourseRecord['content']): string[] {
  return lessons.flatMap((lesson) => lesson.blocks.flatMap((block) => (block.kind === 'quiz' ? [block.quizId] : [])))
}

/**
 * How far the people of a scope are with a course: all who have read one lesson at least.
 *
 * @param statusOf of the course's quizzes; one that is not among them is gone and asks nothing.
 */
export async function listCourseProgress(
  deps: ProgressDeps,
  scope: ResultScope,
  { id, content }: Pick<CourseRecord, 'id' | 'content'>,
  statusOf: ReadonlyMap<string, PublishStatus>,
): Promise<PersonProgress[]> {
  const quizIds = listQuizIds(content).filter((one) => statusOf.has(one))
  const [people, passes] = await Promise.all([
    deps.courses.listProgress(id, scope),
    quizIds.length === 0 ? [] : deps.quizzes.listFirstPasses(quizIds, scope),
  ])
  const passedAt = new Map(passes.map((one) => [`${one.personId} ${one.quizId}`, one.passedAt]))
  const lessonIds = content.lessons.map((one) => one.id)
  return people.map(({ personId, personName, done, lastDoneAt }) => {
    const quizzes = quizIds.map((quizId) => ({
      quizId,
      status: statusOf.get(quizId)!,
      passedAt: passedAt.get(`${personId} ${quizId}`) ?? null,
    }))
    return { personId, personName, lastDoneAt, completion: computeCompletion(lessonIds, done, quizzes) }
  })
}
