import { describe, expect, test } from 'vitest'
import type { LedgerEntry, Scorecard, TurnScore } from '../judging/score-types'
import { buildCatalogue, type CatalogueEntry, DIMENSIONS } from '../shared/observation'
import { countMistakes, type JudgedTalk } from './count-mistakes'
import { findGaps } from './find-gaps'

const entry = (
  code: string,
  polarity: CatalogueEntry['polarity'],
  severity?: 'minor' | 'critical',
): CatalogueEntry => ({
  code,
  since: 1,
  dimension: code.startsWith('violation.') ? 'compliance' : 'listening',
  polarity,
  ...(severity && { severity }),
  zh: code,
  en: code,
  means: code,
  cite: [],
})
const catalogue = buildCatalogue({
  version: 1,
  dimensions: {} as never,
  observations: [
    entry('violation.rebate', 'violation', 'critical'),
    entry('violation.disparage', 'violation', 'minor'),
    entry('listening.ignore', 'fault'),
    entry('listening.empathy', 'good'),
  ],
})

const seen = (...codes: string[]): { score: TurnScore } => ({
  score: {
    status: 'scored',
    total: 50,
    items: [],
    observations: codes.map((code) => ({ code, source: 'trainee', quote: 'x', start: 0, end: 1, confidence: 1 })),
    advice: [],
    betterWording: null,
  },
})
const NOT_APPLICABLE = Object.fromEntries(DIMENSIONS.map((one) => [one, { status: 'not-applicable' as const }]))

type Card = Extract<Scorecard, { status: 'scored' }>
const talk = (
  violations: string[],
  level: 1 | 5,
  duty: LedgerEntry['status'],
  ...turns: { score: TurnScore }[]
): JudgedTalk => ({
  scorecard: {
    status: 'scored',
    violations: violations.map((code) => ({ turnIndex: 0, code, severity: 'minor', quote: 'x', cite: [] })),
    ledger: [{ dutyId: 'fees', status: duty }],
    dimensions: { ...NOT_APPLICABLE, listening: { status: 'graded', level, evidence: [] } },
  } as unknown as Card,
  turns,
})
const dimensionOf = (id: string) => (id === 'fees' ? ('disclosure' as const) : null)

describe('counting over talks', () => {
  const talks = [
    talk(['violation.rebate', 'violation.rebate'], 1, 'missed', seen('listening.ignore'), seen('listening.ignore')),
    talk(['violation.rebate', 'violation.disparage'], 5, 'met', seen('listening.empathy')),
    talk([], 5, 'open', seen('listening.ignore')),
    {
      scorecard: { status: 'not-scored' as const, reason: '', violations: [], ledger: [] },
      turns: [seen('listening.ignore')],
    },
    { scorecard: null, turns: [] },
  ]
  const counts = countMistakes(talks, catalogue)

  test('a talk counts once for a code, unscored talks not at all', () => {
    expect(counts.talks).toBe(3)
    expect(Object.fromEntries(counts.codes)).toEqual({
      'violation.rebate': 2,
      'violation.disparage': 1,
      'listening.ignore': 2,
    })
  })
  test('a duty without an occasion did not apply', () => {
    expect(counts.duties.get('fees')).toEqual({ missed: 1, applied: 2 })
  })
  test('levels are averaged over what was graded', () => {
    expect(counts.dimensions.get('listening')).toEqual({ mean: 11 / 3, graded: 3 })
    expect(counts.dimensions.has('opening')).toBe(false)
  })

  test('gaps: breaches by severity, then skills with their faults and missed duties', () => {
    expect(findGaps(counts, catalogue, dimensionOf)).toEqual([
      { kind: 'breach', code: 'violation.rebate', severity: 'critical', count: 2 },
      { kind: 'breach', code: 'violation.disparage', severity: 'minor', count: 1 },
      { kind: 'skill', dimension: 'disclosure', level: null, faults: [], dutyIds: ['fees'] },
      { kind: 'skill', dimension: 'listening', level: 11 / 3, faults: ['listening.ignore'], dutyIds: [] },
    ])
  })

  test('a sound talk leaves nothing to work on', () => {
    const sound = countMistakes([talk([], 5, 'met', seen('listening.empathy'))], catalogue)
    expect(findGaps(sound, catalogue, dimensionOf)).toEqual([])
  })
})
