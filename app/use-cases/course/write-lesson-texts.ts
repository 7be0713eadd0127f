import { estimateMinutes } from '../../domain/course/build-lesson'
import type { CitedText, CourseWriting, Lesson, LessonBlock } from '../../domain/course/course'
import type { CourseLibrary } from '../../domain/course/course-library'
import type { CourseWriter, LessonOrder, WrittenLesson } from '../../domain/course/course-writer'
import { type MergedLesson, mergeWritten } from '../../domain/course/merge-written'
import type { Actor } from '../../domain/governance/authorise'
import { dropInstructions } from '../../domain/knowledge/find-suspicious-text'
import type { ItemSource } from '../../domain/quiz/item'
import { clearOutgoing, type OutgoingDeps } from '../models/plan-model-turn'

export type WritingDeps = OutgoingDeps & { courseWriter: CourseWriter | null }

/** Lessons in a language model's words as far as they hold, and what became of the rest; `writing` null without a model or without passages. */
export type WrittenTexts = { lessons: Lesson[]; writing: CourseWriting | null }

/** A lesson with the block whose points are to be told in plainer words. */
type Task = { at: number; block: number; points: readonly CitedText[]; sources: ReadonlyMap<string, ItemSource> }

/**
 * Has a language model write introductions, goals and key points of lessons out of the passages that they cite. Each of its statements is checked against its quote
 * and dropped where it fails; what no statement tells stays in the source's own words. Without a model, or when it fails, the lessons are what they were.
 *
 * @throws only the signal's reason.
 */
export async function writeLessonTexts(
  deps: WritingDeps,
  actor: Actor,
  lessons: Lesson[],
  library: CourseLibrary,
  signal?: AbortSignal,
): Promise<WrittenTexts> {
  const { courseWriter, modelUses } = deps
  const tasks = lessons.flatMap((lesson, at) => findTask(lesson, at, library) ?? [])
  if (!courseWriter || modelUses.courses === null || tasks.length === 0) return { lessons, writing: null }
  const nothing = { model: modelUses.courses, kept: 0, dropped: {} }
  const orders = tasks.map((task): LessonOrder => {
    const wanted = task.points.map((one) => one.text)
    return { title: lessons[task.at]!.title, sources: [...task.sources.values()], wanted }
  })
  const { organisationId, personId } = actor
  const { status, dataPolicy } = await clearOutgoing(
    deps,
    { organisationId, personId, roleplayId: null, turnIndex: null, purposes: ['courses'] },
    listTexts(orders),
  )
  if (status === 'blocked') return { lessons, writing: { ...nothing, note: 'kept-here' } }
  const written = await courseWriter.write(orders, signal, { userId: personId, dataPolicy })
  if (written.status === 'failed') {
    const note = written.reason === 'blocked' ? 'kept-here' : 'model-failed'
    return { lessons, writing: { ...nothing, note } }
  }
  return putTogether(lessons, tasks, written.lessons, modelUses.courses)
}

/** Each passage once, whichever lessons it is sent for. */
const listTexts = (orders: readonly LessonOrder[]) => [
  ...new Set(orders.flatMap((one) => [...one.sources.map((source) => source.text), one.title])),
]

/** The first points of the lesson that stand on passages; what we know of a client stands on none. */
function findTask(lesson: Lesson, at: number, library: CourseLibrary): Task | null {
  for (const [block, one] of lesson.blocks.entries()) {
    const points = one.kind === 'key-points' ? one.points : []
    const ids = [...new Set(points.flatMap((point) => point.citations.map((cited) => cited.passageId)))]
    const found = ids
      .flatMap((id) => findSource(library, id) ?? [])
      .filter((each) => dropInstructions(each.text) !== '')
    if (found.length > 0) return { at, block, points, sources: new Map(found.map((each) => [each.passageId, each])) }
  }
  return null
}

function findSource(library: CourseLibrary, passageId: string): ItemSource | null {
  const documentId = passageId.replace(/@[^@#]+#.+$/u, '')
  return library.listDocument(documentId).find((one) => one.passageId === passageId) ?? null
}

function putTogether(
  lessons: readonly Lesson[],
  tasks: readonly Task[],
  written: readonly (WrittenLesson | null)[],
  model: string,
): WrittenTexts {
  const changed = [...lessons]
  const merged = tasks.map((task, i) => {
    const lesson = lessons[task.at]!
    const one = written[i]
    const result = one ? mergeWritten(one, { points: task.points, goals: lesson.goals }, task.sources) : null
    if (result) changed[task.at] = putInto(lesson, task.block, result)
    return result
  })
  const kept = merged.reduce((sum, one) => sum + (one?.kept ?? 0), 0)
  const dropped = merged.reduce((sum, one) => addCounts(sum, one?.dropped ?? {}), {} as Record<string, number>)
  const note = kept === 0 ? 'model-unsound' : merged.includes(null) ? 'model-partly' : null
  return { lessons: changed, writing: { model, kept, dropped, note } }
}

function putInto(lesson: Lesson, place: number, { introduction, goals, points }: MergedLesson): Lesson {
  const own = lesson.blocks.map(
    (block, i): LessonBlock => (i === place && block.kind === 'key-points' ? { ...block, points } : block),
  )
  const first: LessonBlock[] =
    introduction.length > 0 ? [{ kind: 'key-points', points: introduction, role: 'introduction' }] : []
  const blocks = [...first, ...own]
  return { ...lesson, goals, blocks, minutes: estimateMinutes(blocks) }
}

function addCounts(sum: Record<string, number>, more: MergedLesson['dropped']): Record<string, number> {
  const all = { ...sum }
  for (const [reason, count] of Object.entries(more)) all[reason] = (all[reason] ?? 0) + (count ?? 0)
  return all
}
