import { z } from 'zod'
import { type ContentProblem, findRepeated } from '../shared/content-problem'

const word = z.string().min(2)

/** `content/search/synonyms.yaml`: groups of words that mean one thing. */
export const synonymsSchema = z.array(z.array(word).min(2)).min(1)

/** `content/search/concepts.yaml`: matters that people and statutes name in different words. */
export const conceptsSchema = z
  .array(
    z.strictObject({
      concept: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
      everyday: z.array(word).min(1),
      statute: z.array(word).min(1),
    }),
  )
  .min(1)

/** `content/search/law-aliases.yaml`: law → its other names. */
export const lawAliasesSchema = z.record(word, z.array(word).min(1))

/** `content/search/law-weights.yaml`: law → weight of its passages, 1 being the rule. */
export const lawWeightsSchema = z.record(word, z.number().min(0.5).max(1.5))

/** `content/search/stop-patterns.yaml`: sources of regular expressions. */
export const stopPatternsSchema = z.array(z.string().min(1).refine(isPattern, 'is no regular expression')).min(1)

function isPattern(source: string): boolean {
  try {
    new RegExp(source, 'u')
    return true
  } catch {
    return false
  }
}

/** Finds concepts told twice, and names that stand for two laws. */
export function checkVocabulary(vocabulary: {
  concepts: z.infer<typeof conceptsSchema>
  lawAliases: z.infer<typeof lawAliasesSchema>
}): ContentProblem[] {
  const names = Object.entries(vocabulary.lawAliases).flatMap(([law, aliases]) => [
    { path: ['lawAliases', law], value: law },
    ...aliases.map((value, i) => ({ path: ['lawAliases', law, i], value })),
  ])
  const concepts = vocabulary.concepts.map((one, i) => ({ path: ['concepts', i, 'concept'], value: one.concept }))
  return [...findRepeated(names, 'name'), ...findRepeated(concepts, 'concept')]
}
