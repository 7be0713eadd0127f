import { z } from 'zod'
import { courseContentSchema } from '~/domain/course/course'
import { MAX_LESSONS } from '~/domain/course/outline-documents'

// What goes in and out of /api/v1/courses.

const MAX_TITLE = 100
const id = z.string().min(1).max(300)
const whole = z.number().int().min(0)

/** Documents make a course for everybody; a talk makes a remedy for the one who held it. */
export const makeCourseInput = z
  .strictObject({
    documentIds: z.array(id).min(1).max(MAX_LESSONS).optional(),
    roleplayId: id.optional(),
    title: z.string().trim().max(MAX_TITLE).optional(),
    /** Same texts, talks and seed: the same lessons. */
    seed: z
      .union([z.string().min(1).max(100), z.number().int()])
      .transform(String)
      .optional(),
  })
  .refine((one) => (one.documentIds === undefined) !== (one.roleplayId === undefined), {
    message: 'give documentIds or roleplayId',
    path: ['documentIds'],
  })

const headSchema = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(['draft', 'published', 'retired']),
  /** Counts up with every change. */
  version: whole,
  origin: z.enum(['documents', 'scenario', 'talk', 'remedy']),
  /** Set where it is made for one person. */
  forPersonId: z.string().nullable(),
  createdAt: z.iso.datetime(),
})

export const courseSummarySchema = headSchema.extend({
  summary: z.string(),
  lessonCount: whole,
  minutes: whole,
  /** Of the caller. */
  doneLessons: whole,
})

export const courseSchema = headSchema.extend(courseContentSchema.shape).extend({
  /** Ids of the lessons that the caller has read. */
  doneLessons: z.array(z.string()),
  isComplete: z.boolean(),
})
