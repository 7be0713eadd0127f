import { describe, expect, test } from 'vitest'
import type { Speech } from '../../roleplay/speak-with-model/describe-speech'
import { countEngineShare, describeEngines, type EngineTurn, readListening } from './describe-engines'

const spoke: Speech = { by: 'model', replaced: null }
const silent = (replaced: string): Speech => ({ by: 'embedded', replaced })
const turn = (speech: Speech | null, failure: string | null = null): EngineTurn => ({
  speech,
  listening: { by: failure === null ? 'both' : 'embedded', failure },
})
const WELL = turn(spoke)

describe('describeEngines', () => {
  test('nothing to say while all is well, and in a talk without a model', () => {
    expect(describeEngines([WELL, WELL])).toEqual([[], []])
    expect(describeEngines([{ speech: null, listening: null }])).toEqual([[]])
  })

  test('the judge alone: once at the start of the stretch, once when it is back', () => {
    const away = turn(spoke, 'server-error')
    expect(describeEngines([WELL, away, away, turn(spoke, 'circuit-open'), WELL, WELL])).toEqual([
      [],
      ['judge-away'],
      [],
      [],
      ['judge-back'],
      [],
    ])
  })

  test('the speaker alone, the same way', () => {
    const away = turn(silent('connection'))
    expect(describeEngines([away, turn(silent('circuit-open')), WELL])).toEqual([['away'], [], ['back']])
    expect(describeEngines([turn(silent('budget-talk')), WELL])).toEqual([['budget'], ['back']])
  })

  test('both at once are one note; what changes later is told on its own', () => {
    const both = turn(silent('server-error'), 'server-error')
    expect(describeEngines([both, both, WELL])).toEqual([['both-away'], [], ['both-back']])
    expect(describeEngines([both, turn(spoke, 'server-error'), WELL])).toEqual([
      ['both-away'],
      ['back'],
      ['judge-back'],
    ])
    expect(describeEngines([turn(silent('budget-day'), 'budget-day')])).toEqual([['both-budget']])
    expect(describeEngines([turn(silent('role-break'), 'budget-turn')])).toEqual([['unusable', 'judge-budget']])
  })

  test('an answer that cannot be used is passed over: nothing comes back', () => {
    expect(describeEngines([turn(spoke, 'not-json'), WELL])).toEqual([['judge-away'], []])
    expect(describeEngines([turn(silent('role-break')), WELL])).toEqual([['unusable'], []])
    expect(describeEngines([turn({ by: 'model', replaced: 'timeout-idle' }), WELL])).toEqual([['broke-off'], []])
  })

  test('what is the trainee’s own doing is told each time, and does not end a stretch', () => {
    const chosen = { speech: silent('chosen'), listening: { by: 'embedded' as const, failure: 'chosen' } }
    const away = turn(silent('timeout-first-token'))
    expect(describeEngines([chosen, chosen])).toEqual([['chosen'], ['chosen']])
    expect(describeEngines([away, chosen, away, WELL])).toEqual([['away'], ['chosen'], [], ['back']])
  })

  test('a turn that is still on its way says nothing', () => {
    expect(describeEngines([turn(silent('connection')), { speech: null, listening: null }, WELL])).toEqual([
      ['away'],
      [],
      ['back'],
    ])
  })
})

describe('readListening', () => {
  const merged = (modelFailure: string | null) => ({
    status: 'perceived' as const,
    observations: [],
    claims: [],
    disagreements: [],
    distrust: null,
    modelFailure,
  })
  test('by what was merged', () => {
    expect(readListening({ merged: merged(null), speech: spoke })).toEqual({ by: 'both', failure: null })
    expect(readListening({ merged: merged('circuit-open'), speech: spoke })).toEqual({
      by: 'embedded',
      failure: 'circuit-open',
    })
  })
  test('a model that was not asked did not listen', () => {
    expect(readListening({ speech: silent('blocked') })).toEqual({ by: 'embedded', failure: 'blocked' })
  })
  test('without a model, or without a judgement, there is nothing to say', () => {
    expect(readListening({})).toBeNull()
    expect(readListening({ merged: { status: 'failed', reason: 'x' }, speech: spoke })).toBeNull()
  })
})

test('the share of the embedded engine', () => {
  expect(countEngineShare([WELL, { speech: null, listening: null }])).toBeNull()
  expect(countEngineShare([WELL, turn(spoke, 'server-error'), turn(silent('connection'), 'server-error')])).toEqual({
    turns: 3,
    heardByEmbedded: 2,
    spokenByEmbedded: 1,
  })
})
