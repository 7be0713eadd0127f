import { listBigrams, toCanonicalText } from './canonical-text'

/** Share of the pairs of characters of two stems (Jaccard) from which they ask the same. */
const NEAR = 0.72

/** What every stem of a law begins with, which says nothing about what is asked. */
const LEAD = /^(?:依|依據|根據)[^，。？]{2,60}?(?:之?規定|條)[，,]/u

/** Stems whose question stands in their options: only the same words are the same question. */
const ASKS_OPTIONS = /^下列(?:敘述|選項)何者/u

type Fingerprint = { canonical: string; bigrams: ReadonlySet<string>; isGeneric: boolean }

function readFingerprint(stem: string): Fingerprint {
  const body = stem.replace(LEAD, '')
  const isGeneric = ASKS_OPTIONS.test(body)
  return { canonical: toCanonicalText(stem), bigrams: new Set(listBigrams(isGeneric ? stem : body)), isGeneric }
}

/** @param shared how many pairs of characters both have. */
function asksSame(a: Fingerprint, b: Fingerprint, shared: number): boolean {
  if (a.canonical === b.canonical) return true
  if (a.isGeneric || b.isGeneric) return false
  return shared / (a.bigrams.size + b.bigrams.size - shared) >= NEAR
}

export type StemKeeper = {
  /** @returns whether it asks what one that was kept asks already. */
  isNear(stem: string): boolean
  keep(stem: string): void
}

/** Remembers stems, each read only once: what thousands of them are compared with. */
export function createStemKeeper(existing: readonly string[] = []): StemKeeper {
  const kept: Fingerprint[] = []
  /** Positions in `kept` by pair of characters: only stems that share one are compared. */
  const byBigram = new Map<string, number[]>()
  const keep = (stem: string) => {
    const print = readFingerprint(stem)
    for (const one of print.bigrams) {
      const places = byBigram.get(one)
      if (places) places.push(kept.length)
      else byBigram.set(one, [kept.length])
    }
    kept.push(print)
  }
  for (const stem of existing) keep(stem)
  return {
    keep,
    isNear(stem) {
      const own = readFingerprint(stem)
      const shared = new Map<number, number>()
      for (const one of own.bigrams)
        for (const place of byBigram.get(one) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1)
      return [...shared].some(([place, count]) => asksSame(own, kept[place]!, count))
    },
  }
}

/** @returns whether a stem asks what one of the others asks: the same words, or nearly the same pairs of characters behind the law's name. */
export function isNearDuplicate(stem: string, existing: readonly string[]): boolean {
  return createStemKeeper(existing).isNear(stem)
}
