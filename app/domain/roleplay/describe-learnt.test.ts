import { expect, test } from 'vitest'
import { plainPersona, plainScenario } from '../../../tests/fixtures/plain-persona'
import { describeLearnt, describeUntold } from './describe-learnt'
import { openClientState } from './open-client-state'

const persona = plainPersona()
const scenario = plainScenario()

test('lists what was told in order, and what stayed hidden with its opener', () => {
  const state = {
    ...openClientState(persona, scenario),
    revealed: [
      { factId: 'secret-2', isHidden: true, turnIndex: 4, how: 'elicited' as const },
      { factId: 'life.home', isHidden: false, turnIndex: 5, how: 'elicited' as const },
    ],
  }
  expect(describeLearnt(persona, scenario, state).map((fact) => [fact.factId, fact.note.zh, fact.turnIndex])).toEqual([
    ['secret-2', 'secret-2', 4],
    ['life.home', 'life.home', 5],
  ])
  expect(describeUntold(persona, scenario, state)).toEqual([
    { hiddenId: 'secret-1', note: { zh: 'secret-1', en: 'secret-1' }, opener: { zh: 'secret-1', en: 'secret-1' } },
  ])
})
