import { analyseText } from './analyse-text'
import type { SearchIndex } from './build-index'
import { normaliseText } from './normalise-text'
import type { ReadQuery } from './read-query'

/**
 * @returns the greatest share of the query's weight that one paragraph of the passage holds, 0 to 1: what is said together answers better than the same words
 *   strewn over a long article.
 */
export function measureProximity(index: SearchIndex, passage: number, query: ReadQuery): number {
  const analyser = { ...index.analyser, hasMeasures: index.analyser.hasMeasures && query.hasMeasures }
  let best = 0
  for (const line of readLines(index, passage)) {
    const found = new Set<string>()
    let sum = 0
    analyseText(line, analyser, (term) => {
      const weight = query.known.get(term)?.weight
      if (weight === undefined || found.has(term)) return
      found.add(term)
      sum += weight
    })
    best = Math.max(best, sum)
  }
  return best / query.mass
}

/** Lines kept ready: the same few thousand passages come up again and again. */
const MOST_KEPT = 5_000

function readLines({ passages, scratch }: SearchIndex, passage: number): readonly string[] {
  const known = scratch.lines.get(passage)
  if (known) return known
  const lines = normaliseText(passages[passage]!.passage.text).split('\n')
  if (scratch.lines.size >= MOST_KEPT) scratch.lines.clear()
  scratch.lines.set(passage, lines)
  return lines
}
