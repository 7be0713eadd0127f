import type { Content } from '../../domain/content'
import type { CourseStore } from '../../domain/course/course-ports'
import { type Actor, findResultScope, type ResultScope } from '../../domain/governance/authorise'
import type { RoleplayStore } from '../../domain/ports'
import type { QuizStore } from '../../domain/quiz/quiz-ports'
import { DomainError } from '../../domain/shared/domain-error'
import { listCourseProgress } from '../course/list-course-progress'
import { ownerOf } from '../quiz/quiz-deps'

const HEAD = ['姓名', '種類', '名稱', '完成時間', '分數', '通過']
const MAX_ROWS = 20_000

type Completion = {
  person: string
  kind: string
  title: string
  at: Date
  points: number | null
  passed: boolean | null
}
type ListDeps = { content: Content; quizzes: QuizStore; courses: CourseStore; roleplays: RoleplayStore }

/**
 * What the people whom the actor looks after have finished: talks, quizzes and courses, newest first, as a table with its head.
 *
 * Times are local in Taiwan. @throws DomainError `not-allowed` for whoever looks after nobody.
 */
export async function listCompletions(deps: ListDeps, actor: Actor): Promise<string[][]> {
  const scope = findResultScope(actor)
  if (!scope) throw new DomainError('not-allowed', `results.list as ${actor.role}`)
  const found = await Promise.all([listTalks(deps, scope), listAttempts(deps, scope), listCourses(deps, actor, scope)])
  const rows = found.flat().sort((a, b) => b.at.getTime() - a.at.getTime())
  return [HEAD, ...rows.map(toCells)]
}

function toCells({ person, kind, title, at, points, passed }: Completion): string[] {
  const local = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
  return [
    person,
    kind,
    title,
    local,
    points === null ? '' : String(points),
    passed === null ? '' : passed ? '是' : '否',
  ]
}

async function listTalks({ roleplays, content }: ListDeps, scope: ResultScope): Promise<Completion[]> {
  const talks = await roleplays.listByScope(scope, MAX_ROWS)
  return talks.flatMap(({ personName, scenarioId, endedAt, overall, passed }) => {
    const title = content.scenarios.get(scenarioId)?.title.zh ?? scenarioId
    return endedAt ? [{ person: personName, kind: '對練', title, at: endedAt, points: overall, passed }] : []
  })
}

async function listAttempts({ quizzes }: ListDeps, scope: ResultScope): Promise<Completion[]> {
  const attempts = await quizzes.listAttemptResults(scope, MAX_ROWS)
  return attempts.flatMap(({ personName, title, finishedAt, points, maxPoints, passed, mode }) => {
    // A review is a part of one's own learning, nothing that is completed.
    if (!finishedAt || mode === 'review') return []
    const percent = points === null || maxPoints === 0 ? null : Math.round((points / maxPoints) * 100)
    return [{ person: personName, kind: '測驗', title: title ?? '', at: finishedAt, points: percent, passed }]
  })
}

async function listCourses({ courses, quizzes }: ListDeps, actor: Actor, scope: ResultScope): Promise<Completion[]> {
  const viewer = ownerOf(actor)
  const [all, known] = await Promise.all([courses.listCourses(viewer), quizzes.listQuizzes(viewer)])
  const statusOf = new Map(known.map((one) => [one.id, one.status]))
  const done = await Promise.all(
    all.map(async ({ id, title }) => {
      const course = await courses.findCourse(id, viewer)
      const people = course ? await listCourseProgress({ courses, quizzes }, scope, course, statusOf) : []
      return people.flatMap(({ personName, completion: { completedAt } }) =>
        completedAt ? [{ person: personName, kind: '課程', title, at: completedAt, points: null, passed: true }] : [],
      )
    }),
  )
  return done.flat()
}
