import type { Actor } from '../../domain/ports'
import { composeReply } from '../../domain/roleplay/compose-reply'

/** Speaks with the persona's own lines; needs no model and no network, and never fails. */
export function createEmbeddedActor(): Actor {
  return {
    engine: 'embedded',
    async *speak({ persona, scenario, state, intent, seed, turnIndex }) {
      const spoken = composeReply({ persona, scenario, state, intent, seed, turnIndex })
      yield { kind: 'done', text: spoken.text, state: spoken.state }
    },
  }
}
