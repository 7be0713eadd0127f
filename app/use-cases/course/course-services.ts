import { type Actor, findResultScope } from '../../domain/governance/authorise'
import type { PublishStatus } from '../../domain/quiz/quiz-ports'
import type { CourseDeps, NamedActor } from './course-deps'
import { markLesson, saveCourse, setCourseStatus } from './keep-courses'
import { findOwnRemedy, type MakeCourseInput, makeCourse } from './make-course'
import { listCourses, listProgress, readCompletion, readCourse } from './read-course'

/** Everything the routes need of courses. */
export function createCourseServices(base: CourseDeps) {
  let exemplars: ReturnType<CourseDeps['loadExemplars']> | null = null
  const loadExemplars = () => {
    exemplars ??= base.loadExemplars()
    return exemplars
  }
  const deps = { ...base, loadExemplars }
  return {
    /** Whether a language model writes courses, which takes longer. */
    hasWriter: () => base.courseWriter !== null,
    makeCourse: (actor: NamedActor, input: MakeCourseInput, signal?: AbortSignal) =>
      makeCourse(deps, actor, input, signal),
    /** The remedy of an own talk: the one that is there, else a new one. @returns its id. */
    async makeOwnRemedy(actor: NamedActor, roleplayId: string): Promise<string> {
      const known = await findOwnRemedy(deps, actor, roleplayId)
      return known ?? (await makeCourse(deps, actor, { from: { kind: 'talk', roleplayId } })).id
    },
    listCourses: (actor: Actor) => listCourses(deps, actor),
    readCourse: (actor: Actor, id: string) => readCourse(deps, actor, id),
    saveCourse: (actor: Actor, id: string, input: Parameters<typeof saveCourse>[3]) =>
      saveCourse(deps, actor, id, input),
    setStatus: (actor: Actor, id: string, status: PublishStatus) => setCourseStatus(deps, actor, id, status),
    markLesson: (actor: Actor, id: string, lessonId: string) => markLesson(deps, actor, id, lessonId),
    readCompletion: (actor: Actor, id: string) => readCompletion(deps, actor, id),
    listProgress: (actor: Actor, id: string) => listProgress(deps, actor, id),
    /** For whom the actor may make a remedy; nobody for a trainer without a team. */
    async listLearners(actor: Actor) {
      const scope = findResultScope(actor)
      const people = scope ? await deps.accounts.listPeople(scope) : []
      return people.map(({ personId, name }) => ({ personId, name }))
    },
  }
}
