import type { ClientState, Move } from './client-state'
import type { Matters } from './gather-matters'

/** Writes what a reply does into the state. */
export function noteMoves(
  state: ClientState,
  moves: readonly Move[],
  matters: Matters,
  turnIndex: number,
): ClientState {
  let next = state
  for (const move of moves) next = { ...next, ...noteMove(next, move, matters, turnIndex) }
  return next
}

function noteMove(state: ClientState, move: Move, matters: Matters, turnIndex: number): Partial<ClientState> {
  switch (move.kind) {
    case 'react':
      return { reactedAtTurn: { ...state.reactedAtTurn, [move.reaction]: turnIndex } }
    case 'worry-unsettled':
      return {
        worries: state.worries.map((each) =>
          each.worryId === move.worryId ? { ...each, lastSpokenOfAtTurn: turnIndex } : each,
        ),
      }
    case 'raise-worry':
      return { worries: voice(state, move.worryId, turnIndex), lastRaisedAtTurn: turnIndex }
    case 'ask':
      return {
        pendingQuestion: {
          questionId: move.questionId,
          concern: findConcern(matters, move.questionId),
          turnIndex,
          timesAsked: 1,
          ...(move.passageId !== undefined && { passageId: move.passageId }),
        },
        askedQuestions: [...state.askedQuestions, move.questionId],
        lastRaisedAtTurn: turnIndex,
      }
    case 'ask-again': {
      const pending = state.pendingQuestion
      return { pendingQuestion: pending && { ...pending, turnIndex, timesAsked: pending.timesAsked + 1 } }
    }
    case 'stall':
      return { stallCount: state.stallCount + 1 }
    case 'agree':
      return { hasAgreed: true }
    default:
      return {}
  }
}

function findConcern(matters: Matters, questionId: string): string {
  return matters.questions.find((question) => question.id === questionId)!.concern
}

function voice(state: ClientState, worryId: string, turnIndex: number): ClientState['worries'] {
  const past = state.worries.find((worry) => worry.worryId === worryId)
  const voiced = past
    ? { ...past, timesVoiced: past.timesVoiced + 1, lastVoicedAtTurn: turnIndex, lastSpokenOfAtTurn: turnIndex }
    : {
        worryId,
        status: 'open' as const,
        raisedAtTurn: turnIndex,
        lastVoicedAtTurn: turnIndex,
        lastSpokenOfAtTurn: turnIndex,
        timesVoiced: 1,
        seen: [],
      }
  return [...state.worries.filter((worry) => worry.worryId !== worryId), voiced]
}
