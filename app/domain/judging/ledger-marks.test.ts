import { expect, test } from 'vitest'
import { duties, readProduct } from '../../../tests/fixtures/judging-content'
import type { Observation } from '../shared/observation'
import { openLedger, updateLedger } from './keep-ledger'
import { applyMarks, markLedger, NO_MARKS } from './ledger-marks'

const observe = (code: string): Observation => ({
  code,
  source: 'trainee',
  quote: code,
  start: 0,
  end: 1,
  confidence: 1,
})

test('marks and the opened ledger give the ledger back, also through JSON', () => {
  const facts = { client: { age: 67 }, products: [readProduct('usd-whole-life')], scenario: null, asOf: '2026-11-01' }
  const opened = openLedger(facts, duties)
  let ledger = opened
  const turns = [['opening.identify', 'opening.licence'], ['discovery.goal'], ['disclosure.fx_risk', 'disclosure.fee']]
  for (const [turnIndex, codes] of turns.entries()) ledger = updateLedger(ledger, codes.map(observe), turnIndex)
  expect(ledger.entries.some((entry) => entry.status === 'met')).toBe(true)
  const marks = JSON.parse(JSON.stringify(markLedger(ledger)))
  expect(applyMarks(opened, marks)).toEqual(ledger)
  expect(applyMarks(ledger, NO_MARKS)).toEqual(opened)
  expect(JSON.stringify(marks).length).toBeLessThan(JSON.stringify(ledger).length / 5)
})
