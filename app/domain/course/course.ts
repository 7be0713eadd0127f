import { z } from 'zod'
import { itemCitationSchema } from '../quiz/item'
import { DIMENSIONS } from '../shared/observation'

const text = z.string().trim().min(1).max(2_000)

/** A statement and where it is from. Advice of our own (a habit, a way to say it) may stand without a source and then says so by its empty list. */
const citedTextSchema = z.strictObject({ text, citations: z.array(itemCitationSchema) })
export type CitedText = z.infer<typeof citedTextSchema>

const lineSchema = z.strictObject({
  who: z.enum(['client', 'trainee']),
  text,
  /** Points of the turn, 0 to 100; null for the client's lines. */
  total: z.number().int().nullable(),
  /** What the judge saw there. */
  codes: z.array(z.string()),
})

/** One piece of a lesson, in the order in which it is read. */
export const lessonBlockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('key-points'), points: z.array(citedTextSchema).min(1) }),
  z.strictObject({
    kind: z.literal('table'),
    caption: text,
    head: z.array(z.string()).min(1),
    rows: z.array(z.array(z.string())).min(1),
    citations: z.array(itemCitationSchema),
  }),
  /** From a real scored talk, masked, or written: `source` says which. */
  z.strictObject({
    kind: z.literal('dialogue'),
    quality: z.enum(['good', 'bad']),
    title: text,
    lines: z.array(lineSchema).min(2),
    comment: text,
    source: z.enum(['talk', 'written']),
  }),
  z.strictObject({
    kind: z.literal('mistakes'),
    mistakes: z
      .array(
        z.strictObject({
          code: z.string(),
          title: text,
          why: citedTextSchema,
          instead: text,
          /** How many of `talks` talks of the team had it; null where there are no talks. */
          count: z.number().int().min(0).nullable(),
          talks: z.number().int().min(0),
        }),
      )
      .min(1),
  }),
  z.strictObject({ kind: z.literal('checklist'), entries: z.array(citedTextSchema).min(1) }),
  z.strictObject({ kind: z.literal('quiz'), quizId: z.string(), itemCount: z.number().int().min(1) }),
])
export type LessonBlock = z.infer<typeof lessonBlockSchema>

const lessonSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  title: text,
  goals: z.array(text).min(1),
  minutes: z.number().int().min(1).max(120),
  blocks: z.array(lessonBlockSchema).min(1),
  /** Talks to have after the lesson. */
  scenarioIds: z.array(z.string()).max(3).optional(),
})
export type Lesson = z.infer<typeof lessonSchema>

/** Everything of a course that people read. A change is a new version. */
export const courseContentSchema = z.strictObject({
  summary: text,
  /** The skills it trains. */
  dimensions: z.array(z.enum(DIMENSIONS)),
  lessons: z.array(lessonSchema).min(1),
  /** The day whose texts it cites. */
  asOf: z.iso.date(),
})
export type CourseContent = z.infer<typeof courseContentSchema>
