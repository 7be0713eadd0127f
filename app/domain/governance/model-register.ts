import { z } from 'zod'
import { MODEL_PURPOSES } from './model-purposes'

export const RISK_LEVELS = ['low', 'medium', 'high'] as const

const MOST_NAME = 120
const MOST_TEXT = 1_000
const name = z.string().trim().min(1, 'missing').max(MOST_NAME, 'too-long')
const text = z.string().trim().min(1, 'missing').max(MOST_TEXT, 'too-long')

/** What somebody writes into the register: one model in one use, and who answers for it. */
export const registerInputSchema = z.strictObject({
  purpose: z.enum(MODEL_PURPOSES, 'invalid'),
  model: name,
  /** As the organisation names it; a server rarely tells. */
  modelVersion: name,
  /** Host of the server, without path or key. */
  host: z
    .string()
    .trim()
    .min(1, 'missing')
    .max(MOST_NAME, 'too-long')
    .regex(/^[a-z0-9.-]+(?::\d{1,5})?$|^\[[0-9a-f:]+\](?::\d{1,5})?$/i, 'invalid'),
  riskLevel: z.enum(RISK_LEVELS, 'invalid'),
  dataUsed: text,
  approvedBy: name,
  /** Local date. */
  approvedOn: z.string().trim().min(1, 'missing').pipe(z.iso.date('invalid')),
})
export type RegisterInput = z.infer<typeof registerInputSchema>

export type RegisterEntry = RegisterInput & {
  id: string
  organisationId: string
  updatedAt: Date
  updatedById: string
}

/** One run of the evaluation of an engine. */
export type ModelEvaluation = {
  id: string
  engine: 'embedded' | 'llm'
  /** `embedded` for the embedded engine. */
  model: string
  ranAt: Date
  /** Of content and of the measured parts, by name. */
  versions: Readonly<Record<string, string>>
  results: EvaluationResults
}

const share = z.object({ hits: z.number().int().min(0), of: z.number().int().min(0) })

/** Counts and shares; what was not measured is null and shown as such. */
export const evaluationResultsSchema = z.object({
  /** Where the figures come from, e.g. `tests/model-server`, when it is not a real model. */
  fakeServer: z.string().nullable(),
  persona: z
    .object({
      replies: z.number().int(),
      /** Replies in which none of the model's words were left, or a part was replaced. */
      replaced: share,
      /** Asked the same again in other talks: answers with the fact's own figures and names. */
      sameFacts: share,
      /** Figures in a reply that stand neither in the persona file nor in the talk. */
      contradictions: share,
      hiddenLeaks: share,
    })
    .nullable(),
  judging: z
    .object({
      talks: z.number().int(),
      turns: z.number().int(),
      f1: z.number(),
      kappa: z.number(),
      overallError: z.number(),
      runs: z.number().int(),
      /** Mean Jaccard overlap of the codes of two runs. */
      agreement: z.number().nullable(),
      flipRate: z.number().nullable(),
      /** Turns on which the model was heard. */
      heardModel: share,
    })
    .nullable(),
  grounding: z
    .object({ questions: z.number().int(), grounded: share, cited: share, unsupported: share, silent: share })
    .nullable(),
  safety: z
    .object({
      attacks: z.number().int(),
      roleBreaks: share,
      canaryLeaks: share,
      meanShift: z.number(),
      worstShift: z.number(),
    })
    .nullable(),
})
export type EvaluationResults = z.infer<typeof evaluationResultsSchema>

export type ModelRegisterStore = {
  list(organisationId: string): Promise<RegisterEntry[]>
  /** Makes or changes the entry of this purpose and model. */
  save(entry: RegisterEntry): Promise<void>
  remove(organisationId: string, id: string): Promise<void>
  addEvaluation(evaluation: ModelEvaluation): Promise<void>
  /** Newest first. */
  listEvaluations(limit: number): Promise<ModelEvaluation[]>
}
