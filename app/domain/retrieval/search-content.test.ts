import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { articleAliasFileSchema, checkArticleAliases, mergeArticleAliases } from './article-alias-schema'
import {
  checkVocabulary,
  conceptsSchema,
  lawAliasesSchema,
  lawWeightsSchema,
  stopPatternsSchema,
  synonymsSchema,
} from './vocabulary-schema'

const read = (file: string): unknown => parse(fs.readFileSync(file, 'utf8'))
const search = (name: string) => read(path.join('content/search', `${name}.yaml`))

test('the words of the trade are sound', () => {
  synonymsSchema.parse(search('synonyms'))
  lawWeightsSchema.parse(search('law-weights'))
  stopPatternsSchema.parse(search('stop-patterns'))
  const concepts = conceptsSchema.parse(search('concepts'))
  const lawAliases = lawAliasesSchema.parse(search('law-aliases'))
  expect(checkVocabulary({ concepts, lawAliases })).toEqual([])
  expect(concepts.flatMap((one) => [...one.everyday, ...one.statute]).length).toBeGreaterThan(2000)
})

test('the everyday aliases are sound, and there are enough of them', () => {
  const folder = 'content/knowledge/aliases'
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.yaml'))
  const parsed = files.map((file) => {
    const result = articleAliasFileSchema.safeParse(read(path.join(folder, file)))
    expect(result.error?.issues ?? [], file).toEqual([])
    return result.data!
  })
  expect(
    files.flatMap((file, i) => checkArticleAliases(parsed[i]!).map((problem) => `${file} ${problem.message}`)),
  ).toEqual([])
  expect(mergeArticleAliases(parsed).length).toBeGreaterThanOrEqual(300)
})
