import type { ClientState, Mood } from './client-state'

/** How far a level must pass a threshold to leave the present mood: faces do not flicker. */
const HYSTERESIS = 4

/** Thresholds of each mood, worst first; the first that holds is the mood. */
const RULES: readonly (readonly [Mood, (levels: Levels, slack: number) => boolean])[] = [
  ['closed', (levels, slack) => levels.trust < 15 + slack || levels.patience < 12 + slack],
  ['annoyed', (levels, slack) => levels.patience < 30 + slack || levels.trust < 24 + slack],
  ['worried', (levels, slack) => levels.openWorries > 0 && levels.trust < 58 + slack],
  ['warm', (levels, slack) => levels.trust >= 62 - slack && levels.patience >= 35 - slack],
  ['curious', (levels, slack) => levels.interest >= 52 - slack && levels.trust >= 35 - slack],
]

type Levels = { trust: number; interest: number; patience: number; openWorries: number }

/**
 * The mood others can see, from the levels and the mood of the turn before.
 *
 * @returns the present mood as long as its thresholds hold with four points of slack, unless a worse one holds plainly.
 */
export function deriveMood(state: Pick<ClientState, 'trust' | 'interest' | 'patience' | 'mood' | 'worries'>): Mood {
  const levels = { ...state, openWorries: state.worries.filter((worry) => worry.status === 'open').length }
  for (const [mood, holds] of RULES) if (holds(levels, mood === state.mood ? HYSTERESIS : 0)) return mood
  return 'neutral'
}
