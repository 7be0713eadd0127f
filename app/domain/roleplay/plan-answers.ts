import type { HiddenFact, Persona, PersonaFact } from '../persona/persona-schema'
import type { SeededRandom } from '../shared/seeded-random'
import { TOPICS, type Topic } from '../shared/topics'
import type { ClientState, Move, RevealedFact } from './client-state'
import type { Matters } from './gather-matters'
import type { HeardQuestion, Understanding } from './understand-utterance'
import { canSay, type Said } from './unsaid-lines'

export type AnswerInput = {
  persona: Persona
  matters: Matters
  state: ClientState
  said: Said
  codes: readonly string[]
  heard: Understanding
  turnIndex: number
  random: SeededRandom
  /** The trainee asks about the client's worry: the answer is that worry in other words. */
  isClarifying: boolean
  /** Topics asked about in earlier turns. */
  askedBefore: readonly string[]
}

export type Answers = { moves: Move[]; revealed: RevealedFact[]; lastTopic: string | null }

/** Asked many things at once, people answer two of them; on guard, one. */
const MOST_ANSWERS = 2
const GUARDED_UNDER = 35

/**
 * Answers what was asked about the client: from plain facts where trust allows, from hidden ones where they were earned, with a hint or
 * an evasion otherwise.
 */
export function planAnswers(input: AnswerInput): Answers {
  const { state, heard } = input
  const most = state.trust < GUARDED_UNDER ? 1 : MOST_ANSWERS
  const answers: Answers = { moves: [], revealed: [], lastTopic: null }
  const cued = findCued(input)
  const mostTopics = cued.length > 0 ? Math.max(1, most - 1) : most
  for (const topic of findAskedTopics(input)) {
    if (answers.moves.length >= mostTopics) break
    addTopic(input, answers, topic, mostTopics)
  }
  for (const hidden of cued) {
    if (answers.moves.length >= MOST_ANSWERS) break
    addHidden(input, answers, hidden)
  }
  if (answers.moves.length === 0 && heard.questions.some((question) => question.kind === 'more'))
    addMore(input, answers)
  if (answers.moves.length === 0 && heard.questions.some((question) => question.kind === 'name'))
    answers.moves.push({ kind: 'tell-name' })
  if (answers.moves.length === 0 && !input.isClarifying && isAskedOutOfReach(input))
    answers.moves.push({ kind: 'unknown-question' })
  return answers
}

/** Only when nothing else in the turn can be replied to: "I never thought of that" beside "sure, go ahead" would be odd. */
function isAskedOutOfReach({ heard, persona, said, state }: AnswerInput): boolean {
  const isOut = heard.questions.length > 0 && heard.questions.every((question) => question.kind === 'unknown')
  return isOut && canSay(persona.reactions.unknown_question, said, state.trust)
}

/** Fields of one or two topics. */
const NARROW_FIELDS = new Set(['discovery.premium_source', 'discovery.risk', 'discovery.elder_capacity'])

/** Topics the words name; where they name none, what the Observer credits tells which ground was touched. */
export function findAskedTopics(
  input: Pick<AnswerInput, 'heard' | 'codes' | 'persona' | 'state' | 'isClarifying'>,
): Topic[] {
  const { heard, codes, persona, state, isClarifying } = input
  if (heard.topics.length > 0) return heard.topics.filter((topic) => !(isClarifying && topic === 'goal.worry'))
  const asks = (kind: HeardQuestion['kind']) => heard.questions.some((question) => question.kind === kind)
  const isWide = asks('invitation') || asks('opinion')
  if (!isWide && !asks('unknown')) return []
  const told = new Set(state.revealed.map((fact) => fact.factId))
  for (const code of codes) {
    // A plain question wants its own answer; any fact of a wide field would be the wrong one.
    if (!isWide && !NARROW_FIELDS.has(code)) continue
    if (!code.startsWith('discovery.') || code === 'discovery.open_question') continue
    const fact = persona.facts.find((each) => TOPICS[each.topic] === code && !told.has(each.topic))
    if (fact) return [fact.topic]
  }
  return []
}

function findCued({ heard, matters, state }: AnswerInput): HiddenFact[] {
  const ids = new Set(heard.questions.flatMap((question) => question.cuedHidden))
  const asked = new Set<string>(heard.topics)
  return matters.hidden.filter(
    (hidden) => ids.has(hidden.id) && !isTold(state, hidden.id) && !hidden.topics.some((topic) => asked.has(topic)),
  )
}

function isTold(state: ClientState, factId: string): boolean {
  return state.revealed.some((fact) => fact.factId === factId)
}

/** Nobody pours out their heart in the first minutes, nor one secret after the other. */
const FIRST_SECRET_TURN = 2
const TURNS_BETWEEN_SECRETS = 2

function isEarned(hidden: HiddenFact, { state, turnIndex, heard }: AnswerInput): boolean {
  const isPressedOn = heard.questions.some(
    (question) => question.kind === 'more' || question.cuedHidden.includes(hidden.id),
  )
  const last = state.revealed.findLast((fact) => fact.isHidden)?.turnIndex ?? -TURNS_BETWEEN_SECRETS
  if (turnIndex < FIRST_SECRET_TURN || (!isPressedOn && turnIndex - last < TURNS_BETWEEN_SECRETS)) return false
  return state.trust >= hidden.minTrust && hidden.after.every((code) => (state.seenCodes[code] ?? 0) > 0)
}

function addHidden(input: AnswerInput, answers: Answers, hidden: HiddenFact): void {
  const { said, state, turnIndex } = input
  if (answers.moves.some((move) => 'hiddenId' in move)) return
  if (isEarned(hidden, input) && canSay(hidden.lines, said, state.trust)) {
    answers.moves.push({ kind: 'reveal', hiddenId: hidden.id })
    answers.revealed.push({ factId: hidden.id, isHidden: true, turnIndex, how: 'elicited' })
    answers.lastTopic = hidden.topics[0] ?? null
  } else if (canSay(hidden.deflect, said, state.trust)) {
    answers.moves.push({ kind: 'deflect-hidden', hiddenId: hidden.id })
    answers.lastTopic = hidden.topics[0] ?? null
  }
}

function addTopic(input: AnswerInput, answers: Answers, topic: Topic, most: number): void {
  const { persona, state, said, turnIndex } = input
  const fact = persona.facts.find((each) => each.topic === topic)
  const hidden = input.matters.hidden.find((each) => each.topics.includes(topic) && !isTold(state, each.id))
  const wasTold = isTold(state, topic)
  const before = answers.moves.length
  // Asked on, the client comes to what lies underneath.
  if (hidden && wasTold) addHidden(input, answers, hidden)
  const isReplaced = addReplacing(input, answers, topic)
  if (answers.moves.length > before) return
  if (!fact || isReplaced || (wasTold && !canSay(fact.lines, said, state.trust)))
    return void addAskedAlready(input, answers, topic)
  if (state.trust < fact.minTrust) return void addDeflection(input, answers, fact)
  if (wasTold && findQuestionOn(input.heard, topic)?.isRepeat) addAskedAlready(input, answers, topic)
  if (!canSay(fact.lines, said, state.trust)) return
  answers.moves.push({ kind: 'answer', topic })
  answers.lastTopic = topic
  if (!wasTold) answers.revealed.push({ factId: topic, isHidden: false, turnIndex, how: 'elicited' })
  if (hidden && !wasTold && answers.moves.length < most) addUnderneath(input, answers, hidden, topic)
}

/** What was earned comes out with the plain answer; a hint that there is more only now and then. */
function addUnderneath(input: AnswerInput, answers: Answers, hidden: HiddenFact, topic: Topic): void {
  const isCued = input.heard.questions.some((question) => question.cuedHidden.includes(hidden.id))
  const hintChance = isCued ? 0.8 : hidden.topics[0] === topic ? 0.3 : 0
  if (isEarned(hidden, input) || input.random.next() < hintChance) addHidden(input, answers, hidden)
}

/** @returns true when what was told already makes the plain fact untrue; it is then told in other words, where any are left. */
function addReplacing({ matters, state, said }: AnswerInput, answers: Answers, topic: Topic): boolean {
  const replacing = matters.hidden.find((each) => each.replaces.includes(topic) && isTold(state, each.id))
  if (replacing && canSay(replacing.lines, said, state.trust)) {
    answers.moves.push({ kind: 'reveal', hiddenId: replacing.id })
    answers.lastTopic = topic
  }
  return replacing !== undefined
}

function addAskedAlready({ persona, said, state, askedBefore }: AnswerInput, answers: Answers, topic: Topic): void {
  if (askedBefore.includes(topic) && canSay(persona.reactions.asked_already, said, state.trust))
    answers.moves.push({ kind: 'asked-already', topic })
  answers.lastTopic = topic
}

function addDeflection({ said, state, persona }: AnswerInput, answers: Answers, fact: PersonaFact): void {
  if (canSay(fact.deflect, said, state.trust)) answers.moves.push({ kind: 'deflect', topic: fact.topic })
  else if (canSay(persona.reactions.unknown_question, said, state.trust))
    answers.moves.push({ kind: 'unknown-question' })
  answers.lastTopic = fact.topic
}

/** "Can you tell me more?": what lies under the last topic, or that topic in other words. */
function addMore(input: AnswerInput, answers: Answers): void {
  const { state, persona, said } = input
  if (state.lastTopic === null) return
  const hidden = input.matters.hidden.find(
    (each) => each.topics.some((topic) => topic === state.lastTopic) && !isTold(state, each.id),
  )
  if (hidden) addHidden(input, answers, hidden)
  // After what was hard to say the plain answer would be an anticlimax.
  if (
    input.matters.hidden.some(
      (each) => each.topics.some((topic) => topic === state.lastTopic) && isTold(state, each.id),
    )
  )
    return
  const fact = persona.facts.find((each) => each.topic === state.lastTopic)
  if (answers.moves.length === 0 && fact && state.trust >= fact.minTrust && canSay(fact.lines, said, state.trust)) {
    answers.moves.push({ kind: 'answer', topic: fact.topic })
    answers.lastTopic = fact.topic
  }
}

function findQuestionOn(heard: Understanding, topic: Topic): HeardQuestion | undefined {
  return heard.questions.find((question) => question.topics.includes(topic))
}
