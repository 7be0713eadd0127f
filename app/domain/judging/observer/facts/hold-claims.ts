import type { Insurer, Product } from '../../../knowledge/product-schema'
import { findMeasures } from '../../../retrieval/find-measures'
import { normaliseText } from '../../../retrieval/normalise-text'
import { checkLawClaims } from '../../law-claims/check-law-claims'
import type { AskedPassage, ClaimFacts, SourceText } from '../../law-claims/claim-facts'
import type { Utterance } from '../text/read-utterance'
import { checkAsked } from './check-asked'
import { type CheckedClaim, checkClaims } from './check-claims'
import { findProductPassage } from './find-product-passage'
import type { HeldClaim } from './held-claim'

type Sources = {
  products: readonly Product[]
  insurer: Insurer | undefined
  facts: ClaimFacts | undefined
  asked: AskedPassage | undefined
}

/** Holds what the trainee states against the products' facts and documents, the law of the day, and the passage that the client asked from. */
export function holdClaims(utterance: Utterance, { products, insurer, facts, asked }: Sources): HeldClaim[] {
  const onProducts = checkClaims(utterance, products, insurer).map((claim) =>
    placeClaim(utterance, claim, products, facts),
  )
  const onLaw = checkLawClaims(utterance, facts?.laws ?? []).map(
    ({ start, end, verdict, passageId, fact }): HeldClaim => ({
      start,
      end,
      verdict,
      ...(passageId !== undefined && { sourceId: passageId, passageId }),
      ...(fact !== undefined && { fact }),
    }),
  )
  const known = [...onProducts, ...onLaw]
  // What the facts decide, the question need not decide again.
  const onQuestion = checkAsked(utterance, asked).filter(
    (one) => !known.some((other) => other.verdict !== 'unknown' && other.start < one.end && one.start < other.end),
  )
  return [...known, ...onQuestion]
}

/** Finds the passage behind a fact of a product. A document that a trainer imported may say otherwise than the facts; then the document holds. */
function placeClaim(
  utterance: Utterance,
  claim: CheckedClaim,
  products: readonly Product[],
  facts: ClaimFacts | undefined,
): HeldClaim {
  const [owner = '', field = ''] = claim.sourceId.split('#')
  const productId = products.some((one) => one.id === owner) ? owner : products[0]?.id
  const passages = facts?.products.find((one) => one.productId === productId)?.passages ?? []
  const passage = findProductPassage(field, claim.fact, passages)
  if (passage === null) return claim
  const verdict = decideByText(utterance.text.slice(claim.start, claim.end), claim, passage)
  const fact = verdict === claim.verdict ? claim.fact : `${passage.cite}：${passage.text.slice(0, 120)}`
  return { ...claim, verdict, fact, passageId: passage.id }
}

/** The document decides where it holds none of the fact's measures, but some of the same unit. */
function decideByText(said: string, claim: CheckedClaim, passage: SourceText): CheckedClaim['verdict'] {
  const [stated, known, written] = [said, claim.fact, passage.text].map((text) => findMeasures(normaliseText(text)))
  const units = new Set(stated!.map(unitOf))
  const comparable = written!.filter((one) => units.has(unitOf(one)))
  if (stated!.length === 0 || comparable.length === 0) return claim.verdict
  if (known!.some((one) => units.has(unitOf(one)) && written!.includes(one))) return claim.verdict
  return stated!.every((one) => written!.includes(one)) ? 'supported' : 'contradicted'
}

function unitOf(measure: string): string {
  return measure.replace(/[#\d.]/gu, '')
}
