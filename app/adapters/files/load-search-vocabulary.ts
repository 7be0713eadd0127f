import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import {
  articleAliasFileSchema,
  checkArticleAliases,
  mergeArticleAliases,
} from '../../domain/retrieval/article-alias-schema'
import type { SearchVocabulary } from '../../domain/retrieval/search-types'
import {
  checkVocabulary,
  conceptsSchema,
  lawAliasesSchema,
  lawWeightsSchema,
  stopPatternsSchema,
  synonymsSchema,
} from '../../domain/retrieval/vocabulary-schema'
import { ContentFault, type Fault } from './content-fault'
import { loadYamlFile } from './load-yaml-file'
import { placeFault, validateYaml } from './validate-yaml'

const WORDS = 'content/search'
const ALIASES = 'content/knowledge/aliases'

/**
 * Reads the search's words: synonyms, concepts, names of laws, everyday aliases of articles. A file that is not there adds nothing.
 *
 * @throws ContentFault with the faults of all files together.
 */
export async function loadSearchVocabulary(rootDir: string): Promise<SearchVocabulary> {
  const faults: Fault[] = []
  const load = async <T>(file: string, schema: z.ZodType<T>, absent: T) => {
    if (!existsSync(path.join(rootDir, file))) return { yaml: null, value: absent }
    const yaml = await loadYamlFile(rootDir, file)
    const result = validateYaml(yaml, schema)
    faults.push(...result.faults)
    return { yaml, value: result.value ?? absent }
  }
  const [synonyms, concepts, lawAliases, lawWeights, stopPatterns] = await Promise.all([
    load(`${WORDS}/synonyms.yaml`, synonymsSchema, []),
    load(`${WORDS}/concepts.yaml`, conceptsSchema, []),
    load(`${WORDS}/law-aliases.yaml`, lawAliasesSchema, {}),
    load(`${WORDS}/law-weights.yaml`, lawWeightsSchema, {}),
    load(`${WORDS}/stop-patterns.yaml`, stopPatternsSchema, []),
  ])
  for (const problem of checkVocabulary({ concepts: concepts.value, lawAliases: lawAliases.value })) {
    const { yaml } = problem.path[0] === 'concepts' ? concepts : lawAliases
    if (yaml) faults.push(placeFault(yaml, problem.path.slice(1), problem.message))
  }
  const names = existsSync(path.join(rootDir, ALIASES)) ? await readdir(path.join(rootDir, ALIASES)) : []
  const files = []
  for (const name of names.filter((one) => one.endsWith('.yaml')).sort()) {
    const { yaml, value } = await load(`${ALIASES}/${name}`, articleAliasFileSchema.nullable(), null)
    if (!yaml || !value) continue
    files.push(value)
    faults.push(...checkArticleAliases(value).map((problem) => placeFault(yaml, problem.path, problem.message)))
  }
  if (faults.length > 0) throw new ContentFault(faults)
  return {
    aliases: mergeArticleAliases(files),
    synonyms: synonyms.value,
    concepts: concepts.value,
    lawAliases: lawAliases.value,
    lawWeights: lawWeights.value,
    stopPatterns: stopPatterns.value,
  }
}
