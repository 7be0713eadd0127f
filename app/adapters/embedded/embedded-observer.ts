import { observeUtterance } from '../../domain/judging/observer/observe-utterance'
import type { Insurer } from '../../domain/knowledge/product-schema'
import type { Observer } from '../../domain/ports'
import type { Catalogue } from '../../domain/shared/observation'

/** Hears with rules and the small trained model; needs no network. */
export function createEmbeddedObserver(knowledge: { catalogue: Catalogue; insurer: Insurer }): Observer {
  return {
    engine: 'embedded',
    perceive: async (input) => {
      try {
        return { status: 'perceived', ...observeUtterance(input, { ...knowledge, model: null }) }
      } catch (error) {
        return { status: 'failed', reason: error instanceof Error ? error.message : 'unknown' }
      }
    },
  }
}
