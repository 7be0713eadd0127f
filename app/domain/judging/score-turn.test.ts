import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue, observe, readProduct, rubric } from '../../../tests/fixtures/judging-content'
import type { Observation, TalkLine } from '../shared/observation'
import { countSeen, scoreTurn, sumPoints, type TurnContext } from './score-turn'

const context: TurnContext = { turnIndex: 3, seen: {}, client: { age: 40 }, products: [] }
const client = (text: string): TalkLine[] => [{ who: 'client', text }]
const pointsOf = (codes: string[], talk: TalkLine[] = [], changes: Partial<TurnContext> = {}) =>
  scoreTurn(
    { observations: codes.map((code) => observe(code)), talk, utterance: 'x', context: { ...context, ...changes } },
    rubric,
    catalogue,
  )
const itemsOf = (...args: Parameters<typeof pointsOf>) =>
  Object.fromEntries(pointsOf(...args).items.map((item) => [item.code, item.points]))

describe('scoreTurn', () => {
  test('a turn in which nothing was seen keeps the base', () => {
    expect(pointsOf([]).total).toBe(25)
  })

  test('answers a question: 25 + 24 x 1.3', () => {
    expect(itemsOf(['listening.answer'], client('還有別的費用嗎？'))).toEqual({ base: 25, 'listening.answer': 31 })
  })

  test('breadth: the fourth code counts 90 % and the fifth 70 %', () => {
    // Opening (x 1.1): identify 22, licence 17.6, permission 15.4, purpose 13.2 x .9, greet 8.8 x .7; 25 + 22 + 18 + 15 + 12 + 6.
    const codes = ['greet', 'identify', 'licence', 'purpose', 'permission'].map((name) => `opening.${name}`)
    expect(pointsOf(codes, [], { turnIndex: 0 }).total).toBe(98)
  })

  test('repetition earns 85 % the second time, but never wears out where it is called for', () => {
    const seen = { 'listening.empathy': 1, 'discovery.goal': 1 }
    expect(itemsOf(['listening.empathy'], client('今天天氣不錯。'), { seen })).toMatchObject({
      'listening.empathy': 15,
    })
    expect(itemsOf(['listening.empathy'], client('我很怕虧錢。'), { seen })).toMatchObject({ 'listening.empathy': 22 })
  })

  test('one code twice in a turn: a fifth for the second span, nothing for the third', () => {
    const seen = { 'discovery.goal': 1 }
    const observations = [0, 10, 20].map((start) => observe('discovery.family', '小孩多大', start))
    const { items } = scoreTurn(
      { observations, talk: [], utterance: 'x', context: { ...context, seen } },
      rubric,
      catalogue,
    )
    expect(items.slice(1).map((item) => item.points)).toEqual([22, 4, 0])
  })

  test('a fault caps at 37 whatever else the turn holds', () => {
    const codes = ['listening.ignore', 'listening.empathy', 'disclosure.fee', 'closing.next_step']
    expect(pointsOf(codes).total).toBe(37)
    expect(itemsOf(codes)).toHaveProperty('cap.fault')
  })

  test('two faults are weak and not harmful, three fall to the bottom', () => {
    expect(pointsOf(['listening.ignore', 'closing.premature']).total).toBe(14)
    expect(pointsOf(['listening.ignore', 'closing.premature', 'listening.rude']).total).toBe(0)
  })

  test('jargon alone caps at 60', () => {
    expect(pointsOf(['explanation.jargon', 'disclosure.fee', 'disclosure.exclusion', 'explanation.plain']).total).toBe(
      60,
    )
  })

  test('violations cap at 60, 12 and 0 and bring their article', () => {
    const good = ['listening.answer', 'disclosure.fee', 'explanation.plain', 'closing.next_step', 'objection.respond']
    expect(pointsOf(['violation.disparage', ...good]).total).toBe(60)
    expect(pointsOf(['violation.conceal', ...good]).total).toBe(12)
    const critical = pointsOf(['violation.guaranteed_return', ...good])
    expect(critical.total).toBe(0)
    expect(critical.items.find((item) => item.code === 'cap.critical')?.cite).toContain('保險業務員管理規則 §19-1-1')
  })

  test('product talk before any question costs 45, unless the client asked', () => {
    // 25 + 12 - 45 is under 0, and without a fault the floor is 14.
    expect(pointsOf(['explanation.feature'], client('坐啊。')).total).toBe(14)
    expect(itemsOf(['explanation.feature'], client('這張保什麼？'))).not.toHaveProperty('moment.pitch_first')
  })

  test('a disclosure that the product needs is worth more in product talk', () => {
    const products = [readProduct('usd-whole-life')]
    const seen = { 'discovery.goal': 1 }
    const codes = ['explanation.feature', 'disclosure.fx_risk']
    // 22 x 1.1 for a dollar policy; with no product known nothing is called for.
    expect(itemsOf(codes, [], { products, seen })).toMatchObject({ 'disclosure.fx_risk': 24 })
    expect(itemsOf(codes, [], { seen })).toMatchObject({ 'disclosure.fx_risk': 22 })
  })

  test('the order in which an engine reports changes nothing', () => {
    const observations = [observe('disclosure.fee', 'ab', 5), observe('listening.answer', 'cd', 0)]
    const score = (list: Observation[]) =>
      scoreTurn({ observations: list, talk: [], utterance: 'x', context }, rubric, catalogue)
    expect(score([...observations].reverse())).toEqual(score(observations))
  })

  test('an unknown code is left out of the items', () => {
    expect(pointsOf(['magic.code']).items).toEqual([{ code: 'base', points: 25 }])
  })
})

test('countSeen counts turns, not spans', () => {
  const twice = [observe('listening.answer'), observe('listening.answer')]
  expect(countSeen([twice, [observe('listening.answer')]])).toEqual({ 'listening.answer': 2 })
})

describe('properties', () => {
  const codes = [...catalogue.entries.keys()]
  const goods = codes.filter((code) => catalogue.entries.get(code)?.polarity === 'good')
  const violations = codes.filter((code) => catalogue.entries.get(code)?.polarity === 'violation')
  const observation = fc
    .record({ code: fc.constantFrom(...codes), start: fc.nat(200), length: fc.integer({ min: 1, max: 40 }) })
    .map(({ code, start, length }) => observe(code, '話'.repeat(length), start))
  const turn = fc.record({
    observations: fc.array(observation, { maxLength: 14 }),
    line: fc.constantFrom('', '還有別的費用嗎？', '我怕虧錢。', '太貴了吧？先問我先生。', '喔。'),
    turnIndex: fc.nat(20),
    seen: fc.dictionary(fc.constantFrom(...codes), fc.nat(9)),
    age: fc.option(fc.integer({ min: 18, max: 100 })),
    product: fc.constantFrom('usd-whole-life', 'variable-life', 'term-life', 'small-whole-life'),
  })
  type Turn = {
    observations: Observation[]
    line: string
    turnIndex: number
    seen: Record<string, number>
    age: number | null
    product: string
  }
  const score = (one: Turn, observations = one.observations) =>
    scoreTurn(
      {
        observations,
        talk: one.line === '' ? [] : client(one.line),
        utterance: 'x',
        context: {
          turnIndex: one.turnIndex,
          seen: one.seen,
          client: { age: one.age },
          products: [readProduct(one.product)],
        },
      },
      rubric,
      catalogue,
    )

  test('items sum to an integer total from 0 to 100, and the same input gives the same result', () => {
    fc.assert(
      fc.property(turn, (one) => {
        const result = score(one)
        expect(sumPoints(result.items)).toBe(result.total)
        expect(Number.isInteger(result.total) && result.total >= 0 && result.total <= 100).toBe(true)
        expect(score(one)).toEqual(result)
      }),
    )
  })

  test('every violation keeps its cap', () => {
    fc.assert(
      fc.property(turn, fc.constantFrom(...violations), (one, code) => {
        const severity = catalogue.entries.get(code)!.severity!
        expect(score(one, [...one.observations, observe(code)]).total).toBeLessThanOrEqual(rubric.turn.caps[severity])
      }),
    )
  })

  test('adding a violation never raises a total', () => {
    fc.assert(
      fc.property(turn, fc.constantFrom(...violations), (one, code) => {
        expect(score(one, [...one.observations, observe(code)]).total).toBeLessThanOrEqual(score(one).total)
      }),
    )
  })

  test('saying a good thing again never earns more than the first time', () => {
    fc.assert(
      fc.property(turn, fc.constantFrom(...goods), (one, code) => {
        const without = one.observations.filter((other) => other.code !== code)
        const once = [...without, observe(code, 'a', 300)]
        const twice = [...once, observe(code, 'b', 310)]
        const earned = (from: Observation[]) =>
          score(one, from)
            .items.filter((item) => item.code === code)
            .map((item) => item.points)
        const [first = 0, second = 0] = earned(twice)
        expect(second).toBeLessThanOrEqual(first)
        const again = score({ ...one, seen: { ...one.seen, [code]: (one.seen[code] ?? 0) + 1 } }, once)
        expect(again.items.find((item) => item.code === code)!.points).toBeLessThanOrEqual(earned(once)[0]!)
      }),
    )
  })
})
