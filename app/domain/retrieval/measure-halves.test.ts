import { describe, expect, test } from 'vitest'
import { buildSearchIndex } from './build-index'
import { measureHalves, pickProbes } from './measure-halves'
import { runAtOnce } from './run-steps'
import { EMPTY_VOCABULARY } from './search-types'

const COUNT = 40
const passages = Array.from({ length: COUNT }, (_, i) => ({
  passage: {
    id: `法§${i}`,
    article: `${i}`,
    headings: [],
    text: `本條第${String.fromCodePoint(0x4e00 + i)}款之規定。`,
  },
  kind: 'regulation' as const,
  title: '試驗法',
  effectiveFrom: null,
  effectiveTo: null,
}))
// No alias shares a word with its article.
const aliases = passages.map((one, i) => ({
  law: '試驗法',
  article: one.passage.article,
  aliases: [`問題${String.fromCodePoint(0x5e00 + i)}呢`],
}))
const vocabulary = { ...EMPTY_VOCABULARY, aliases }
const index = buildSearchIndex(passages, vocabulary)
const oneHot = (place: number) => Float32Array.from({ length: COUNT }, (_, i) => (i === place ? 1 : 0))
const vectors = passages.map((_, i) => oneHot(i))

describe('the two halves', () => {
  const probes = pickProbes(index, aliases)

  test('are asked one question per article', () => {
    expect(probes.map((one) => one.passage)).toEqual(passages.map((_, i) => i))
    expect(pickProbes(index, aliases.slice(0, 29))).toEqual([])
  })

  test('are measured each alone, words without the aliases', () => {
    const right = runAtOnce(
      measureHalves(
        index,
        vocabulary,
        vectors,
        probes,
        probes.map((one) => oneHot(one.passage)),
      ),
    )
    expect(right).toEqual({ dense: 1, words: 0 })
    const wrong = runAtOnce(
      measureHalves(
        index,
        vocabulary,
        vectors,
        probes,
        probes.map((one) => oneHot((one.passage + 1) % COUNT)),
      ),
    )
    expect(wrong).toEqual({ dense: 0, words: 0 })
  })
})
