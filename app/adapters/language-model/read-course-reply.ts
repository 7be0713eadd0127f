import { z } from 'zod'
import type { WrittenLesson, WrittenStatement } from '../../domain/course/course-writer'
import { extractJson } from '../../domain/judging/observe-with-model/extract-json'
import type { ItemSource } from '../../domain/quiz/item'
import type { JsonRequest } from './model-client'

/** More than this in one lesson is no lesson but noise. */
const MAX_STATEMENTS = 40

const statementSchema = z.object({
  text: z.string().trim().min(1).max(600),
  source: z.number().int(),
  quote: z.string().trim().min(1).max(2_000),
})
const statements = z.array(z.unknown()).max(MAX_STATEMENTS)
const replySchema = z.object({ introduction: statements.catch([]), goals: statements.catch([]), points: statements })

/**
 * Reads the lesson that a model wrote, each statement for itself: one that cannot be read spoils no other. What they say is unchecked.
 *
 * @param sources those of the prompt, in its order; a number that stands for none becomes an id that no passage has, for the checker to refuse.
 */
export function readCourseReply(
  reply: string,
  sources: readonly ItemSource[],
): ReturnType<JsonRequest<WrittenLesson>['parse']> {
  const extracted = extractJson(reply)
  if (extracted.status !== 'found')
    return { status: 'invalid', reason: 'not-json', detail: `objects: ${extracted.status}` }
  const result = replySchema.safeParse(extracted.value)
  if (!result.success)
    return { status: 'invalid', reason: 'wrong-shape', detail: result.error.issues[0]?.message ?? 'points' }
  let unreadable = 0
  const read = (given: readonly unknown[]): WrittenStatement[] =>
    given.flatMap((one) => {
      const statement = statementSchema.safeParse(one)
      if (!statement.success) {
        unreadable++
        return []
      }
      const { text, source, quote } = statement.data
      return [{ text, quote, passageId: sources[source - 1]?.passageId ?? `#${source}` }]
    })
  const { introduction, goals, points } = result.data
  const lesson = { introduction: read(introduction), goals: read(goals), points: read(points) }
  return { status: 'ok', value: { ...lesson, unreadable } }
}
