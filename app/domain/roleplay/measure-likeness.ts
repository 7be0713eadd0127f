/** The pairs of neighbouring letters of a text. */
export type LetterPairs = ReadonlySet<string>

export function buildPairs(text: string): LetterPairs {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '')
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < letters.length; i++) pairs.add(letters.slice(i, i + 2))
  return pairs
}

/** Dice's measure: 1 for texts of the same pairs, 0 when none is shared or one is too short to have any. */
export function measureLikeness(left: LetterPairs, right: LetterPairs): number {
  return left.size + right.size === 0 ? 0 : (2 * countShared(left, right)) / (left.size + right.size)
}

/** The share of `part`'s pairs that occur in `whole`, 0 to 1: how much of it was said there. */
export function measureContainment(part: LetterPairs, whole: LetterPairs): number {
  return part.size === 0 ? 0 : countShared(part, whole) / part.size
}

function countShared(left: LetterPairs, right: LetterPairs): number {
  let shared = 0
  for (const pair of left) if (right.has(pair)) shared++
  return shared
}
