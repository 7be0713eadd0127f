import { expect, test } from 'vitest'
import { checkVocabulary, stopPatternsSchema } from './vocabulary-schema'

test('a stop pattern must be a regular expression', () => {
  expect(stopPatternsSchema.safeParse(['請問|嗎']).success).toBe(true)
  expect(stopPatternsSchema.safeParse(['(']).success).toBe(false)
})

test('a name may stand for one law only, a concept be told once', () => {
  const concept = { concept: 'death', everyday: ['過世'], statute: ['死亡'] }
  const problems = checkVocabulary({ concepts: [concept, concept], lawAliases: { 甲法: ['茶法'], 乙法: ['茶法'] } })
  expect(problems.map((one) => one.path)).toEqual([
    ['lawAliases', '乙法', 0],
    ['concepts', 1, 'concept'],
  ])
})
