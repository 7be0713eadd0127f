import type { LawFact, SourceText } from './claim-facts'
import { compileClaim } from './compile-claim'
import type { LawClaim } from './law-claim-schema'
import { readMeasure } from './read-measure'

/**
 * Reads what the law says on each claim from the passages in force.
 *
 * @param findPassage the article of a law as it stood on the day; null when it is not at hand.
 * @returns one fact per claim, in their order.
 */
export function readLawFacts(
  claims: readonly LawClaim[],
  findPassage: (law: string, article: string) => SourceText | null,
): LawFact[] {
  return claims.map((claim) => readFact(claim, findPassage(claim.law, claim.article)))
}

function readFact(claim: LawClaim, passage: SourceText | null): LawFact {
  const unknown: LawFact = { claim, passage: null, measure: null }
  if (passage === null) return unknown
  const found = compileClaim(claim).reads.exec(passage.text.replace(/\s+/gu, ''))
  if (found === null) return unknown
  if (claim.kind === 'rule') return { claim, passage, measure: null }
  const measure = readMeasure(found.groups!.n!, claim.measure)
  return measure === null ? unknown : { claim, passage, measure }
}
