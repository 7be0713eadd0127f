import { z } from 'zod'
import { localisedSchema } from '../shared/localised'
import { DIMENSIONS } from '../shared/observation'
import { clientQuestionSchema, hiddenFactSchema, lineSchema, worrySchema } from './persona-schema'

const id = z.string().regex(/^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/)
const code = z.string().regex(/^[a-z]+\.[a-z0-9_]+$/)
const shift = z.number().int().min(-40).max(40).default(0)

/** A persona in a situation. */
export const scenarioSchema = z.strictObject({
  id,
  version: z.number().int().positive(),
  persona: id,
  title: localisedSchema,
  /** Ids of products under discussion; empty when nothing is to be sold. */
  products: z.array(id),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  minutes: z.number().int().min(5).max(40),
  /** Two or three dimensions this scenario trains most. */
  practises: z.array(z.enum(DIMENSIONS)).min(1).max(4),
  briefing: z.strictObject({
    where: localisedSchema,
    introducedBy: localisedSchema,
    goal: localisedSchema,
    known: z.array(localisedSchema).min(1),
  }),
  /** Right end of the meeting, shown on the scorecard only. */
  rightOutcome: z.strictObject({
    kind: z.enum(['next-step', 'decision', 'do-not-sell', 'protect']),
    note: localisedSchema,
  }),
  /** Relative weights; 2 counts twice as much as 1. */
  weights: z.record(z.enum(DIMENSIONS), z.number().min(0).max(5)),
  passMark: z.number().int().min(40).max(90),
  /** Duty ids (content/duties.yaml) that must be met to pass, beyond what those apply by rule. */
  requiredDuties: z.array(id),
  /** An old policy would be ended, reduced or borrowed on in this situation. */
  involvesReplacement: z.boolean(),
  /** Local date (Asia/Taipei) whose law and product terms apply. */
  asOf: z.iso.date(),
  /** Who speaks first; the client's opening lines, one is picked by seed. The trainee speaks first when empty. */
  opening: z.array(lineSchema),
  temperShift: z.strictObject({ trust: shift, interest: shift, patience: shift, scepticism: shift }),
  /** Ids of the persona's worries that surely come up here, in order. */
  focusWorries: z.array(id),
  /** Situation-specific additions to the persona. */
  extraHidden: z.array(hiddenFactSchema).default([]),
  extraWorries: z.array(worrySchema).default([]),
  extraQuestions: z.array(clientQuestionSchema).default([]),
  /** Codes that, when the trainee shows them, are the right thing to do here beyond the rubric (e.g. disclosure.scam_check). */
  rewards: z.array(z.strictObject({ code, note: localisedSchema })).default([]),
})
export type Scenario = z.infer<typeof scenarioSchema>
