import type { Persona } from '../persona/persona-schema'
import type { Scenario } from '../persona/scenario-schema'
import type { Localised } from '../shared/localised'
import type { ClientState } from './client-state'
import { gatherMatters } from './gather-matters'

export type LearntFact = {
  factId: string
  isHidden: boolean
  turnIndex: number
  how: 'elicited' | 'volunteered'
  note: Localised
}

/** What the trainee has learnt about the client so far, in the order learnt, as third-person notes. */
export function describeLearnt(persona: Persona, scenario: Scenario, state: ClientState): LearntFact[] {
  const hidden = new Map(gatherMatters(persona, scenario).hidden.map((fact) => [fact.id, fact.note]))
  const plain = new Map<string, Localised>(persona.facts.map((fact) => [fact.topic, fact.note]))
  return state.revealed.flatMap((fact) => {
    const note = (fact.isHidden ? hidden : plain).get(fact.factId)
    return note ? [{ ...fact, note }] : []
  })
}

export type UntoldFact = { hiddenId: string; note: Localised; opener: Localised }

/** What the client kept back to the end, each with the question that would have opened it. */
export function describeUntold(persona: Persona, scenario: Scenario, state: ClientState): UntoldFact[] {
  const told = new Set(state.revealed.filter((fact) => fact.isHidden).map((fact) => fact.factId))
  return gatherMatters(persona, scenario)
    .hidden.filter((fact) => !told.has(fact.id))
    .map((fact) => ({ hiddenId: fact.id, note: fact.note, opener: fact.opener }))
}
