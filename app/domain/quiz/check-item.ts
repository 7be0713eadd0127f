import { checkGiveAway } from './check/check-give-away'
import { checkNumbers } from './check/check-numbers'
import { checkOptions } from './check/check-options'
import { checkStem } from './check/check-stem'
import { checkSupport } from './check/check-support'
import { readCitedText } from './check/cited-text'
import type { ItemContent, ItemFault, ItemSource } from './item'

/**
 * Checks one item against the passages that it cites: whether the key is what they say, whether nothing else is right too, whether the key gives itself away,
 * and whether the question can be understood on its own. Words are compared in one spelling (十日 is 10 天); meaning beyond them is not understood.
 *
 * @param sources the passages that may be cited, by passage id; a citation of another one is a fault.
 * @returns the faults, each once; empty for a sound item. Whether its stem is near to another item's is asked of `isNearDuplicate`.
 */
export function checkItem(content: ItemContent, sources: ReadonlyMap<string, ItemSource>): ItemFault[] {
  const cited = readCitedText(content, sources)
  const faults = [
    ...checkSupport(content, cited),
    ...checkOptions(content, cited),
    ...checkNumbers(content, cited),
    ...checkGiveAway(content),
    ...checkStem(content),
  ]
  const seen = new Set<string>()
  return faults.filter((fault) => {
    const key = JSON.stringify(fault)
    return seen.has(key) ? false : seen.add(key)
  })
}
