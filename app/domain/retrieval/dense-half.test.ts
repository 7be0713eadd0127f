import { describe, expect, test } from 'vitest'
import { buildSearchIndex } from './build-index'
import { chooseFusion, scoreDense } from './dense-half'

const passage = (id: string, text: string) => ({
  passage: { id, article: null, headings: [], text },
  kind: 'guide' as const,
  title: id,
  effectiveFrom: null,
  effectiveTo: null,
})

test('the likest passages come first, and only those that may be found', () => {
  const index = buildSearchIndex([passage('a', '甲'), passage('b', '乙'), passage('c', '丙')])
  const vectors = [
    [1, 0],
    [0.6, 0.8],
    [0, 1],
  ].map((one) => Float32Array.from(one))
  const scores = scoreDense(index, vectors, Float32Array.from([0, 1]), (one) => one !== 2)
  expect([...scores.keys()]).toEqual(['b'])
  expect(scores.get('b')).toBeCloseTo(0.8, 6)
})

describe('chooseFusion', () => {
  test.each([
    [{ dense: 0.7, words: 0.6 }, { kind: 'rank' }],
    // As good is not better.
    [
      { dense: 0.61, words: 0.6 },
      { kind: 'mix', weight: 0.3 },
    ],
    [
      { dense: 0.5, words: 0.6 },
      { kind: 'mix', weight: 0.3 },
    ],
    [
      { dense: 0.3, words: 0.6 },
      { kind: 'mix', weight: 0.15 },
    ],
    [{ dense: 0.1, words: 0.6 }, { kind: 'off' }],
    [null, { kind: 'mix', weight: 0.15 }],
  ])('%o gives %o', (mrr, expected) => {
    expect(chooseFusion(mrr)).toEqual(expected)
  })
})
