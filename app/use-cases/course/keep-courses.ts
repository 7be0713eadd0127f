import { estimateMinutes } from '../../domain/course/build-lesson'
import { type CitedText, type CourseContent, courseContentSchema, type LessonBlock } from '../../domain/course/course'
import type { CourseRecord } from '../../domain/course/course-ports'
import { isHeldBy } from '../../domain/course/pick-key-points'
import type { Actor } from '../../domain/governance/authorise'
import type { PublishStatus } from '../../domain/quiz/quiz-ports'
import { DomainError } from '../../domain/shared/domain-error'
import { findCitedSources } from '../quiz/find-stale-items'
import { requireKeeper } from '../quiz/quiz-deps'
import type { CourseDeps } from './course-deps'
import { MAX_TITLE } from './make-course'
import { getCourse } from './read-course'

type KeepDeps = Pick<CourseDeps, 'courses' | 'accounts' | 'knowledge' | 'getKnowledgeIndex' | 'clock'>

async function getKept(
  deps: Pick<CourseDeps, 'courses' | 'accounts'>,
  actor: Actor,
  id: string,
): Promise<CourseRecord> {
  const course = await getCourse(deps, actor, id)
  requireKeeper(actor, course)
  return course
}

/**
 * Stores what somebody made of a course as its next version. A sentence with a place may not say a number, date or article that is not there.
 *
 * @returns the new version.
 * @throws DomainError `not-found`, `not-allowed`, `version-conflict`; `bad-input` with the field at fault: `title`, `lessons`, or `lesson-2.points.3: not-in-source`.
 */
export async function saveCourse(
  deps: KeepDeps,
  actor: Actor,
  id: string,
  input: { expectedVersion: number; title: string; content: unknown },
): Promise<number> {
  const course = await getKept(deps, actor, id)
  const title = input.title.trim()
  if (title === '' || [...title].length > MAX_TITLE)
    throw new DomainError('bad-input', 'title', { title: 'out-of-range' })
  const content = await checkContent(deps, actor, input.content, course.content)
  if (input.expectedVersion !== course.version) throw new DomainError('version-conflict', `course ${id}`)
  const by = { personId: actor.personId, at: deps.clock.now() }
  const stored = await deps.courses.saveCourseVersion(id, input.expectedVersion, { title, content }, by)
  if (stored === 'conflict') throw new DomainError('version-conflict', `course ${id}`)
  return input.expectedVersion + 1
}

async function checkContent(
  deps: KeepDeps,
  actor: Actor,
  given: unknown,
  before: CourseContent,
): Promise<CourseContent> {
  const read = courseContentSchema.safeParse(given)
  if (!read.success) {
    const [issue] = read.error.issues
    const place = issue?.path.join('.') ?? ''
    throw new DomainError('bad-input', `${place}: ${issue?.message ?? ''}`, {
      [nameField(given, issue?.path)]: 'invalid',
    })
  }
  const ids = read.data.lessons.map((one) => one.id)
  if (new Set(ids).size !== ids.length) throw new DomainError('bad-input', 'lessons twice', { lessons: 'twice' })
  const known = before.lessons.flatMap(listCited)
  await requireHeld(deps, actor, read.data, new Set(known.map((one) => one.text)))
  const byModel = new Set(known.filter((one) => one.writtenBy === 'model').map((one) => one.text))
  const lessons = read.data.lessons.map((lesson) => {
    const blocks = lesson.blocks.map((block) => markWriters(block, byModel))
    return { ...lesson, blocks, minutes: estimateMinutes(blocks) }
  })
  // What the model did is no matter of the form.
  const { writing: _, ...content } = read.data
  return { ...content, lessons, ...(before.writing && { writing: before.writing }) }
}

/** What somebody changed is theirs; what stands as the model wrote it stays the model's, whatever the form says. */
function markWriters(block: LessonBlock, byModel: ReadonlySet<string>): LessonBlock {
  const mark = ({ writtenBy: _, ...one }: CitedText): CitedText =>
    byModel.has(one.text) ? { ...one, writtenBy: 'model' } : one
  if (block.kind === 'key-points') return { ...block, points: block.points.map(mark) }
  return block.kind === 'checklist' ? { ...block, entries: block.entries.map(mark) } : block
}

/** `lesson-2`, as far as the path leads to a lesson; else its first part. */
function nameField(given: unknown, path: readonly PropertyKey[] = []): string {
  const lessons = (given as { lessons?: { id?: unknown }[] } | null)?.lessons
  const id = path[0] === 'lessons' && typeof path[1] === 'number' ? lessons?.[path[1]]?.id : undefined
  return typeof id === 'string' ? id : String(path[0] ?? 'content')
}

type Lesson = CourseContent['lessons'][number]

/** Sentences with their place in the form: `lesson-2.points.3`. */
function listCited(lesson: Lesson): (CitedText & { field: string })[] {
  return lesson.blocks.flatMap((block) => {
    const texts = block.kind === 'key-points' ? block.points : block.kind === 'checklist' ? block.entries : []
    return texts.map((one, i) => ({ ...one, field: `${lesson.id}.${block.kind}.${i + 1}` }))
  })
}

/** What nobody touched stays: it was right by the text that it cites. */
async function requireHeld(
  deps: KeepDeps,
  actor: Actor,
  content: CourseContent,
  known: ReadonlySet<string>,
): Promise<void> {
  const changed = content.lessons.flatMap(listCited).filter((one) => one.citations.length > 0 && !known.has(one.text))
  if (changed.length === 0) return
  const ids = changed.flatMap((one) => one.citations.map((cited) => cited.passageId))
  const sources = await findCitedSources(deps, actor, ids)
  const find = (one: CitedText) => one.citations.flatMap(({ passageId }) => sources.get(passageId) ?? [])
  const wrong = changed.filter((one) => !isHeldBy(one.text, find(one)))
  if (wrong.length === 0) return
  const fields = Object.fromEntries(wrong.map((one) => [one.field, 'not-in-source']))
  throw new DomainError('bad-input', JSON.stringify(fields), fields)
}

/** Opens a course to those who learn, takes it away from them, or makes it a draft again. @throws DomainError `not-found`, `not-allowed`. */
export async function setCourseStatus(
  deps: Pick<CourseDeps, 'courses' | 'accounts'>,
  actor: Actor,
  id: string,
  status: PublishStatus,
): Promise<void> {
  await getKept(deps, actor, id)
  await deps.courses.setCourseStatus(id, status)
}

/** Notes that somebody has worked through a lesson. @throws DomainError `not-found`, also for an unknown lesson. */
export async function markLesson(
  deps: Pick<CourseDeps, 'courses' | 'accounts' | 'clock'>,
  actor: Actor,
  id: string,
  lessonId: string,
): Promise<void> {
  const course = await getCourse(deps, actor, id)
  if (!course.content.lessons.some((one) => one.id === lessonId))
    throw new DomainError('not-found', `lesson ${lessonId}`)
  await deps.courses.markLesson(id, actor.personId, lessonId, deps.clock.now())
}
