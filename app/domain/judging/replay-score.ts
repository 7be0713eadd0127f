import type { Catalogue, Observation } from '../shared/observation'
import type { Rubric } from './rubric-schema'
import { countSeen, type ScoreTurnInput, scoreTurn } from './score-turn'
import type { TurnPoints } from './score-types'

/** One stored turn: all that its score depended on, but for what earlier turns showed. */
export type StoredTurn = Omit<ScoreTurnInput, 'context'> & {
  context: Omit<ScoreTurnInput['context'], 'seen' | 'turnIndex'>
}

/**
 * Scores a whole stored talk again from its observations.
 *
 * Same rubric and catalogue, same totals and items as when it was scored live, whichever engine heard it.
 */
export function replayScore(turns: readonly StoredTurn[], rubric: Rubric, catalogue: Catalogue): TurnPoints[] {
  const past: (readonly Observation[])[] = []
  return turns.map((turn, turnIndex) => {
    const context = { ...turn.context, turnIndex, seen: countSeen(past) }
    past.push(turn.observations)
    return scoreTurn({ ...turn, context }, rubric, catalogue)
  })
}
