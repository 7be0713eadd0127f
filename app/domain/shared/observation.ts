import { z } from 'zod'
import { DIMENSIONS, type Dimension } from './dimensions'

export { DIMENSIONS, type Dimension }

export const SEVERITIES = ['minor', 'major', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]

/** One code of `content/observations.yaml`: what a judge can see in one trainee utterance. */
export const catalogueEntrySchema = z.strictObject({
  code: z.string().regex(/^[a-z]+\.[a-z0-9_]+$/),
  /** Catalogue version that brought the code; ratings older than it cannot hold it. */
  since: z.number().int().positive().default(1),
  dimension: z.enum(DIMENSIONS),
  polarity: z.enum(['good', 'fault', 'violation']),
  severity: z.enum(SEVERITIES).optional(),
  zh: z.string().min(1),
  en: z.string().min(1),
  means: z.string().min(1),
  cite: z.array(z.string().min(1)).default([]),
})
export type CatalogueEntry = z.infer<typeof catalogueEntrySchema>

export const catalogueFileSchema = z.strictObject({
  version: z.number().int().positive(),
  dimensions: z.record(z.enum(DIMENSIONS), z.strictObject({ zh: z.string(), en: z.string() })),
  observations: z.array(catalogueEntrySchema).min(1),
})
export type CatalogueFile = z.infer<typeof catalogueFileSchema>

export type Catalogue = {
  version: number
  dimensions: CatalogueFile['dimensions']
  entries: ReadonlyMap<string, CatalogueEntry>
}

export function buildCatalogue(file: CatalogueFile): Catalogue {
  return {
    version: file.version,
    dimensions: file.dimensions,
    entries: new Map(file.observations.map((entry) => [entry.code, entry])),
  }
}

/**
 * A code seen in one utterance, with the words that show it.
 *
 * `quote` is the exact substring `[start, end)` (UTF-16 code units) of the text that `source` names: the trainee's
 * utterance, or for codes about what is missing (`listening.ignore`) the client's words that were passed over.
 */
export type Observation = {
  code: string
  source: 'trainee' | 'client'
  quote: string
  start: number
  end: number
  /** 0 to 1; how sure the observer is, comparable only within one engine. */
  confidence: number
  /** For `violation.false_statement`: what contradicts the words (a fact id of a product, or a passage id), and how. */
  contradicts?: { sourceId: string; fact: string; passageId?: string | undefined } | undefined
}

/** A statement of fact made by the trainee that knowledge can confirm or contradict. */
export type Claim = {
  quote: string
  start: number
  end: number
  verdict: 'supported' | 'contradicted' | 'unknown'
  sourceId?: string | undefined
  fact?: string | undefined
  /** The passage, in the version that was in force on the day of the talk. */
  passageId?: string | undefined
}

export type TalkLine = { who: 'client' | 'trainee'; text: string }
