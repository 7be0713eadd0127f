import type { FoundWord } from './find-words'
import type { WordKind } from './instruction-words'

/** What two words near each other do together: an act, and what it is done to. `within`: letters between them; `inOrder`: the first stands first. */
export type Pair = { a: WordKind; b: WordKind; within: number; weight: number; inOrder?: true }
export const pair = (a: WordKind, b: WordKind, within: number, weight: number): Pair => ({ a, b, within, weight })
export const ordered = (a: WordKind, b: WordKind, within: number, weight: number): Pair => ({
  a,
  b,
  within,
  weight,
  inOrder: true,
})

/** What stands for how the words of one kind of text are weighed. */
export type WordWeights = {
  /** What a word is worth by being there. */
  alone: Partial<Record<WordKind, number>>
  pairs: readonly Pair[]
  /** Kinds that also do what another does. */
  like: Partial<Record<WordKind, WordKind>>
}

/** Distances count in letters; a Latin word is longer than a Chinese one. */
const LATIN_STRETCH = 2.5

/** @param words in order of place. One pass: the nearest of the other kind is always the last one met. */
function isNear(one: Pair, words: readonly FoundWord[], stretch: number): boolean {
  const most = one.within * stretch
  let [endOfA, endOfB] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { kind, start, end } of words) {
    if (kind === one.a) {
      if (!one.inOrder && start >= endOfB && start - endOfB <= most) return true
      endOfA = end
    } else if (kind === one.b) {
      if (start >= endOfA && start - endOfA <= most) return true
      endOfB = end
    }
  }
  return false
}

/**
 * @param words in order of place.
 * @param isLatin whether most letters are Latin.
 * @returns the sum of what kinds are worth by themselves and of what two of them near each other do.
 */
export function addUp(words: readonly FoundWord[], isLatin: boolean, { alone, pairs, like }: WordWeights): number {
  let weight = 0
  for (const kind of new Set(words.map((word) => word.kind))) weight += alone[kind] ?? 0
  if (weight === 0) return 0
  const alike = words.flatMap((word) => {
    const kind = like[word.kind]
    return kind === undefined ? [word] : [word, { ...word, kind }]
  })
  const kinds = new Set(alike.map((word) => word.kind))
  for (const one of pairs)
    if (kinds.has(one.a) && kinds.has(one.b) && isNear(one, alike, isLatin ? LATIN_STRETCH : 1)) weight += one.weight
  return weight
}
