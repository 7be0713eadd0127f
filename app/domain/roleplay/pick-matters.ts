import type { ClientQuestion, Persona, Worry } from '../persona/persona-schema'
import type { Scenario } from '../persona/scenario-schema'
import type { SeededRandom } from '../shared/seeded-random'
import { CONCERNS, type Concern } from '../shared/topics'
import type { ClientState, Move, Phase } from './client-state'
import type { Matters } from './gather-matters'
import type { Dealt } from './settle-matters'
import type { Understanding } from './understand-utterance'
import { canSay, findUnsaidInOrder, type Said } from './unsaid-lines'

/** What the client has to go by when bringing up something of their own. */
export type InitiativeInput = {
  persona: Persona
  scenario: Scenario
  matters: Matters
  state: ClientState
  said: Said
  codes: readonly string[]
  heard: Understanding
  dealt: Dealt
  /** What the reply begins with. */
  reaction: string | null
  /** The client has answered a question in this reply already. */
  hasAnswered: boolean
  /** One of the answers was something kept back until now, or a hint at it. */
  hasRevealed: boolean
  turnIndex: number
  random: SeededRandom
}

const PHASE_RANK: Record<Phase, number> = { opening: 0, discovery: 1, proposal: 2, closing: 3, ended: 4 }
/** Settled for good once seen; asking again would sound as if nobody had listened. */
const ASKED_ONCE = new Set<Concern>(['agent', 'time', 'privacy', 'recording', 'complaint', 'scam', 'cooling_off'])
/** Before anything was proposed the client waits this long to bring up what concerns the product. */
const WAITS_FOR_PROPOSAL_UNTIL = 8

/** Who is about to leave brings up nothing new. */
const TOO_TIRED_UNDER = 18
const TOO_WARY_UNDER = 16
export function isTired(state: ClientState): boolean {
  return state.patience < TOO_TIRED_UNDER || state.trust < TOO_WARY_UNDER
}

export function isSettled(state: ClientState, worryId: string): boolean {
  return state.worries.some((worry) => worry.worryId === worryId && worry.status === 'settled')
}

export function isRaised(state: ClientState, worryId: string): boolean {
  return state.worries.some((worry) => worry.worryId === worryId)
}

export function hasQuestion(heard: Understanding, kind: string): boolean {
  return heard.questions.some((question) => question.kind === kind)
}

export function voiceWorry(worry: Worry, state: ClientState): Move {
  const times = state.worries.find((each) => each.worryId === worry.id)?.timesVoiced ?? 0
  return { kind: 'raise-worry', worryId: worry.id, times: times + 1 }
}

/** How long an open worry rests before the client comes back to it; a client in a swindler's hand cannot let go of the story. */
function findRest(worry: Worry): number {
  return worry.concern === 'scam' ? 2 : 5
}

/** The story a swindler told is defended when it is doubted, not before. */
export function canArise(worry: Worry, state: ClientState): boolean {
  if (isRaised(state, worry.id) || worry.concern !== 'scam') return true
  return worry.raisedBy.some((code) => (state.seenCodes[code] ?? 0) > 0)
}

/** A worry not yet voiced, best on one of `concerns`, or an old one that was never settled. Objections wait until there is something to object to. */
export function findNextWorry(
  { matters, state, said, turnIndex }: InitiativeInput,
  concerns: readonly Concern[] = [],
): Worry | null {
  const hasProposal = state.phase === 'proposal' || state.phase === 'closing'
  const isGeneral = (worry: Worry) => worry.kind === 'worry' && worry.products.length === 0
  const fits = (worry: Worry) =>
    isGeneral(worry) || hasProposal || (worry.kind === 'worry' && turnIndex >= WAITS_FOR_PROPOSAL_UNTIL)
  const canVoice = (worry: Worry) => {
    const past = state.worries.find((each) => each.worryId === worry.id)
    if (past?.status === 'settled') return false
    if (!canArise(worry, state)) return false
    if (past && turnIndex - past.lastVoicedAtTurn < findRest(worry)) return false
    return findUnsaidInOrder(worry.lines, said) !== null
  }
  const ready = matters.worries.filter((worry) => fits(worry) && canVoice(worry))
  return (
    ready.find((worry) => concerns.includes(worry.concern)) ??
    ready.find((worry) => worry.concern === 'scam') ??
    ready.find((worry) => !isRaised(state, worry.id)) ??
    ready[0] ??
    null
  )
}

/** A question on one of `concerns`, or of the present phase, that was not asked and not answered beforehand; of an earlier phase when none is left. */
export function findQuestion(
  { matters, state, said, random, heard }: InitiativeInput,
  concerns: readonly Concern[] = [],
): ClientQuestion | null {
  const here = PHASE_RANK[state.phase]
  const open = matters.questions.filter(
    (question) =>
      PHASE_RANK[question.phase] <= here &&
      !state.askedQuestions.includes(question.id) &&
      !isAskedOtherwise(question, matters.questions, state) &&
      !isAnsweredBeforehand(question, state) &&
      canSay(question.lines, said, state.trust),
  )
  const wanted = open.filter((question) => concerns.includes(question.concern))
  if (wanted.length > 0) return random.pick(wanted)
  // What was just spoken of leads on to the next question now and then; a deferral touches everything and leads nowhere.
  const leadsOn =
    PHASE_RANK[state.phase] >= PHASE_RANK.proposal && heard.concernsTouched.length < 8 && random.next() < 0.5
  const touched = leadsOn ? open.filter((question) => heard.concernsTouched.includes(question.concern)) : []
  const timely = open.filter((question) => PHASE_RANK[question.phase] === here)
  const pool =
    touched.length > 0 ? touched : timely.length > 0 ? timely : open.filter((question) => question.phase !== 'opening')
  return pool.length > 0 ? random.pick(pool) : null
}

export function askQuestion({ id, askedFrom }: ClientQuestion): Move {
  return { kind: 'ask', questionId: id, ...(askedFrom && { passageId: askedFrom.passageId }) }
}

/** What the client has asked in their own words they do not ask again out of the documents, nor the other way round. */
function isAskedOtherwise(question: ClientQuestion, all: readonly ClientQuestion[], state: ClientState): boolean {
  return all.some(
    (other) =>
      other.concern === question.concern &&
      (other.askedFrom === undefined) !== (question.askedFrom === undefined) &&
      state.askedQuestions.includes(other.id),
  )
}

function isAnsweredBeforehand(question: ClientQuestion, state: ClientState): boolean {
  if (!ASKED_ONCE.has(question.concern)) return false
  return CONCERNS[question.concern].some((code) => code !== 'listening.answer' && (state.seenCodes[code] ?? 0) > 0)
}
