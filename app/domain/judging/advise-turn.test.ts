import { describe, expect, test } from 'vitest'
import { advice, catalogue, observe, readProduct, rubric } from '../../../tests/fixtures/judging-content'
import { adviseTurn } from './advise-turn'
import { readMoment } from './read-moment'
import { scoreTurn, type TurnContext } from './score-turn'

function adviseOn(codes: string[], line: string, changes: Partial<TurnContext> = {}, seed = 's') {
  const context: TurnContext = {
    turnIndex: 3,
    seen: { 'discovery.goal': 1 },
    client: { age: 40 },
    products: [],
    ...changes,
  }
  const observations = codes.map((code) => observe(code, '這句話'))
  const talk = line === '' ? [] : [{ who: 'client' as const, text: line }]
  const points = scoreTurn({ observations, talk, utterance: 'x', context }, rubric, catalogue)
  const moment = readMoment({ observations, talk, turnIndex: context.turnIndex, seen: context.seen }, rubric)
  return adviseTurn(
    { points, moment, context, address: { zh: '林老師', en: 'Ms Lin' }, seed },
    advice,
    rubric,
    catalogue,
  )
}
const codesOf = (...args: Parameters<typeof adviseOn>) => adviseOn(...args).map((one) => one.code)

describe('adviseTurn', () => {
  test('the gravest violation comes first, and nothing beside faults is added to it', () => {
    expect(codesOf(['violation.disparage', 'violation.rebate', 'listening.ignore'], '好。')).toEqual([
      'violation.rebate',
      'violation.disparage',
    ])
    expect(codesOf(['violation.conceal', 'explanation.feature'], '會虧嗎？')).toEqual(['violation.conceal'])
  })

  test('a fault, then what the moment called for', () => {
    expect(codesOf(['listening.rude'], '要多少錢？')).toEqual(['listening.rude', 'listening.answer'])
  })

  test('a client who was passed over gets one piece of advice about it, not two', () => {
    expect(codesOf(['listening.ignore'], '要多少錢？')).not.toContain('listening.answer')
  })

  test('product talk asks for the weightiest disclosure not yet made', () => {
    const products = [readProduct('usd-whole-life')]
    expect(codesOf(['explanation.feature'], '嗯。', { products })).toEqual(['disclosure.surrender_loss'])
    const seen = { 'discovery.goal': 1, 'disclosure.surrender_loss': 1 }
    expect(codesOf(['explanation.feature'], '嗯。', { products, seen })).toEqual(['disclosure.fx_risk'])
  })

  test('an excellent turn is praised for its best part, by its words or its name', () => {
    const [told] = adviseOn(
      ['listening.answer', 'disclosure.fee', 'explanation.plain', 'discovery.family'],
      '要扣多少？',
    )
    expect(told?.code).toBe('listening.answer')
    expect(told?.zh).toMatch(/這句話|正面回答/)
  })

  test('one or two, with the client named and no placeholder left, the same for the same seed', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      for (const codes of [
        ['violation.pressure'],
        ['listening.empathy'],
        [],
        ['meta.injection'],
        ['objection.argue'],
      ]) {
        const told = adviseOn(codes, '我很怕虧錢，要多少錢？', {}, seed)
        expect(told.length).toBeGreaterThanOrEqual(1)
        expect(told.length).toBeLessThanOrEqual(2)
        for (const one of told) expect(`${one.zh}${one.en}`).not.toMatch(/[{}]|「」|“”/)
        expect(adviseOn(codes, '我很怕虧錢，要多少錢？', {}, seed)).toEqual(told)
      }
    }
  })
})
