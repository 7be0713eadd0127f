import type { Worry } from '../persona/persona-schema'
import type { Scenario } from '../persona/scenario-schema'
import { CONCERN_NAMES, type Concern } from '../shared/topics'
import type { Move, Phase } from './client-state'
import { CONCERN_CUES } from './concern-cues'
import {
  askQuestion,
  findNextWorry,
  findQuestion,
  hasQuestion,
  type InitiativeInput,
  isRaised,
  isTired,
  voiceWorry,
} from './pick-matters'
import { planDecision } from './plan-decision'
import type { Understanding } from './understand-utterance'
import { canSay, findUnsaidInOrder } from './unsaid-lines'

/** After this many stalls with nothing new to object, the client sees no more to talk about. */
const MOST_STALLS = 5

/** The one thing of their own a client brings up in a reply, if any: a decision, a worry, a question, a remark. */
export function planInitiative(input: InitiativeInput): Move | null {
  // What was hard to tell stands alone.
  if (input.hasRevealed) return null
  if (input.dealt.wasIgnored && !planPassedOver(input)) return planDecision(input)
  return (
    planPassedOver(input) ?? planDecision(input) ?? planRaisedBy(input) ?? planInvited(input) ?? planByRhythm(input)
  )
}

/** What was passed over comes first: the question again, the worry in harder words. */
function planPassedOver({ dealt, matters, said, state }: InitiativeInput): Move | null {
  const question = matters.questions.find((each) => each.id === dealt.passedOverQuestion)
  if (question && state.pendingQuestion && canSay(question.again, said, state.trust))
    return { kind: 'ask-again', questionId: question.id }
  const worryId = dealt.passedOverWorry ?? dealt.clarifies
  const worry = matters.worries.find((each) => each.id === worryId)
  // Passed over again and again the client complains of it every other time, instead of running through all wordings in a row.
  const holdsTongue = dealt.passedOverWorry !== null && state.ignoredInARow % 2 === 0
  if (worry && !holdsTongue && findUnsaidInOrder(worry.lines, said)) return voiceWorry(worry, state)
  return null
}

/** Something the trainee said that touches a sore point. */
function planRaisedBy(input: InitiativeInput): Move | null {
  const { matters, state, codes, said, turnIndex, random, hasAnswered } = input
  if (state.hasAgreed || isTired(state) || turnIndex - state.lastRaisedAtTurn < 2) return null
  const sore = matters.worries.find(
    (worry) =>
      !isRaised(state, worry.id) &&
      worry.raisedBy.some((code) => codes.includes(code)) &&
      findUnsaidInOrder(worry.lines, said) !== null,
  )
  if (!sore || (hasAnswered && random.next() < 0.4)) return null
  return voiceWorry(sore, state)
}

/** What an invitation such as 「您對匯率有什麼看法」 is about. */
function findAskedConcerns(heard: Understanding): Concern[] {
  const asked = heard.questions.map((question) => question.text).join('，')
  return CONCERN_NAMES.filter((concern) => CONCERN_CUES[concern].test(asked))
}

/** "Any questions?", "what do you think?": the client takes the word. */
function planInvited(input: InitiativeInput): Move | null {
  const { heard, state, random, hasAnswered } = input
  if (hasAnswered || !(hasQuestion(heard, 'invite') || hasQuestion(heard, 'opinion'))) return null
  const concerns = findAskedConcerns(heard)
  const question = findQuestion(input, concerns)
  const worry = state.hasAgreed ? null : findNextWorry(input, concerns)
  if (worry && concerns.includes(worry.concern)) return voiceWorry(worry, state)
  if (question && (!worry || hasQuestion(heard, 'invite') || random.next() < 0.5)) return askQuestion(question)
  if (worry) return voiceWorry(worry, state)
  return stallOrRemark(input)
}

/** What is said when nothing else comes up: a put-off once something was proposed, else a remark. */
export function stallOrRemark({
  persona,
  said,
  state,
  codes,
}: Pick<InitiativeInput, 'persona' | 'said' | 'state' | 'codes'>): Move | null {
  const hasProposal = state.phase === 'proposal' || state.phase === 'closing'
  if (
    hasProposal &&
    !state.hasAgreed &&
    !codes.includes('closing.no_pressure') &&
    canSay(persona.stall, said, state.trust)
  )
    return { kind: 'stall' }
  return canSay(persona.remarks, said, state.trust) ? { kind: 'remark' } : null
}

/** Chances of each, in a turn in which nothing calls for one of them. */
type Rhythm = { worry: number; ask: number; remark: number }
const RHYTHM: Record<'answered' | 'spoken-to', Record<Exclude<Phase, 'ended'>, Rhythm>> = {
  answered: {
    opening: { worry: 0, ask: 0.2, remark: 0.1 },
    discovery: { worry: 0.16, ask: 0.1, remark: 0.12 },
    proposal: { worry: 0.2, ask: 0.2, remark: 0.05 },
    closing: { worry: 0.2, ask: 0.15, remark: 0.05 },
  },
  'spoken-to': {
    opening: { worry: 0, ask: 0.5, remark: 0.3 },
    discovery: { worry: 0.35, ask: 0.3, remark: 0.35 },
    proposal: { worry: 0.35, ask: 0.5, remark: 0.1 },
    closing: { worry: 0.3, ask: 0.35, remark: 0.15 },
  },
}
/** After these a small remark sounds natural; after empathy or bad news it would sound as if the client had not listened. */
const LIGHT_REACTIONS = new Set(['greeted', 'identified', 'purpose', 'small_talk', 'explained_plainly'])
/** The scenario's focus worries come up at the latest in these turns: the first by turn 4, then one every third turn. */
const FIRST_FOCUS_TURN = 4
const FOCUS_EVERY = 3

function planByRhythm(input: InitiativeInput): Move | null {
  const { state, hasAnswered } = input
  if (state.phase === 'ended' || isTired(state)) return null
  // Asked to say more about something hard, who has said what they can stops there.
  if (!hasAnswered && hasQuestion(input.heard, 'more')) return null
  const rhythm = RHYTHM[hasAnswered ? 'answered' : 'spoken-to'][state.phase]
  return planMatter(input, rhythm) ?? planRemark(input, rhythm)
}

function planMatter(input: InitiativeInput, rhythm: Rhythm): Move | null {
  const { state, random, turnIndex, hasAnswered, scenario, dealt } = input
  // Having just been answered, people take that in before the next thing.
  const roll = random.next() / (state.lastRaisedAtTurn === turnIndex - 1 ? 0.35 : 1)
  const isResting = turnIndex - state.lastRaisedAtTurn < (hasAnswered ? 2 : 1)
  if (isResting || state.pendingQuestion !== null || dealt.unsettled !== null) return null
  const worry = state.hasAgreed ? null : findNextWorry(input)
  if (worry && (roll < rhythm.worry || isDue(worry, scenario, turnIndex))) return voiceWorry(worry, state)
  const question = findQuestion(input)
  return question && roll < rhythm.worry + rhythm.ask ? askQuestion(question) : null
}

function planRemark({ state, persona, random, dealt, said, reaction }: InitiativeInput, rhythm: Rhythm): Move | null {
  const chatty = 0.5 + persona.temper.talkativeness / 100
  const isLight =
    (reaction === null || LIGHT_REACTIONS.has(reaction)) && dealt.settled === null && dealt.unsettled === null
  return random.next() < rhythm.remark * chatty && isLight && canSay(persona.remarks, said, state.trust)
    ? { kind: 'remark' }
    : null
}

function isDue(worry: Worry, scenario: Scenario, turnIndex: number): boolean {
  const place = scenario.focusWorries.indexOf(worry.id)
  return place !== -1 && turnIndex >= FIRST_FOCUS_TURN + place * FOCUS_EVERY
}

/** True when the client has put off the decision so often, with nothing left to object, that more talk leads nowhere. */
export function hasTalkedOut(input: InitiativeInput): boolean {
  return input.state.stallCount >= MOST_STALLS && findNextWorry(input) === null && !input.state.hasAgreed
}
