import type { ClientQuestion } from '../persona/persona-schema'
import { compileFinds, type ProductQuestion } from './product-question-schema'

/** A passage of the product's documents that is in force on the day of the talk. */
export type ProductPassage = { id: string; heading: string; text: string }

/**
 * What a client can ask about one product out of its documents: one question for each matter of which a passage speaks, asked from the first such passage.
 *
 * @param passages in the order of the text.
 * @returns questions whose `askedFrom` names the passage; none where the documents are silent.
 */
export function askFromProduct(
  kinds: readonly ProductQuestion[],
  productId: string,
  passages: readonly ProductPassage[],
): ClientQuestion[] {
  return kinds.flatMap((kind) => {
    const finds = compileFinds(kind)
    for (const passage of passages) {
      if (kind.within !== undefined && !`${passage.heading}\n${passage.text}`.includes(kind.within)) continue
      const found = finds.exec(passage.text)
      if (found) return [buildQuestion(kind, productId, passage, found.groups ?? {})]
    }
    return []
  })
}

function buildQuestion(
  kind: ProductQuestion,
  productId: string,
  passage: ProductPassage,
  slots: Readonly<Record<string, string>>,
): ClientQuestion {
  const fill = (line: string) => line.replace(/\{([a-z]+)\}/gu, (_, name: string) => slots[name] ?? '')
  const { id, concern, phase, measure } = kind
  return {
    id: `document.${productId}.${id}`,
    concern,
    products: [productId],
    phase,
    lines: kind.lines.map(fill),
    again: kind.again.map(fill),
    askedFrom: { passageId: passage.id, measure: measure ?? null },
  }
}
