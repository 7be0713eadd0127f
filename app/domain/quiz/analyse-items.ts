/** Statistics of one item over first attempts. */
export type ItemStatistics = {
  itemId: string
  answers: number
  /** Mean points, 0 (nobody) to 1 (all). */
  difficulty: number | null
  /** Point-biserial with the rest score (the item itself left out), -1 to 1; null when it does not vary. */
  discrimination: number | null
  /** Per option id, how often it was chosen; empty for types without options. */
  optionCounts: Readonly<Record<string, number>>
  flags: readonly (
    | 'too-few-answers'
    | 'too-easy'
    | 'too-hard'
    | 'discriminates-badly'
    | 'dead-distractor'
    | 'key-suspect'
  )[]
}
export type ItemAnalysis = {
  attempts: number
  meanPercent: number | null
  /** Kuder-Richardson formula 20; null with fewer than two items or attempts, or no variance. */
  kr20: number | null
  items: readonly ItemStatistics[]
}
