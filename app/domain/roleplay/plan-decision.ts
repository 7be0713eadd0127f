import type { Worry } from '../persona/persona-schema'
import type { Move } from './client-state'
import { canArise, hasQuestion, type InitiativeInput, isRaised, isSettled, voiceWorry } from './pick-matters'
import { canSay, findUnsaidInOrder } from './unsaid-lines'

/** Asked for a decision or a next step: yes when it was earned, else what stands in the way, else "let me think". */
export function planDecision(input: InitiativeInput): Move | null {
  const { codes, heard, state, persona, said, dealt } = input
  const isAskedOutright =
    codes.includes('closing.ask') || codes.includes('closing.premature') || hasQuestion(heard, 'commit')
  // A next step named only to answer the client's own question asks for nothing yet.
  const isAsked =
    isAskedOutright || (codes.includes('closing.next_step') && !dealt.answered && input.turnIndex >= EARLIEST_STEP_TURN)
  if (!isAsked || state.hasAgreed) return null
  if (canAgree(input)) return canSay(persona.agree.lines, said, state.trust) ? { kind: 'agree' } : null
  // One thing at a time: the worry just spoken of stands in the way.
  if (dealt.unsettled) return null
  const blocking = findBlockingWorry(input)
  if (blocking) return voiceWorry(blocking, state)
  return canSay(persona.stall, said, state.trust) ? { kind: 'stall' } : null
}

/** Before this turn a date is small talk, not a decision. */
const EARLIEST_STEP_TURN = 4

/** True when trust and interest are there, what must be settled is, and nothing in this turn speaks against it. */
export function canAgree({
  persona,
  state,
  matters,
  codes,
}: Pick<InitiativeInput, 'persona' | 'state' | 'matters' | 'codes'>): boolean {
  if (codes.some((code) => code.startsWith('violation.') || code === 'closing.premature' || code === 'listening.rude'))
    return false
  const mustBeSettled = persona.agree.settled.filter((id) => matters.worries.some((worry) => worry.id === id))
  return (
    state.trust >= persona.agree.minTrust &&
    state.interest >= persona.agree.minInterest &&
    mustBeSettled.every((id) => state.worries.some((worry) => worry.worryId === id && worry.status === 'settled'))
  )
}

/** The worry that keeps the client from saying yes: one they need settled, an objection not yet made, an open one. */
function findBlockingWorry(input: InitiativeInput): Worry | null {
  const { persona, state, matters, said, turnIndex } = input
  const open = matters.worries.filter(
    (worry) => !isSettled(state, worry.id) && canArise(worry, state) && findUnsaidInOrder(worry.lines, said) !== null,
  )
  const fresh = open.filter(
    (worry) => (state.worries.find((each) => each.worryId === worry.id)?.lastVoicedAtTurn ?? -9) < turnIndex - 1,
  )
  return (
    fresh.find((worry) => persona.agree.settled.includes(worry.id)) ??
    fresh.find((worry) => worry.kind === 'objection' && !isRaised(state, worry.id)) ??
    fresh.find((worry) => isRaised(state, worry.id)) ??
    null
  )
}
