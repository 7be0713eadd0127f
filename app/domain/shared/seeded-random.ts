/** A source of numbers in [0, 1) that depends on its seed alone. */
export type SeededRandom = {
  next(): number
  /** @returns an integer from 0 to `count` - 1. */
  index(count: number): number
  /** @returns one of `from`. @throws RangeError when it is empty. */
  pick<T>(from: readonly T[]): T
}

/** FNV-1a over UTF-16 code units (Fowler, Noll, Vo), folded to 32 bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/**
 * Mulberry32 (Tommy Ettinger, public domain algorithm) seeded from any text.
 *
 * @param seed same text, same numbers; callers join the roleplay's seed and the turn index.
 */
export function createSeededRandom(seed: string): SeededRandom {
  let state = hashText(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const index = (count: number) => Math.floor(next() * count)
  return {
    next,
    index,
    pick: (from) => {
      if (from.length === 0) throw new RangeError('Nothing to pick from')
      return from[index(from.length)]!
    },
  }
}
