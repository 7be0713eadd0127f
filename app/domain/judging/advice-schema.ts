import { z } from 'zod'
import { localisedSchema } from '../shared/localised'
import { type Catalogue, DIMENSIONS } from '../shared/observation'

const code = z.string().regex(/^[a-z]+\.[a-z0-9_]+$/)
const variants = z.array(localisedSchema).min(2)

/**
 * `content/rubrics/advice.yaml`: what the coach says. Placeholders: `{address}` the client's form of address,
 * `{quote}` the words it is about, `{name}` the behaviour's name in the reader's language.
 */
export const adviceFileSchema = z.strictObject({
  version: z.number().int().positive(),
  /** For a fault or a violation that was seen. */
  seen: z.record(code, variants),
  /** For a behaviour that the moment called for and that did not come. */
  missing: z.record(code, variants),
  /** For a turn with nothing to mend. */
  praise: variants,
  /** For a harmless turn in which nothing was seen. */
  plain: variants,
  /** What to practise next, by dimension. */
  practise: z.record(z.enum(DIMENSIONS), localisedSchema),
})
export type AdviceFile = z.infer<typeof adviceFileSchema>

/** @returns faults and violations of the catalogue without advice, and codes that it lacks. */
export function checkAdvice(file: AdviceFile, catalogue: Catalogue): string[] {
  const lacking = [...catalogue.entries.values()]
    .filter((entry) => entry.polarity !== 'good' && file.seen[entry.code] === undefined)
    .map((entry) => `seen lacks ${entry.code}`)
  const unknown = [...Object.keys(file.seen), ...Object.keys(file.missing)]
    .filter((one) => !catalogue.entries.has(one))
    .map((one) => `unknown code ${one}`)
  return [...lacking, ...unknown]
}
