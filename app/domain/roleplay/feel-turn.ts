import { addEffects, findCodeEffect, TURN_EFFECTS } from './client-effects'
import type { ClientState } from './client-state'
import type { Dealt } from './settle-matters'
import type { Understanding } from './understand-utterance'

/** Ways in which a turn holds nothing for the client; each is an effect of its own. */
export type Emptiness = 'machineTalk' | 'nonsense' | 'repeated' | 'tooShort'

/** @returns null for a turn that says something; a short answer to the client's question or a goodbye says something. */
export function findEmptiness(heard: Understanding, codes: readonly string[], dealt: Dealt): Emptiness | null {
  if (codes.includes('meta.injection') || heard.isMachineTalk) return 'machineTalk'
  if (heard.isNonsense) return 'nonsense'
  if (heard.isRepetition && !dealt.answered && !dealt.settled) return 'repeated'
  const isMeant = dealt.answered || codes.length > 0 || heard.isGoodbye
  return heard.isTooShort && !isMeant ? 'tooShort' : null
}

/** What the codes seen do to the client's levels, and that they were seen. */
export function feelCodes(state: ClientState, codes: readonly string[], scepticism: number): ClientState {
  // Whether the client feels ignored is settled with the matters that lay open (settle-matters.ts).
  const effects = codes
    .filter((code) => code !== 'listening.ignore')
    .map((code) => findCodeEffect(code, state.seenCodes[code] ?? 0, scepticism))
  const seenCodes = { ...state.seenCodes }
  for (const code of codes) seenCodes[code] = (seenCodes[code] ?? 0) + 1
  return { ...addEffects(state, effects), seenCodes }
}

/** What the way of talking does, beside what was said. */
export function feelManner(
  state: ClientState,
  heard: Understanding,
  codes: readonly string[],
  dealt: Dealt,
): ClientState {
  const effects = []
  const emptiness = findEmptiness(heard, codes, dealt)
  // The code of talking to the machine has its own effect already.
  if (emptiness !== null && !codes.includes('meta.injection')) effects.push(TURN_EFFECTS[emptiness])
  if (emptiness !== null && state.emptyInARow > 0) effects.push(TURN_EFFECTS.emptyAgain)
  if (heard.isMonologue) effects.push(TURN_EFFECTS.monologue)
  if (heard.topics.length > 3) effects.push(TURN_EFFECTS.askedTooMuchAtOnce)
  return { ...addEffects(state, effects), emptyInARow: emptiness !== null ? state.emptyInARow + 1 : 0 }
}
