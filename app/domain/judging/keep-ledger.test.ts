import { describe, expect, test } from 'vitest'
import { duties, observe, readProduct } from '../../../tests/fixtures/judging-content'
import { openLedger, settleLedger, updateLedger } from './keep-ledger'
import type { TalkFacts } from './match-condition'

const usd = readProduct('usd-whole-life')
const facts = (changes: Partial<TalkFacts> = {}): TalkFacts => ({
  client: { age: 67 },
  products: [usd],
  scenario: null,
  asOf: '2025-06-01',
  ...changes,
})
const open = (changes: Partial<TalkFacts> = {}) => openLedger(facts(changes), duties)
const entry = (ledger: ReturnType<typeof open>, id: string) => ledger.entries.find((one) => one.dutyId === id)
const ids = (ledger: ReturnType<typeof open>) => ledger.entries.map((one) => one.dutyId)
const scenario = (changes: Partial<NonNullable<TalkFacts['scenario']>>): NonNullable<TalkFacts['scenario']> => ({
  involvesReplacement: false,
  rewards: [],
  requiredDuties: [],
  rightOutcome: { kind: 'next-step', note: { zh: '約下次', en: 'Meet again' } },
  ...changes,
})

describe('openLedger', () => {
  test('an elder and a dollar policy bring recording, capacity, exchange and risk duties', () => {
    const opened = ids(open())
    for (const id of [
      'elder-recording',
      'elder-capacity',
      'fx-risk',
      'risk-profile',
      'surrender-loss',
      'not-deposit',
    ]) {
      expect(opened).toContain(id)
    }
    expect(opened).not.toContain('investment-risk')
    expect(opened).not.toContain('replacement-loss')
  })

  test('the recorded-sale list is law for an elder, good practice for others', () => {
    expect(entry(open(), 'cooling-off')).toMatchObject({
      force: 'law',
      cite: ['保險業招攬及核保理賠辦法 §6-1-11(4)'],
    })
    expect(entry(open({ client: { age: 40 } }), 'cooling-off')?.force).toBe('good-practice')
    expect(entry(open({ client: { age: 40 } }), 'fees')?.force).toBe('law')
  })

  test('small-sum whole life is exempt from recording, and then the list does not bind', () => {
    const ledger = open({ products: [readProduct('small-whole-life')] })
    expect(ids(ledger)).not.toContain('elder-recording')
    expect(entry(ledger, 'exclusions')?.force).toBe('good-practice')
    expect(entry(ledger, 'elder-capacity')?.force).toBe('law')
  })

  test('conditions of a product must hold for one and the same product', () => {
    // The annuity is not exempt and has a surrender value; beside it the exempt product changes nothing.
    const both = open({ products: [readProduct('small-whole-life'), readProduct('annuity')] })
    expect(ids(both)).toContain('elder-recording')
    // Exempt with a surrender value + not exempt without one: no single product asks for recording.
    const neither = open({ products: [readProduct('small-whole-life'), readProduct('medical')] })
    expect(ids(neither)).not.toContain('elder-recording')
  })

  test('an unknown age brings no elder duty', () => {
    expect(ids(open({ client: { age: null } }))).not.toContain('elder-capacity')
  })

  test('with nothing to sell only the talk itself has duties', () => {
    expect(ids(open({ client: { age: 40 }, products: [] }))).toEqual(['identify', 'purpose', 'need'])
  })

  test('from December 2025 the recording duty says that its text was announced for change', () => {
    expect(entry(open({ asOf: '2025-11-30' }), 'elder-recording')?.noteZh).toBeUndefined()
    expect(entry(open({ asOf: '2025-12-01' }), 'elder-recording')?.noteEn).toContain('announced in December 2025')
  })

  test('a required duty applies and is marked even where no rule makes it', () => {
    const ledger = open({ products: [], client: { age: 30 }, scenario: scenario({ requiredDuties: ['scam-check'] }) })
    expect(entry(ledger, 'scam-check')).toMatchObject({ isRequired: true, force: 'good-practice' })
  })

  test('a scenario of protection or replacement brings its own duties', () => {
    const ledger = open({
      scenario: scenario({
        involvesReplacement: true,
        rightOutcome: { kind: 'protect', note: { zh: '擋下', en: 'Stop it' } },
      }),
    })
    expect(ids(ledger)).toEqual(expect.arrayContaining(['scam-check', 'replacement-loss']))
  })
})

describe('updateLedger', () => {
  test('identifying oneself is not enough where the law wants the certificate too', () => {
    const first = updateLedger(open(), [observe('opening.identify', '我是安禾人壽的')], 0)
    expect(entry(first, 'identify')?.status).toBe('open')
    const second = updateLedger(first, [observe('opening.licence', '這是登錄證')], 1)
    expect(entry(second, 'identify')).toMatchObject({ status: 'met', metAtTurn: 1, quote: '這是登錄證' })
    const younger = updateLedger(open({ client: { age: 40 } }), [observe('opening.identify')], 0)
    expect(entry(younger, 'identify')?.status).toBe('met')
  })

  test('a duty once met keeps its first turn', () => {
    const once = updateLedger(open(), [observe('disclosure.fee', '扣四成')], 2)
    const again = updateLedger(once, [observe('disclosure.fee', '再說一次')], 3)
    expect(entry(again, 'fees')).toMatchObject({ metAtTurn: 2, quote: '扣四成' })
  })

  test('the ledger given is left as it was, and survives JSON', () => {
    const before = open()
    const copy = structuredClone(before)
    updateLedger(before, [observe('disclosure.fee')], 0)
    expect(before).toEqual(copy)
    expect(JSON.parse(JSON.stringify(before))).toEqual(before)
  })
})

describe('settleLedger', () => {
  const statusOf = (ledger: ReturnType<typeof open>, id: string) =>
    settleLedger(ledger).find((one) => one.dutyId === id)?.status

  test('what the talk never came to stays open; what was due is missed', () => {
    const talked = updateLedger(open(), [observe('discovery.goal')], 0)
    expect(statusOf(talked, 'need')).toBe('met')
    expect(statusOf(talked, 'finance')).toBe('missed')
    expect(statusOf(talked, 'surrender-loss')).toBe('open')
    const offered = updateLedger(talked, [observe('explanation.feature')], 1)
    expect(statusOf(offered, 'surrender-loss')).toBe('missed')
    expect(statusOf(offered, 'cooling-off')).toBe('open')
    expect(statusOf(updateLedger(offered, [observe('closing.ask')], 2), 'cooling-off')).toBe('missed')
  })

  test('the stage never goes back, and four turns reach discovery whatever was said', () => {
    let ledger = open()
    for (let turn = 0; turn < 3; turn++) ledger = updateLedger(ledger, [], turn)
    expect(statusOf(ledger, 'finance')).toBe('open')
    expect(statusOf(updateLedger(ledger, [], 3), 'finance')).toBe('missed')
    const offered = updateLedger(updateLedger(open(), [observe('closing.ask')], 0), [observe('opening.greet')], 1)
    expect(offered.stage).toBe('closing')
  })

  test('a required duty is missed even when no occasion arose', () => {
    const ledger = open({ scenario: scenario({ requiredDuties: ['cooling-off'] }) })
    expect(statusOf(ledger, 'cooling-off')).toBe('missed')
  })
})
