import type { SeededRandom } from '../../shared/seeded-random'

/** @returns up to `count` of them, each at most once, in the order drawn. */
export function drawSome<T>(from: readonly T[], count: number, random: SeededRandom): T[] {
  const rest = [...from]
  const drawn: T[] = []
  while (drawn.length < count && rest.length > 0) drawn.push(rest.splice(random.index(rest.length), 1)[0]!)
  return drawn
}
