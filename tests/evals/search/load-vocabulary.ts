import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import {
  articleAliasFileSchema,
  checkArticleAliases,
  mergeArticleAliases,
} from '../../../app/domain/retrieval/article-alias-schema'
import type { SearchVocabulary } from '../../../app/domain/retrieval/search-types'
import {
  checkVocabulary,
  conceptsSchema,
  lawAliasesSchema,
  lawWeightsSchema,
  stopPatternsSchema,
  synonymsSchema,
} from '../../../app/domain/retrieval/vocabulary-schema'

/** Reads the vocabulary as the app does, and stops at the first fault. */
export function loadVocabulary(rootDir: string): SearchVocabulary {
  const read = (name: string): unknown =>
    parse(fs.readFileSync(path.join(rootDir, 'content/search', `${name}.yaml`), 'utf8'))
  const folder = path.join(rootDir, 'content/knowledge/aliases')
  const files = fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => articleAliasFileSchema.parse(parse(fs.readFileSync(path.join(folder, file), 'utf8'))))
  const vocabulary = {
    aliases: mergeArticleAliases(files),
    synonyms: synonymsSchema.parse(read('synonyms')),
    concepts: conceptsSchema.parse(read('concepts')),
    lawAliases: lawAliasesSchema.parse(read('law-aliases')),
    lawWeights: lawWeightsSchema.parse(read('law-weights')),
    stopPatterns: stopPatternsSchema.parse(read('stop-patterns')),
  }
  const problems = [...checkVocabulary(vocabulary), ...files.flatMap(checkArticleAliases)]
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return vocabulary
}
