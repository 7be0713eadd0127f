import { estimateMinutes, listCitations } from '../../domain/course/build-lesson'
import type { Lesson } from '../../domain/course/course'
import type { CourseOrigin } from '../../domain/course/course-ports'
import { isAllowed } from '../../domain/governance/authorise'
import type { QuizOrigin } from '../../domain/quiz/quiz-ports'
import { DomainError } from '../../domain/shared/domain-error'
import type { CourseDeps, NamedActor } from './course-deps'

const ITEMS = 5
const MIN_ITEMS = 3

/**
 * Ends a lesson with a quiz about the passages that it cites. A lesson whose passages bear no items stays as it is, and so does that of a learner: items need
 * a trainer who reviews them.
 *
 * @returns the lesson with its quiz block; the quiz is a draft of its own.
 */
export async function addQuiz(
  deps: Pick<CourseDeps, 'quiz'>,
  actor: NamedActor,
  lesson: Lesson,
  input: { courseTitle: string; seed: string; from: CourseOrigin; forPersonId: string | null },
): Promise<Lesson> {
  const cited = listCitations(lesson.blocks.filter((one) => one.kind === 'key-points' || one.kind === 'table'))
  const passageIds = cited.map((one) => one.passageId)
  if (passageIds.length === 0 || !isAllowed(actor, 'learning.manage')) return lesson
  const documentIds = [...new Set(passageIds.map((id) => id.replace(/@[^@#]+#.+$/u, '')))]
  const made = await makeIfPossible(() =>
    deps.quiz.makeQuiz(actor, {
      title: `${input.courseTitle}：${lesson.title}`.slice(0, 100),
      documentIds,
      passageIds,
      count: ITEMS,
      seed: `${input.seed}:${lesson.id}`,
      origin: toQuizOrigin(lesson, input),
    }),
  )
  if (!made || made.made < MIN_ITEMS) return lesson
  const blocks = [...lesson.blocks, { kind: 'quiz' as const, quizId: made.quiz.id, itemCount: made.made }]
  return { ...lesson, blocks, minutes: estimateMinutes(blocks) }
}

/** What remedies somebody's mistakes is that person's, as the course is. */
function toQuizOrigin(lesson: Lesson, input: Omit<Parameters<typeof addQuiz>[3], 'seed'>): QuizOrigin {
  const { from, forPersonId, courseTitle } = input
  if (from.kind !== 'remedy' && from.kind !== 'talk') return { kind: 'course', courseTitle }
  const codes = lesson.blocks.flatMap((one) => (one.kind === 'mistakes' ? one.mistakes.map(({ code }) => code) : []))
  return { kind: 'remedy', personId: forPersonId, codes }
}

/** @returns null when nothing can be made of the sources. */
async function makeIfPossible<Result>(make: () => Promise<Result>): Promise<Result | null> {
  try {
    return await make()
  } catch (error) {
    if (error instanceof DomainError && error.code === 'bad-input') return null
    throw error
  }
}
