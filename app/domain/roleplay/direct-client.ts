import type { Persona } from '../persona/persona-schema'
import type { Scenario } from '../persona/scenario-schema'
import type { Observation, TalkLine } from '../shared/observation'
import { createSeededRandom, type SeededRandom } from '../shared/seeded-random'
import { chooseReaction, type Reacting } from './choose-reaction'
import type { ClientState, Intent, Mood, Move } from './client-state'
import { decidePhase } from './decide-phase'
import { deriveMood } from './derive-mood'
import { feelCodes, feelManner } from './feel-turn'
import { fillSilence } from './fill-silence'
import { endTalk, refuseEnded } from './finish-talk'
import { gatherMatters, type Matters } from './gather-matters'
import { noteMoves } from './note-moves'
import { findScepticism } from './open-client-state'
import type { InitiativeInput } from './pick-matters'
import { type Answers, findAskedTopics, planAnswers } from './plan-answers'
import { hasTalkedOut, planInitiative } from './plan-initiative'
import {
  hasLostPatience,
  type Parting,
  type PartingInput,
  planFarewell,
  planImpatientParting,
  planParting,
} from './plan-parting'
import { type Dealt, findWorry, settleMatters } from './settle-matters'
import { type Understanding, understandUtterance } from './understand-utterance'
import { canSay, type Said } from './unsaid-lines'

export type DirectInput = {
  persona: Persona
  scenario: Scenario
  state: ClientState
  utterance: string
  observations: readonly Observation[]
  /** The talk before the utterance, oldest first, the opening line included. */
  talk: readonly TalkLine[]
  /** From 0. */
  turnIndex: number
  seed: string
}

export type Directed = { state: ClientState; intent: Intent }

type Turn = {
  input: DirectInput
  matters: Matters
  codes: string[]
  heard: Understanding
  state: ClientState
  said: Said
  dealt: Dealt
  random: SeededRandom
}

/**
 * Decides what the client feels and does next. Pure: the same input gives the same state and intent, whichever engine then speaks.
 *
 * @returns the state after the turn, and the moves of the reply in order; `intent.ends` when this reply ends the meeting.
 * @throws DomainError `talk-ended` when the talk has ended already.
 * Source: design.md, "One idea: perceive, direct, act, compute".
 */
export function directClient(input: DirectInput): Directed {
  refuseEnded(input.state)
  const turn = hearTurn(input)
  const redLine = input.persona.redLines.find((line) => turn.codes.includes(line.code))
  if (redLine)
    return finish(turn, {
      moves: [{ kind: 'red-line', code: redLine.code }],
      reason: 'client-red-line',
      hasAgreed: turn.state.hasAgreed,
    })
  const parting = hasLostPatience(turn.state) ? planImpatientParting(asParting(turn)) : planParting(asParting(turn))
  if (parting) return finish(turn, parting)
  return answerTurn(turn)
}

function hearTurn(input: DirectInput): Turn {
  const { persona, scenario, turnIndex } = input
  const matters = gatherMatters(persona, scenario)
  const heard = understandUtterance({ utterance: input.utterance, persona, hidden: matters.hidden, talk: input.talk })
  const seen = [...new Set(input.observations.map((observation) => observation.code))]
  // A question about the client's own life is part of the meeting to them.
  const codes = heard.topics.length > 0 ? seen.filter((code) => code !== 'meta.off_topic') : seen
  const scepticism = findScepticism(persona, scenario)
  const felt = feelCodes(input.state, codes, scepticism)
  const isDoubted = codes.some((code) => code.startsWith('violation.') || code === 'listening.rude')
  const lastClientLine = input.talk.findLast((line) => line.who === 'client')?.text ?? ''
  const dealt = settleMatters({ state: felt, matters, codes, heard, turnIndex, isDoubted, lastClientLine, scepticism })
  const worn = feelManner(dealt.state, heard, codes, dealt)
  const hasAsked = findAskedTopics({ heard, codes, persona, state: worn, isClarifying: false }).length > 0
  const phase = decidePhase(
    worn.phase,
    codes,
    hasAsked,
    dealt.answered || dealt.settled !== null || dealt.unsettled !== null,
  )
  const state = {
    ...worn,
    phase,
    askedTopics: [...new Set([...worn.askedTopics, ...heard.topics])],
    lastTurnIndex: turnIndex,
  }
  const random = createSeededRandom(`${input.seed}/direct/${turnIndex}/${scenario.id}`)
  return { input, matters, codes, heard, state, said: new Set(state.saidLines), dealt: { ...dealt, state }, random }
}

function asParting(turn: Turn): PartingInput {
  return { ...turn, persona: turn.input.persona, turnIndex: turn.input.turnIndex }
}

function finish(turn: Turn, { moves, reason, hasAgreed }: Parting): Directed {
  const state = endTalk({ ...turn.state, hasAgreed }, reason, turn.input.turnIndex)
  const mood = reason === 'client-red-line' || reason === 'client-impatient' ? 'closed' : deriveMood(turn.state)
  return { state: { ...state, mood }, intent: { moves, mood, ends: reason } }
}

function answerTurn(turn: Turn): Directed {
  const { input, dealt, said, state } = turn
  const hasClientOpened = input.talk[0]?.who === 'client'
  const askedBefore = input.state.askedTopics
  const common = {
    persona: input.persona,
    matters: turn.matters,
    said,
    codes: turn.codes,
    heard: turn.heard,
    turnIndex: input.turnIndex,
    random: turn.random,
  }
  const reacting = chooseReaction({ ...common, state, dealt, hasClientOpened })
  const answers =
    reacting.stance === 'upset' || reacting.stance === 'waiting'
      ? { moves: [], revealed: [], lastTopic: null }
      : planAnswers({ ...common, state, askedBefore, isClarifying: dealt.clarifies !== null })
  const told = {
    ...state,
    revealed: [...state.revealed, ...answers.revealed],
    lastTopic: answers.lastTopic ?? state.lastTopic,
  }
  const initiativeInput = {
    ...common,
    scenario: input.scenario,
    state: told,
    dealt,
    reaction: reacting.reaction,
    hasAnswered: answers.moves.length > 0,
    hasRevealed: answers.moves.some((move) => 'hiddenId' in move),
  }
  if (hasTalkedOut(initiativeInput)) return finish(turn, planFarewell(told))
  const moves = orderMoves(turn, reacting, answers, planOwn(turn, reacting, answers, initiativeInput))
  if (moves.length === 0) {
    const filler = fillSilence(initiativeInput)
    if (!filler) return finish(turn, planFarewell(told))
    moves.push(filler)
  }
  const next = noteMoves(told, moves, turn.matters, input.turnIndex)
  const moody = { ...next, mood: colourMood(deriveMood(next), reacting.stance) }
  return { state: moody, intent: { moves, mood: moody.mood, ends: null } }
}

function planOwn(turn: Turn, reacting: Reacting, answers: Answers, initiativeInput: InitiativeInput): Move | null {
  const { dealt, codes } = turn
  const isPressed = codes.includes('violation.pressure') || codes.includes('closing.premature')
  if (reacting.stance === 'upset' && !isPressed) {
    // Shocked people say one thing; where they were still waiting for an answer they come back to it.
    return dealt.passedOverQuestion && reacting.reaction === 'repeated' ? planInitiative(initiativeInput) : null
  }
  if (reacting.stance === 'uneasy' && answers.moves.length > 0) return null
  return planInitiative(initiativeInput)
}

function orderMoves(turn: Turn, reacting: Reacting, answers: Answers, initiative: Move | null): Move[] {
  const moves: Move[] = []
  if (reacting.reaction) moves.push({ kind: 'react', reaction: reacting.reaction })
  const verdict =
    reacting.stance === 'upset' || reacting.stance === 'waiting' ? null : planVerdict(turn, reacting, initiative)
  if (verdict) moves.push(verdict)
  moves.push(...answers.moves)
  if (initiative) moves.push(initiative)
  return moves
}

/** What became of the client's worry: settled, or not yet. */
function planVerdict(
  { dealt, matters, said, random, state }: Turn,
  reacting: Reacting,
  initiative: Move | null,
): Move | null {
  const settled = dealt.settled ? findWorry(matters, dealt.settled) : undefined
  if (settled) return canSay(settled.settled, said, state.trust) ? { kind: 'settle-worry', worryId: settled.id } : null
  const unsettled = dealt.unsettled ? findWorry(matters, dealt.unsettled) : undefined
  const isVoicedAgain = initiative?.kind === 'raise-worry' && initiative.worryId === dealt.unsettled
  if (!unsettled || isVoicedAgain || reacting.reaction === 'argued') return null
  const speaks = initiative === null || random.next() < 0.75
  return speaks && canSay(unsettled.unsettled, said, state.trust)
    ? { kind: 'worry-unsettled', worryId: unsettled.id }
    : null
}

/** Nobody looks friendly in the moment in which they are taken aback, however well it went until then. */
function colourMood(mood: Mood, stance: Reacting['stance']): Mood {
  return stance === 'upset' && (mood === 'warm' || mood === 'curious' || mood === 'neutral') ? 'worried' : mood
}
