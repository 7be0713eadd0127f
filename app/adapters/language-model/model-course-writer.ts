import type { CourseWriter, LessonOrder, WrittenLesson, WrittenLessons } from '../../domain/course/course-writer'
import type { WriteScope } from '../../domain/quiz/quiz-ports'
import { buildCourseMessages, COURSE_REPLY_JSON_SCHEMA, COURSE_REPLY_NAME } from './build-course-messages'
import type { ModelClient } from './model-client'
import type { ModelTimeouts } from './model-settings'
import type { ProtectOutgoing } from './protect-outgoing'
import { readCourseReply } from './read-course-reply'

export type ModelCourseWriterDeps = {
  client: ModelClient
  model: string
  protect: ProtectOutgoing
  timeouts?: ModelTimeouts
  /** For one course; 120 s when left out. */
  mostMs?: number
}

const CALLS_AT_ONCE = 3
/** A lesson is a long reply. */
const LONG: ModelTimeouts = { firstTokenMs: 20_000, idleMs: 10_000, totalMs: 80_000 }
/** Somebody waits for the course: lessons that are not there by then keep the sources' own words. */
const MOST_MS = 120_000

/**
 * Writes lessons with a language model, one call a lesson and a few at once. Personal data is masked before anything leaves.
 *
 * `failed` when the model gives nothing at all. When all calls of a round fail, or the time is over, the lessons that are left are not asked for.
 */
export function createModelCourseWriter(deps: ModelCourseWriterDeps): CourseWriter {
  return {
    async write(orders, signal, scope) {
      const time = AbortSignal.timeout(deps.mostMs ?? MOST_MS)
      const lessons: (WrittenLesson | null)[] = []
      let failure: string | null = null
      for (let from = 0; from < orders.length; from += CALLS_AT_ONCE) {
        const round = orders.slice(from, from + CALLS_AT_ONCE)
        const replies = await Promise.all(round.map((order) => writeLesson(deps, order, { signal, time, scope })))
        for (const reply of replies) if (reply.status === 'failed') failure ??= reply.reason
        lessons.push(...replies.map((reply) => (reply.status === 'written' ? reply.lesson : null)))
        if (replies.every((reply) => reply.status === 'failed')) break
      }
      return close(orders, lessons, failure)
    },
  }
}

function close(
  orders: readonly LessonOrder[],
  lessons: readonly (WrittenLesson | null)[],
  failure: string | null,
): WrittenLessons {
  if (failure !== null && lessons.every((one) => one === null)) return { status: 'failed', reason: failure }
  return { status: 'written', lessons: orders.map((_, i) => lessons[i] ?? null), failure }
}

type Around = { signal: AbortSignal | undefined; time: AbortSignal; scope: WriteScope | undefined }
type Reply = { status: 'written'; lesson: WrittenLesson } | { status: 'failed'; reason: string }

async function writeLesson(
  { client, model, protect, timeouts = LONG }: ModelCourseWriterDeps,
  { title, sources, wanted }: LessonOrder,
  { signal, time, scope }: Around,
): Promise<Reply> {
  // All that leaves is masked alike, so that the same value has the same placeholder.
  const labels = sources.map((one) => one.label)
  const texts = sources.map((one) => one.text)
  const outgoing = protect([...labels, ...texts, ...wanted, title], scope?.dataPolicy)
  if (outgoing.status === 'blocked') return { status: 'failed', reason: 'blocked' }
  const sent = outgoing.texts.slice(0, -1)
  const lesson = {
    title: outgoing.texts.at(-1) ?? '',
    sources: sources.map((_, i) => ({ label: sent[i] ?? '', text: sent[labels.length + i] ?? '' })),
    wanted: sent.slice(labels.length + texts.length),
  }
  try {
    const result = await client.completeJson(
      {
        model,
        messages: buildCourseMessages(lesson),
        schemaName: COURSE_REPLY_NAME,
        jsonSchema: COURSE_REPLY_JSON_SCHEMA,
        temperature: 0.3,
        parse: (reply) => readCourseReply(outgoing.unmask(reply), sources),
        timeouts,
        ...(scope === undefined ? {} : { scope }),
      },
      signal ? AbortSignal.any([signal, time]) : time,
    )
    return result.status === 'failed'
      ? { status: 'failed', reason: result.reason }
      : { status: 'written', lesson: result.value }
  } catch (error) {
    if (signal?.aborted || !time.aborted) throw error
    return { status: 'failed', reason: 'timeout-total' }
  }
}
