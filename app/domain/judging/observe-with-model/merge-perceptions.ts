import type { Catalogue, Claim, Observation, TalkLine } from '../../shared/observation'
import { type Disagreement, type Distrust, mergeTiers } from './merge-tiers'
import type { DroppedCounts } from './parse-observation-reply'

type Failed = { status: 'failed'; reason: string }
type Perceived = { status: 'perceived'; observations: Observation[]; claims: Claim[] }
export type EmbeddedPerception = Perceived | Failed
export type ModelPerception = (Perceived & { dropped: DroppedCounts }) | Failed

export type MergedPerception =
  | (Perceived & {
      disagreements: Disagreement[]
      distrust: Distrust | null
      /** Why only the embedded tier was heard; null when both were. */
      modelFailure: string | null
    })
  | Failed

/**
 * What counts for the score when two tiers listened. Fail closed: without the embedded tier nothing counts, because nothing would hold the
 * model's word against anything; without the model the embedded tier alone counts, and the reason stays with it.
 *
 * @returns `failed` when the embedded tier failed; claims are the embedded tier's, which knows the products.
 */
export function mergePerceptions(
  embedded: EmbeddedPerception,
  model: ModelPerception,
  heard: { utterance: string; talk: readonly TalkLine[]; client: { age: number | null }; catalogue: Catalogue },
): MergedPerception {
  if (embedded.status === 'failed') return { status: 'failed', reason: `embedded: ${embedded.reason}` }
  if (model.status === 'failed') return { ...embedded, disagreements: [], distrust: null, modelFailure: model.reason }
  const { unknownCode, quoteNotFound } = model.dropped
  const merged = mergeTiers({
    ...heard,
    embedded: embedded.observations,
    model: model.observations,
    droppedCount: unknownCode + quoteNotFound,
  })
  return { status: 'perceived', claims: embedded.claims, ...merged, modelFailure: null }
}
