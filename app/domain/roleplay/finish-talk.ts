import { DomainError } from '../shared/domain-error'
import type { ClientState, EndReason } from './client-state'

/** Ends the talk; the levels stay as they are for the scorecard. */
export function endTalk(state: ClientState, reason: EndReason, turnIndex: number): ClientState {
  return { ...state, phase: 'ended', pendingQuestion: null, ended: { reason, turnIndex } }
}

/** @throws DomainError `talk-ended` when it already has. */
export function finishByTrainee(state: ClientState, turnIndex: number): ClientState {
  refuseEnded(state)
  return endTalk(state, 'trainee', turnIndex)
}

/** The scenario's minutes are up. @throws DomainError `talk-ended` when it already has. */
export function finishByTime(state: ClientState, turnIndex: number): ClientState {
  refuseEnded(state)
  return endTalk(state, 'time', turnIndex)
}

export function refuseEnded(state: ClientState): void {
  if (state.ended)
    throw new DomainError('talk-ended', `The talk ended at turn ${state.ended.turnIndex} (${state.ended.reason})`)
}
