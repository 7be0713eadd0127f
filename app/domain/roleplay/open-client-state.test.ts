import { expect, test } from 'vitest'
import { plainPersona, plainScenario } from '../../../tests/fixtures/plain-persona'
import { finishByTime, finishByTrainee } from './finish-talk'
import { findScepticism, openClientState, openMeeting } from './open-client-state'

const persona = plainPersona()
const scenario = plainScenario()

test('temper plus the shift of the scenario, within 0 and 100', () => {
  // Plain temper is 50 each, the scenario adds 10 trust.
  expect(openClientState(persona, scenario)).toMatchObject({
    trust: 60,
    interest: 50,
    patience: 50,
    phase: 'opening',
    ended: null,
  })
  const hard = { ...scenario, temperShift: { trust: -40, interest: 0, patience: 40, scepticism: 30 } }
  expect(openClientState({ ...persona, temper: { ...persona.temper, trust: 20, patience: 90 } }, hard)).toMatchObject({
    trust: 0,
    patience: 100,
  })
  expect(findScepticism(persona, hard)).toBe(80)
})

test('the opening line counts as said; without one the trainee speaks first', () => {
  const opened = openMeeting(persona, scenario, 'seed')
  expect(opened.text).toBe('請坐。')
  expect(opened.state.saidLines).toEqual(['請坐'])
  expect(openMeeting(persona, { ...scenario, opening: [] }, 'seed')).toEqual({
    text: null,
    state: openClientState(persona, scenario),
  })
})

test('the trainee or the clock can end a talk, once', () => {
  const state = openClientState(persona, scenario)
  const ended = finishByTrainee(state, 3)
  expect(ended).toMatchObject({ phase: 'ended', ended: { reason: 'trainee', turnIndex: 3 } })
  expect(finishByTime(state, 5).ended).toEqual({ reason: 'time', turnIndex: 5 })
  expect(() => finishByTime(ended, 4)).toThrow('talk-ended')
})
