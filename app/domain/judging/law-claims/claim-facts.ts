import type { LawClaim, MeasureKind } from './law-claim-schema'
import type { Measure } from './read-measure'

/** A passage in force on the day of the talk. `cite` is how people write its place. */
export type SourceText = { id: string; cite: string; heading: string; text: string }

/**
 * A claim of `law-claims.yaml` as the law stands on a day. `passage` null: that article is not at hand, or not in force, or does not say it; then whatever
 * is said of it is neither supported nor contradicted.
 */
export type LawFact = { claim: LawClaim; passage: SourceText | null; measure: Measure | null }

/** The texts of one product: its sheet, or what a trainer imported in its place. */
export type ProductText = { productId: string; passages: readonly SourceText[] }

/** Everything a turn's statements are held against, as of the talk's day. */
export type ClaimFacts = { laws: readonly LawFact[]; products: readonly ProductText[] }

/** The passage that the client has just asked from, and the kind of number that answers; null where none does. */
export type AskedPassage = { passage: SourceText; measure: MeasureKind | null }
