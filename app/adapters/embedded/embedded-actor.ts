import type { Actor } from '../../domain/ports'
import { composeReply } from '../../domain/roleplay/compose-reply'

/** Speaks with the persona's own lines; needs no model and no network, and never fails. */
export function createEmbeddedActor(): Actor {
  return {
    engine: 'embedded',
    speak: async ({ persona, scenario, state, intent, seed, turnIndex }) =>
      composeReply({ persona, scenario, state, intent, seed, turnIndex }),
  }
}
