import type { ModelPurpose } from './model-purposes'
import type { EvaluationResults, ModelEvaluation } from './model-register'

/** An evaluation older than this says little of a model that its maker may have changed. */
const OLD_EVALUATION_DAYS = 180
const DAY_MS = 24 * 60 * 60 * 1000

/** What makes an evaluation say less than it seems to. */
export type EvaluationDoubt = 'old' | 'other-content' | 'fake-server'

/** Which part of the results speaks of a purpose; a purpose without one has no measure of its own. */
const PARTS: Partial<Record<ModelPurpose, keyof EvaluationResults>> = {
  speech: 'persona',
  judging: 'judging',
  answers: 'grounding',
}

/**
 * @param today versions of the content as it is now; only names that both have are compared.
 * @returns nothing when the evaluation can be taken as it stands.
 */
export function listDoubts(
  evaluation: Pick<ModelEvaluation, 'ranAt' | 'versions' | 'results'>,
  today: { versions: Readonly<Record<string, string>>; now: Date },
): EvaluationDoubt[] {
  const { ranAt, versions, results } = evaluation
  const isOld = today.now.getTime() - ranAt.getTime() > OLD_EVALUATION_DAYS * DAY_MS
  const isOther = Object.entries(versions).some(
    ([name, version]) => today.versions[name] !== undefined && today.versions[name] !== version,
  )
  return [
    ...(isOld ? (['old'] as const) : []),
    ...(isOther ? (['other-content'] as const) : []),
    ...(results.fakeServer === null ? [] : (['fake-server'] as const)),
  ]
}

/**
 * The newest evaluation that measured this use of a model.
 *
 * @param evaluations newest first.
 * @returns null: never evaluated for it.
 */
export function findEvaluation(
  evaluations: readonly ModelEvaluation[],
  { model, purpose }: { model: string; purpose: ModelPurpose },
): ModelEvaluation | null {
  const part = PARTS[purpose]
  return evaluations.find((one) => one.model === model && (part === undefined || one.results[part] !== null)) ?? null
}
