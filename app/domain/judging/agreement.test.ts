import { describe, expect, test } from 'vitest'
import {
  computeAccuracy,
  computeMacroF1,
  computeMeanAbsoluteError,
  computeMicro,
  computeQuadraticKappa,
  computeRates,
  computeSomeRates,
  computeSpearman,
  countCodes,
  cutQuality,
  rankWithTies,
} from './agreement'

const set = (...codes: string[]) => new Set(codes)

describe('code agreement', () => {
  const pairs = [
    { expected: set('a', 'b'), seen: set('a') },
    { expected: set('a'), seen: set('a', 'violation.x') },
    { expected: set('violation.x'), seen: set() as Set<string> },
  ]

  test('counts hits, extras and misses per code', () => {
    const counts = countCodes(pairs)
    expect(counts.get('a')).toEqual({ truePositives: 2, falsePositives: 0, falseNegatives: 0 })
    expect(counts.get('b')).toEqual({ truePositives: 0, falsePositives: 0, falseNegatives: 1 })
    expect(counts.get('violation.x')).toEqual({ truePositives: 0, falsePositives: 1, falseNegatives: 1 })
  })

  test('micro: 2 hits, 1 extra, 2 misses give P 2/3, R 2/4, F1 4/7', () => {
    const rates = computeMicro(countCodes(pairs))
    expect(rates.precision).toBeCloseTo(2 / 3)
    expect(rates.recall).toBeCloseTo(0.5)
    expect(rates.f1).toBeCloseTo(4 / 7)
  })

  test('macro counts only codes with enough positives: a (F1 1) from 2, b (F1 0) too from 1', () => {
    const counts = countCodes(pairs)
    expect(computeMacroF1(counts, 2)).toBe(1)
    expect(computeMacroF1(counts, 1)).toBeCloseTo(1 / 3)
    expect(computeMacroF1(counts, 9)).toBe(0)
  })

  test('some violation: one false alarm, one miss', () => {
    expect(computeSomeRates(pairs, (code) => code.startsWith('violation.'))).toEqual({ precision: 0, recall: 0, f1: 0 })
  })

  test('rates without a denominator are 0, not NaN', () => {
    expect(computeRates({ truePositives: 0, falsePositives: 0, falseNegatives: 0 })).toEqual({
      precision: 0,
      recall: 0,
      f1: 0,
    })
  })
})

describe('quality', () => {
  test('cuts at 12.5, 37.5, 62.5 and 87.5', () => {
    expect([0, 12, 12.5, 37, 38, 62.5, 87, 88, 100].map(cutQuality)).toEqual([0, 0, 1, 1, 2, 3, 3, 4, 4])
  })

  test('kappa is 1 for equal lists and 0 where the judge always says the mean', () => {
    expect(
      computeQuadraticKappa([
        [0, 0],
        [4, 4],
        [2, 2],
      ]),
    ).toBe(1)
    // Seen always 2, rated 0 and 4: observed 4+4 = 8; expected (4*2*1 + 4*2*1)/2 = 8.
    expect(
      computeQuadraticKappa([
        [2, 0],
        [2, 4],
      ]),
    ).toBe(0)
  })

  test('kappa by hand: (0,1) and (4,4)', () => {
    // observed 1; rows 0:1 4:1, columns 1:1 4:1; expected ((0-1)^2+(0-4)^2+(4-1)^2+(4-4)^2)/2 = 26/2 = 13.
    expect(
      computeQuadraticKappa([
        [0, 1],
        [4, 4],
      ]),
    ).toBeCloseTo(1 - 1 / 13)
  })

  test('kappa of one constant: 1 when equal, 0 of nothing', () => {
    expect(
      computeQuadraticKappa([
        [3, 3],
        [3, 3],
      ]),
    ).toBe(1)
    expect(computeQuadraticKappa([])).toBe(0)
  })
})

describe('overall', () => {
  test('ranks share the mean of a tie', () => {
    expect(rankWithTies([10, 30, 10, 20])).toEqual([1.5, 4, 1.5, 3])
  })

  test('rho: 1 for the same order, -1 for the reverse, 0.5 for one swap among three', () => {
    expect(computeSpearman([1, 2, 3], [10, 20, 90])).toBeCloseTo(1)
    expect(computeSpearman([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1)
    expect(computeSpearman([1, 2, 3], [2, 1, 3])).toBeCloseTo(0.5)
    expect(computeSpearman([1, 1, 1], [1, 2, 3])).toBe(0)
  })

  test('mean absolute error and accuracy', () => {
    expect(computeMeanAbsoluteError([10, 50], [20, 40])).toBe(10)
    expect(
      computeAccuracy([
        [true, true],
        [false, true],
        [false, false],
        [true, true],
      ]),
    ).toBe(0.75)
  })
})
