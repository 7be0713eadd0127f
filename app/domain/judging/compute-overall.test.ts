import { describe, expect, test } from 'vitest'
import { rubric } from '../../../tests/fixtures/judging-content'
import { DIMENSIONS, type Dimension } from '../shared/observation'
import { computeOverall, meanLevel } from './compute-overall'
import type { DimensionResult } from './score-types'

type Level = 1 | 2 | 3 | 4 | 5
const all = (level: Level, changes: Partial<Record<Dimension, Level | null>> = {}) =>
  Object.fromEntries(
    DIMENSIONS.map((name): [Dimension, DimensionResult] => {
      const own = changes[name] === undefined ? level : changes[name]
      return [name, own === null ? { status: 'not-applicable' } : { status: 'graded', level: own, evidence: [] }]
    }),
  ) as Record<Dimension, DimensionResult>
const overall = (level: Level, worst: 'minor' | 'major' | 'critical' | null = null, hintsUsed = 0) =>
  computeOverall({ dimensions: all(level), weights: null, worst, hintsUsed }, rubric)

describe('computeOverall', () => {
  test('23 m - 17', () => {
    expect(overall(5).overall).toBe(98)
    expect(overall(3).overall).toBe(52)
    expect(overall(1).overall).toBe(6)
  })

  test('a minor violation does not cap, a major one caps at 59, a critical one at 39', () => {
    expect(overall(5, 'minor')).toMatchObject({ overall: 98, caps: [] })
    expect(overall(5, 'major')).toMatchObject({ overall: 59, caps: [{ code: 'cap.major', limit: 59 }] })
    expect(overall(5, 'critical')).toMatchObject({ overall: 39, caps: [{ code: 'cap.critical', limit: 39 }] })
  })

  test('hints cost two points each as a line; items sum to the overall; nothing is below 0', () => {
    const result = overall(5, null, 3)
    expect(result.items).toEqual([
      { code: 'overall.mean', points: 98 },
      { code: 'hint', points: -6 },
    ])
    expect(overall(1, null, 9)).toMatchObject({ overall: 0, items: [{ points: 6 }, { points: -18 }, { points: 12 }] })
  })
})

describe('meanLevel', () => {
  test('weights are relative and what is not applicable is left out', () => {
    // Discovery 5 counts twice, opening 2 once, the rest is not applicable: 12 / 3.
    const dimensions = all(1, {
      opening: 2,
      discovery: 5,
      listening: null,
      explanation: null,
      disclosure: null,
      objection: null,
      closing: null,
      compliance: null,
    })
    expect(meanLevel(dimensions, { opening: 1, discovery: 2 })).toBe(4)
    expect(meanLevel(dimensions, { opening: 0, discovery: 0 })).toBe(3.5)
  })
})
