import { expect, test } from 'vitest'
import { buildLexicon, CONCEPT_WEIGHT, findLexiconTerms, SYNONYM_WEIGHT } from './lexicon'

const lexicon = buildLexicon(
  [
    ['保險費', '保費'],
    ['保險', '保障'],
  ],
  [{ concept: 'rescind', everyday: ['反悔', '退保'], statute: ['解除契約', '撤銷'] }],
)
const terms = (text: string) => {
  const found: string[] = []
  findLexiconTerms(lexicon, text, (term) => found.push(term))
  return found
}

test('finds a word under any of its names', () => {
  expect(terms('想反悔')).toEqual(['~rescind'])
  expect(terms('得解除契約')).toEqual(['~rescind'])
  expect(terms('繳保費')).toEqual(['=保險費'])
})

test('the longest word of a place counts, and words may overlap', () => {
  expect(terms('保險費')).toEqual(['=保險費'])
  expect(terms('退保障')).toEqual(['~rescind', '=保險'])
})

test('weighs the kinds apart', () => {
  expect([...lexicon.weights]).toEqual([
    ['=保險費', SYNONYM_WEIGHT],
    ['=保險', SYNONYM_WEIGHT],
    ['~rescind', CONCEPT_WEIGHT],
  ])
})
