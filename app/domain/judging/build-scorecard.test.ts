import { describe, expect, test } from 'vitest'
import { advice, catalogue, duties, observe, readProduct, rubric } from '../../../tests/fixtures/judging-content'
import type { Scenario } from '../persona/scenario-schema'
import type { Observation, TalkLine } from '../shared/observation'
import { buildScorecard, type ScorecardInput, type ScorecardTurn } from './build-scorecard'
import { openLedger, settleLedger, updateLedger } from './keep-ledger'
import { replayScore, type StoredTurn } from './replay-score'
import type { Scorecard } from './score-types'

type Step = { client?: string; codes: string[] }
const products = [readProduct('annuity')]
const GOOD: Step[] = [
  { codes: ['opening.greet', 'opening.identify', 'opening.licence', 'opening.purpose', 'opening.permission'] },
  {
    client: '好，你說。',
    codes: ['discovery.goal', 'discovery.open_question', 'discovery.family', 'discovery.finance'],
  },
  {
    client: '我怕老了沒錢。',
    codes: [
      'listening.empathy',
      'listening.paraphrase',
      'discovery.coverage',
      'objection.acknowledge',
      'objection.respond',
    ],
  },
  {
    client: '那這個會不會虧？',
    codes: [
      'listening.answer',
      'disclosure.surrender_loss',
      'disclosure.fee',
      'disclosure.non_guaranteed',
      'explanation.plain',
    ],
  },
  {
    client: '要繳多少？',
    codes: [
      'listening.answer',
      'disclosure.premium',
      'disclosure.suitable',
      'explanation.tailor',
      'explanation.feature',
      'disclosure.affordability',
      'discovery.premium_source',
    ],
  },
  {
    client: '我想先問太太。',
    codes: ['objection.acknowledge', 'closing.next_step', 'closing.no_pressure', 'closing.summarise'],
  },
]

function play(steps: Step[], changes: Partial<ScorecardInput> = {}, required: string[] = []): Scorecard {
  const scenario =
    required.length > 0
      ? {
          involvesReplacement: false,
          rewards: [],
          requiredDuties: required,
          rightOutcome: { kind: 'next-step' as const, note: { zh: '約', en: 'Meet' } },
        }
      : null
  let ledger = openLedger({ client: { age: 52 }, products, scenario, asOf: '2025-01-01' }, duties)
  const talk: TalkLine[] = []
  const stored = steps.map((step, index): StoredTurn => {
    const observations: Observation[] = step.codes.map((code, i) => observe(code, `第${index}句${i}`, i * 10))
    ledger = updateLedger(ledger, observations, index)
    if (step.client) talk.push({ who: 'client', text: step.client })
    const turn = {
      observations,
      talk: [...talk],
      utterance: `第${index}句`,
      context: { client: { age: 52 }, products },
    }
    talk.push({ who: 'trainee', text: turn.utterance })
    return turn
  })
  const turns: ScorecardTurn[] = replayScore(stored, rubric, catalogue).map((score, index) => ({
    index,
    utterance: `第${index}句`,
    clientLineBefore: steps[index]?.client ?? '',
    score,
  }))
  return buildScorecard({
    turns,
    ledger: settleLedger(ledger),
    scenario: null,
    rubric,
    catalogue,
    advice,
    versions: { catalogue: 2, rubric: 1, scenario: null, persona: null, engine: 'embedded', asOf: '2025-01-01' },
    hintsUsed: 0,
    address: { zh: '林老師', en: 'Ms Lin' },
    outcome: { ended: 'trainee', hasAgreed: false, trust: 70 },
    ...changes,
  })
}
const scored = (card: Scorecard) => {
  if (card.status !== 'scored') throw new Error(card.reason)
  return card
}

describe('buildScorecard', () => {
  test('a good talk passes, says so in one sentence, and its items sum to the overall', () => {
    const card = scored(play(GOOD))
    expect(card.passed).toBe(true)
    expect(card.overall).toBeGreaterThanOrEqual(75)
    expect(card.items.reduce((sum, item) => sum + item.points, 0)).toBe(card.overall)
    expect(card.headline.zh).toMatch(/^你讓林老師願意再談一次，/)
    expect(card.reason.code).toBe('pass-mark')
    expect(card.practiseNext.length).toBeGreaterThan(0)
  })

  test('a critical violation fails the talk, caps it at 39 and is the reason', () => {
    const bad = [...GOOD.slice(0, 5), { client: '會不會虧？', codes: ['violation.guaranteed_return'] }]
    const card = scored(play(bad))
    expect(card.overall).toBeLessThanOrEqual(39)
    expect(card).toMatchObject({ passed: false, reason: { code: 'violation.guaranteed_return' } })
    expect(card.reason.zh).toContain('保險業務員管理規則 §19-1-1')
    expect(card.violations).toEqual([expect.objectContaining({ turnIndex: 5, severity: 'critical', quote: '第5句0' })])
    expect(card.headline.zh).toBe('你讓林老師願意再談一次，但說了「第5句0」，這是保證獲利或保本。')
    expect(card.moments.find((one) => one.kind === 'costliest')).toMatchObject({ turnIndex: 5 })
  })

  test('a required duty that was not met fails an otherwise good talk', () => {
    const card = scored(play(GOOD, {}, ['cooling-off']))
    expect(card).toMatchObject({ passed: false, reason: { code: 'cooling-off' } })
  })

  test('one turn that could not be scored makes all not-scored, and violations so far are shown', () => {
    const turns: ScorecardTurn[] = [
      {
        index: 0,
        utterance: 'a',
        clientLineBefore: '',
        score: { status: 'scored', total: 0, items: [], observations: [observe('violation.rebate', '退你一成')] },
      },
      { index: 1, utterance: 'b', clientLineBefore: '', score: { status: 'not-scored', reason: 'judge-failed' } },
    ]
    const failed = play(GOOD, { turns })
    expect(failed).toMatchObject({ status: 'not-scored', reason: 'judge-failed', violations: [{ quote: '退你一成' }] })
  })

  test('a talk without a turn is not scored', () => {
    expect(play([])).toMatchObject({ status: 'not-scored', reason: 'no-turns' })
  })

  test('scenario weights and pass mark are used', () => {
    const weights: Scenario['weights'] = {
      opening: 1,
      discovery: 0,
      listening: 0,
      explanation: 0,
      disclosure: 0,
      objection: 0,
      closing: 0,
      compliance: 0,
    }
    // Only the opening counts: level 5, so 23 x 5 - 17.
    expect(scored(play(GOOD, { scenario: { weights, passMark: 90 } }))).toMatchObject({ overall: 98, passed: true })
    expect(scored(play(GOOD, { scenario: { weights, passMark: 99 } })).passed).toBe(false)
  })

  test('moments: best, costliest and the chance that was missed', () => {
    const steps = [
      ...GOOD.slice(0, 2),
      { client: '我很怕虧錢。', codes: ['explanation.feature'] },
      { client: '會不會虧？', codes: ['listening.rude'] },
    ]
    const moments = scored(play(steps)).moments
    expect(moments.map((one) => [one.kind, one.turnIndex])).toEqual([
      ['best', 1],
      ['costliest', 3],
      ['missed', 2],
    ])
  })

  test('an unhappy end comes first in the headline', () => {
    const outcome = { ended: 'client-impatient' as const, hasAgreed: false, trust: 20 }
    const card = scored(play([{ client: '你是誰？', codes: ['listening.ignore'] }], { outcome }))
    expect(card.headline.zh).toMatch(/^林老師失去耐心，先離開了：/)
  })
})
