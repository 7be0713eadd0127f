import { z } from 'zod'
import { itemCitationSchema } from '../quiz/item'
import { DIMENSIONS } from '../shared/observation'

const text = z.string().trim().min(1).max(2_000)

/** A statement and where it is from. Advice of our own (a habit, a way to say it) may stand without a source and then says so by its empty list. */
const citedTextSchema = z.strictObject({
  text,
  citations: z.array(itemCitationSchema),
  /** A language model's words, checked against the quote of the citation. Left out: the source's own words, or a trainer's. */
  writtenBy: z.literal('model').optional(),
})
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
  z.strictObject({
    kind: z.literal('key-points'),
    points: z.array(citedTextSchema).min(1),
    /** What the lesson is about, read as a paragraph before all else. */
    role: z.literal('introduction').optional(),
  }),
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

/** Why a model that is set up did not write all: no lesson, or not every lesson, came back; nothing of it stood the checks; the texts may not leave. */
export const WRITING_NOTES = ['model-failed', 'model-partly', 'model-unsound', 'kept-here'] as const
export type WritingNote = (typeof WRITING_NOTES)[number]

/** What a language model had to do with the making of a course. */
const courseWritingSchema = z.strictObject({
  model: z.string(),
  /** Statements of it in the first version of the course, goals included. */
  kept: z.number().int().min(0),
  /** Statements that the checks refused, by the check. */
  dropped: z.record(z.string(), z.number().int().min(1)),
  note: z.enum(WRITING_NOTES).nullable(),
})
export type CourseWriting = z.infer<typeof courseWritingSchema>

/** Everything of a course that people read. A change is a new version. */
export const courseContentSchema = z.strictObject({
  summary: text,
  /** The skills it trains. */
  dimensions: z.array(z.enum(DIMENSIONS)),
  lessons: z.array(lessonSchema).min(1),
  /** The day whose texts it cites. */
  asOf: z.iso.date(),
  /** Left out where no model was set up. */
  writing: courseWritingSchema.optional(),
})
export type CourseContent = z.infer<typeof courseContentSchema>
