import { describe, expect, test } from 'vitest'
import { plainPersona, plainScenario } from '../../../tests/fixtures/plain-persona'
import type { Persona } from '../persona/persona-schema'
import type { ClientState, WorryState } from './client-state'
import { gatherMatters } from './gather-matters'
import { openClientState } from './open-client-state'
import { settleMatters } from './settle-matters'
import { understandUtterance } from './understand-utterance'

const plain = plainPersona()
const scenario = plainScenario()

/** The plain persona whose first worry has the given concern and settling codes. */
const worriedAbout = (concern: 'scam' | 'currency', codes: string[], count: number): Persona => ({
  ...plain,
  worries: plain.worries.map((worry, i) => (i === 0 ? { ...worry, concern, settle: { codes, count } } : worry)),
})

const open = (lastSpokenOfAtTurn: number, seen: string[] = []): WorryState => ({
  worryId: 'worry-1',
  status: 'open',
  raisedAtTurn: 1,
  lastVoicedAtTurn: lastSpokenOfAtTurn,
  lastSpokenOfAtTurn,
  timesVoiced: 1,
  seen,
})

function settle(utterance: string, codes: string[], state: Partial<ClientState>, persona = plain, lastClientLine = '') {
  const matters = gatherMatters(persona, scenario)
  const heard = understandUtterance({ utterance, persona, hidden: [], talk: [] })
  return settleMatters({
    state: { ...openClientState(persona, scenario), ...state },
    matters,
    codes,
    heard,
    turnIndex: 6,
    isDoubted: codes.some((code) => code.startsWith('violation.')),
    lastClientLine,
    scepticism: 50,
  })
}

describe('settling', () => {
  const client = worriedAbout('currency', ['disclosure.fx_risk', 'objection.acknowledge'], 2)

  test('two codes are needed: the first alone leaves it unsettled', () => {
    const first = settle('匯率可能有損失。', ['disclosure.fx_risk'], { worries: [open(5)] }, client)
    expect(first).toMatchObject({ settled: null, unsettled: 'worry-1' })
    expect(first.state.worries[0]!.seen).toEqual(['disclosure.fx_risk'])
    const second = settle(
      '您會怕很正常。',
      ['objection.acknowledge'],
      { worries: [open(5, ['disclosure.fx_risk'])] },
      client,
    )
    expect(second.settled).toBe('worry-1')
  })

  test('a general phrase settles only what was just spoken of', () => {
    const late = settle(
      '您會怕很正常。',
      ['objection.acknowledge'],
      { worries: [open(2, ['disclosure.fx_risk'])] },
      client,
    )
    expect(late.settled).toBeNull()
  })

  test('a code of its own settles it any time later', () => {
    const late = settle(
      '匯率可能有損失。',
      ['disclosure.fx_risk'],
      { worries: [open(2, ['objection.acknowledge'])] },
      client,
    )
    expect(late.settled).toBe('worry-1')
  })
})

describe('a client in the hand of a swindler', () => {
  const client = worriedAbout('scam', ['disclosure.scam_check', 'listening.empathy'], 2)
  const warned = { worries: [open(5)], seenCodes: { 'disclosure.scam_check': 1 } }
  const say = '我很擔心您，這很像詐騙，我們一起打165問。'

  test('lets go of the story when someone they trust speaks of fraud with empathy', () => {
    expect(settle(say, ['disclosure.scam_check', 'listening.empathy'], { ...warned, trust: 60 }, client).settled).toBe(
      'worry-1',
    )
  })

  test('holds on to it while trust is low', () => {
    expect(settle(say, ['disclosure.scam_check', 'listening.empathy'], { ...warned, trust: 50 }, client)).toMatchObject(
      { settled: null, unsettled: 'worry-1' },
    )
  })
})

describe('being passed over', () => {
  const pendingQuestion = { questionId: 'question-1', concern: 'fee', turnIndex: 5, timesAsked: 1 }

  test('a question is dropped after it was asked three times', () => {
    expect(
      settle('我們公司得獎。', [], { pendingQuestion: { ...pendingQuestion, timesAsked: 3 } }).state.pendingQuestion,
    ).toBeNull()
  })

  test('nonsense is not ignoring', () => {
    const dealt = settle('asdfgh qwer', [], { pendingQuestion })
    expect(dealt).toMatchObject({ wasIgnored: false, passedOverQuestion: null })
    expect(dealt.state.pendingQuestion).toEqual(pendingQuestion)
  })

  test('the Observer alone makes no one feel ignored where nothing lay open', () => {
    expect(settle('我們公司得獎。', ['listening.ignore'], {}).wasIgnored).toBe(false)
    expect(settle('我們公司得獎。', ['listening.ignore'], {}, plain, '那費用呢？').wasIgnored).toBe(true)
  })

  test('a promise to look it up is an answer for now', () => {
    expect(settle('這個我回公司查清楚再回覆您。', [], { pendingQuestion }).answered).toBe(true)
  })
})
