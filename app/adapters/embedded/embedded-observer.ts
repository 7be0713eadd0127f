import modelFile from '../../../content/observer/model.json'
import { observerModelSchema, readObserverModel } from '../../domain/judging/observer/classifier/linear-model'
import { observeUtterance } from '../../domain/judging/observer/observe-utterance'
import type { Insurer } from '../../domain/knowledge/product-schema'
import type { Observer } from '../../domain/ports'
import type { Catalogue } from '../../domain/shared/observation'

/**
 * Hears with rules and the small trained model; needs no network.
 *
 * @throws ZodError when the model file is not one that this code reads.
 */
export function createEmbeddedObserver(
  { catalogue, insurer }: { catalogue: Catalogue; insurer: Insurer },
  model: unknown = modelFile,
): Observer {
  const knowledge = { catalogue, insurer, model: readObserverModel(observerModelSchema.parse(model)) }
  return {
    engine: 'embedded',
    perceive: async (input) => {
      try {
        return { status: 'perceived', ...observeUtterance(input, knowledge) }
      } catch (error) {
        return { status: 'failed', reason: error instanceof Error ? error.message : 'unknown' }
      }
    },
  }
}
