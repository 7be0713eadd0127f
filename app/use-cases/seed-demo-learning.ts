import type { createCourseServices } from './course/course-services'
import type { NamedActor } from './quiz/quiz-deps'
import type { createQuizServices } from './quiz/quiz-services'

/** One of the people of `seedDemo`. */
const TRAINER: NamedActor = {
  personId: 'demo-trainer',
  organisationId: 'demo',
  teamId: 'demo-taipei',
  role: 'trainer',
  name: '許教練',
}
const SEED = 'demo'
const QUIZZES = [
  { title: '等待期、撤銷權與解約費用', documentIds: ['annuity', 'medical', 'accident'], count: 12 },
  { title: '高齡客戶與防詐', documentIds: ['elder-clients', 'elder-fraud-care'], count: 10 },
] as const
const COURSE = { title: '把年金險講清楚', scenarioId: 'retired-teacher-deposit-matures' } as const

/**
 * Gives the demo insurer's trainees something to learn: two published quizzes and a course, made from the built-in knowledge like any other.
 * The quizzes of the course are left to be reviewed.
 */
export async function seedDemoLearning(
  quiz: ReturnType<typeof createQuizServices>,
  courses: ReturnType<typeof createCourseServices>,
): Promise<void> {
  for (const input of QUIZZES) {
    const { quiz: made } = await quiz.makeQuiz(TRAINER, { ...input, seed: SEED, timeLimitMinutes: 15 })
    const itemIds = made.items.map((item) => item.itemId)
    await quiz.setItemStatus(TRAINER, itemIds, 'approved')
    await quiz.publishQuiz(TRAINER, made.id)
  }
  const { title, scenarioId } = COURSE
  const course = await courses.makeCourse(TRAINER, { from: { kind: 'scenario', scenarioId }, title, seed: SEED })
  await courses.setStatus(TRAINER, course.id, 'published')
}
