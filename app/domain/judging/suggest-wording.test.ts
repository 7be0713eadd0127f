import { describe, expect, test } from 'vitest'
import { catalogue, insurer, observe, readProduct, rubric, wordings } from '../../../tests/fixtures/judging-content'
import { buildCandidates, MAX_CANDIDATES } from './build-candidates'
import type { TalkFacts } from './match-condition'
import type { CandidateInput } from './plan-slots'
import { readMoment } from './read-moment'
import { scoreTurn, type TurnContext } from './score-turn'
import { suggestWording } from './suggest-wording'

type Place = {
  line: string
  utterance: string
  product?: string
  codes?: [string, string][]
  turnIndex?: number
  seen?: Record<string, number>
  scenario?: TalkFacts['scenario']
}

function placeOf({
  line,
  utterance,
  product,
  codes = [],
  turnIndex = 3,
  seen = { 'opening.identify': 1 },
  scenario = null,
}: Place): CandidateInput {
  const products = product ? [readProduct(product)] : []
  const observations = codes.map(([code, quote]) => observe(code, quote, utterance.indexOf(quote)))
  const talk = line === '' ? [] : [{ who: 'client' as const, text: line }]
  const context: TurnContext = { turnIndex, seen, client: { age: 40 }, products }
  return {
    utterance,
    points: scoreTurn({ observations, talk, utterance, context }, rubric, catalogue),
    moment: readMoment({ observations, talk, turnIndex, seen }, rubric),
    context,
    address: '林老師',
    seed: 's',
    facts: { client: { age: 40 }, products, scenario, asOf: '2025-01-01' },
    insurer,
    blocks: wordings,
  }
}
const candidates = (place: Place) => buildCandidates(placeOf(place), rubric)

describe('buildCandidates', () => {
  test('answers the question with the facts of the product', () => {
    const texts = candidates({ line: '還有別的費用嗎？', utterance: '沒什麼啦。', product: 'annuity' })
    expect(texts.length).toBeGreaterThan(0)
    for (const text of texts) expect(text).toContain('3%')
  })

  test('takes up a worry before it explains', () => {
    const [first] = candidates({ line: '提前解約會虧嗎？我很怕。', utterance: '不會啦。', product: 'usd-whole-life' })
    expect(first).toMatch(/40%|第 7 年|{/)
    expect(first!.indexOf('40%')).toBeGreaterThan(8)
  })

  test('names oneself first when that has not been done', () => {
    const texts = candidates({ line: '你們是哪一家？', utterance: '先聽我講。', turnIndex: 0, seen: {} })
    for (const text of texts) expect(text).toContain('安禾人壽')
  })

  test('a trainee who named the company keeps that greeting and only adds the certificate', () => {
    const utterance = '劉先生早，我是安禾人壽的詹雅筑。'
    const codes: [string, string][] = [['opening.identify', '我是安禾人壽的詹雅筑']]
    const texts = candidates({ line: '請坐。', utterance, turnIndex: 0, seen: {}, codes })
    const kept = texts.filter((text) => text.startsWith(utterance))
    expect(kept.length).toBeGreaterThan(0)
    for (const text of kept) expect(text.match(/安禾人壽/g)).toHaveLength(1)
  })

  test('leaves room after a no instead of answering what was not asked', () => {
    const texts = candidates({ line: '我想再想一下，先問我先生。', utterance: '今天就簽。', product: 'medical' })
    for (const text of texts) expect(text).not.toMatch(/查清楚條款|不敢亂講/)
    expect(texts.join('')).toMatch(/家人/)
  })

  test('keeps the good sentence of the trainee and drops the one with a violation', () => {
    const utterance = '辛苦了，您坐。這個保證賺。'
    const codes: [string, string][] = [
      ['listening.empathy', '辛苦了'],
      ['violation.guaranteed_return', '保證賺'],
    ]
    const texts = candidates({ line: '喔，好累。', utterance, product: 'usd-whole-life', codes })
    expect(texts.some((text) => text.includes('辛苦了，您坐。'))).toBe(true)
    expect(texts.join('')).not.toContain('保證賺')
  })

  test('every product and common question: at most six, no placeholder, no double stop, not the utterance itself', () => {
    const ids = [
      'accident',
      'annuity',
      'critical-illness',
      'long-term-care',
      'medical',
      'small-whole-life',
      'term-life',
      'usd-whole-life',
      'variable-life',
    ]
    const lines = [
      '',
      '一年要多少錢？',
      '會不會虧？',
      '聽不懂。',
      '有什麼不賠的？',
      '我要考慮一下。',
      '太貴了。',
      '我身體不好會不會過？',
    ]
    for (const product of ids) {
      for (const line of lines) {
        const texts = candidates({ line, utterance: '嗯。', product })
        expect(texts.length, `${product} ${line}`).toBeGreaterThan(0)
        expect(texts.length).toBeLessThanOrEqual(MAX_CANDIDATES)
        for (const text of texts) expect(text).not.toMatch(/[{}]|。。|，。|undefined|^嗯。$/)
      }
    }
  })
})

describe('suggestWording', () => {
  const place = placeOf({ line: '還有別的費用嗎？', utterance: '沒什麼啦。', product: 'annuity' })

  test('shows the best candidate that the judge scores at least 8 higher', async () => {
    const seen: string[] = []
    const rescore = (text: string) => {
      seen.push(text)
      return 30 + seen.length
    }
    // The turn itself has 25: 33 is the least, which the third to sixth reach; the sixth is best.
    const best = await suggestWording({ ...place, rescore }, rubric)
    expect(place.points.total).toBe(25)
    expect(best).toEqual({ text: seen.at(-1), total: 30 + seen.length })
    expect(seen.length).toBeLessThanOrEqual(MAX_CANDIDATES)
  })

  test('shows none when no candidate is really better, or the judge fails', async () => {
    expect(await suggestWording({ ...place, rescore: () => 32 }, rubric)).toBeNull()
    expect(await suggestWording({ ...place, rescore: () => null }, rubric)).toBeNull()
  })

  test('no other wording is weighed once one has reached the ceiling', async () => {
    const totals = [rubric.turn.ceiling - 1, rubric.turn.ceiling, rubric.turn.ceiling]
    let weighed = 0
    const best = await suggestWording({ ...place, rescore: () => totals[weighed++] ?? null }, rubric)
    expect([best?.total, weighed]).toEqual([rubric.turn.ceiling, 2])
  })

  test('asks nothing when the turn can hardly be better', async () => {
    const excellent = { ...place, points: { ...place.points, total: 95 } }
    const rescore = () => {
      throw new Error('not to be called')
    }
    expect(await suggestWording({ ...excellent, rescore }, rubric)).toBeNull()
  })
})
