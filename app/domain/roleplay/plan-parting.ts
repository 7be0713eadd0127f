import type { Persona } from '../persona/persona-schema'
import type { ClientState, EndReason, Move } from './client-state'
import type { Matters } from './gather-matters'
import { canAgree } from './plan-decision'
import type { Understanding } from './understand-utterance'
import { canSay, type Said } from './unsaid-lines'

export type PartingInput = {
  persona: Persona
  matters: Matters
  state: ClientState
  said: Said
  codes: readonly string[]
  heard: Understanding
  turnIndex: number
}
export type Parting = { moves: Move[]; reason: EndReason; hasAgreed: boolean }

/** Patience at which the client gets up. */
const LEAVES_AT_PATIENCE = 0
/** Turns in a row that pass over the client, or hold nothing, after which anyone would leave. */
const LEAVES_AFTER_IGNORED = 5
const LEAVES_AFTER_EMPTY = 4

export function hasLostPatience(state: ClientState): boolean {
  return (
    state.patience <= LEAVES_AT_PATIENCE ||
    state.ignoredInARow >= LEAVES_AFTER_IGNORED ||
    state.emptyInARow >= LEAVES_AFTER_EMPTY
  )
}

/** The way out of a client who has had enough, with a last word on what they had enough of. */
export function planImpatientParting({ persona, heard, said, state }: PartingInput): Parting {
  const reaction = heard.isNonsense
    ? 'nonsense'
    : heard.isMachineTalk
      ? 'machine_talk'
      : state.ignoredInARow > 1
        ? 'ignored_again'
        : null
  const before: Move[] =
    reaction && canSay(persona.reactions[reaction], said, state.trust) ? [{ kind: 'react', reaction }] : []
  return {
    moves: [...before, { kind: 'farewell', tone: 'impatient' }],
    reason: 'client-impatient',
    hasAgreed: state.hasAgreed,
  }
}

/** The trainee takes leave: yes to the next step where it was just earned, then goodbye. */
export function planParting(input: PartingInput): Parting | null {
  const { heard, state, said, persona } = input
  if (!heard.isGoodbye || input.turnIndex === 0) return null
  const settlesStep = ['closing.next_step', 'closing.ask'].some((code) => (state.seenCodes[code] ?? 0) > 0)
  if (state.hasAgreed || !settlesStep || !canAgree(input)) return planFarewell(state)
  const yes: Move[] = canSay(persona.agree.lines, said, state.trust) ? [{ kind: 'agree' }] : []
  const farewell = planFarewell({ ...state, hasAgreed: true })
  return { ...farewell, moves: [...yes, ...farewell.moves] }
}

/** Parting words by how the talk went. */
export function planFarewell(state: ClientState): Parting {
  if (state.hasAgreed)
    return { moves: [{ kind: 'farewell', tone: 'agreed' }], reason: 'client-agreed', hasAgreed: true }
  const tone = isFriendly(state) ? 'friendly' : 'cold'
  return { moves: [{ kind: 'farewell', tone }], reason: 'client-done', hasAgreed: false }
}

function isFriendly(state: ClientState): boolean {
  return state.trust >= 42 && state.patience >= 20
}
