import type { Persona, Reaction } from '../persona/persona-schema'
import type { SeededRandom } from '../shared/seeded-random'
import type { ClientState } from './client-state'
import { type Emptiness, findEmptiness } from './feel-turn'
import type { QuestionKind } from './find-question-kind'
import type { Dealt } from './settle-matters'
import type { Understanding } from './understand-utterance'
import { canSay, type Said } from './unsaid-lines'

/**
 * How a reaction leaves the client: `upset` says no more than needed and answers nothing, `waiting` answers nothing until what they asked is
 * dealt with, `uneasy` answers shortly and brings up nothing new, `open` goes on as usual.
 */
type Stance = 'upset' | 'waiting' | 'uneasy' | 'open'
export type Reacting = { reaction: Reaction | null; stance: Stance }

/** Faults first and worst first: whatever else was said, this is what a person would react to. */
const BREACHES: readonly (readonly [string, Reaction, Stance])[] = [
  ['listening.rude', 'rude', 'upset'],
  ['violation.nondisclosure', 'asked_to_hide', 'upset'],
  ['violation.sign_for', 'asked_to_hide', 'upset'],
  ['violation.skip_safeguard', 'asked_to_hide', 'upset'],
  ['violation.guaranteed_return', 'guaranteed', 'upset'],
  ['violation.rebate', 'rebate_offered', 'upset'],
  ['violation.pressure', 'pressed', 'upset'],
  ['violation.privacy', 'privacy_breach', 'upset'],
  ['violation.handle_money', 'misled', 'upset'],
  ['violation.loan_to_pay', 'misled', 'upset'],
  ['violation.twisting', 'misled', 'upset'],
  ['closing.premature', 'pressed_early', 'upset'],
  ['objection.argue', 'argued', 'uneasy'],
]

/** What a good turn gets, by what calls for a reply most. */
const WELCOMES: readonly (readonly [string, Reaction])[] = [
  ['opening.permission', 'permission'],
  ['listening.paraphrase', 'paraphrased'],
  ['listening.empathy', 'empathy'],
  ['listening.check', 'checked'],
  ['disclosure.scam_check', 'scam_check'],
  ['disclosure.recording', 'recording'],
  ['closing.no_pressure', 'no_pressure'],
  ['closing.summarise', 'summarised'],
  ['disclosure.surrender_loss', 'surrender_disclosed'],
  ['disclosure.replacement_loss', 'surrender_disclosed'],
  ['disclosure.fx_risk', 'risk_disclosed'],
  ['disclosure.investment_risk', 'risk_disclosed'],
  ['disclosure.non_guaranteed', 'risk_disclosed'],
  ['disclosure.exclusion', 'exclusion_disclosed'],
  ['disclosure.fee', 'fee_disclosed'],
  ['disclosure.premium', 'premium_disclosed'],
  ['disclosure.cooling_off', 'cooling_off'],
  ['disclosure.duty_to_disclose', 'duty_to_disclose'],
  ['disclosure.guaranty_fund', 'guaranty_or_complaint'],
  ['disclosure.complaint', 'guaranty_or_complaint'],
  ['disclosure.suitable', 'suitable'],
  ['explanation.tailor', 'tailored'],
  ['explanation.plain', 'explained_plainly'],
  ['explanation.evidence', 'evidence'],
  ['opening.privacy_notice', 'privacy_notice'],
  ['opening.licence', 'licence'],
  ['opening.identify', 'identified'],
  ['opening.purpose', 'purpose'],
  ['explanation.feature', 'explained'],
  ['opening.greet', 'greeted'],
]

/** A reaction is not used again within this many turns when another fits. */
const REST_TURNS = 3

export type ReactInput = {
  persona: Persona
  state: ClientState
  said: Said
  codes: readonly string[]
  heard: Understanding
  dealt: Dealt
  turnIndex: number
  hasClientOpened: boolean
  random: SeededRandom
}

/** Picks the one thing the client says about what the trainee just did, before anything else. */
export function chooseReaction(input: ReactInput): Reacting {
  const bad = findBreach(input) ?? findEmptyTurn(input) ?? findWearyTurn(input)
  if (bad)
    return bad.reaction === null || sayable(input, bad.reaction)
      ? bad
      : { reaction: findOther(input, bad.stance), stance: bad.stance }
  return { reaction: chooseWelcome(input), stance: 'open' }
}

function sayable({ persona, said, state }: ReactInput, reaction: Reaction): boolean {
  return canSay(persona.reactions[reaction], said, state.trust)
}

function findBreach({ codes, state }: ReactInput): Reacting | null {
  for (const [code, reaction, stance] of BREACHES) {
    if (!codes.includes(code)) continue
    if (code === 'closing.premature' && state.hasAgreed) continue
    return { reaction, stance }
  }
  return codes.some((code) => code.startsWith('violation.')) ? { reaction: 'misled', stance: 'uneasy' } : null
}

const EMPTY_REACTIONS: Record<Emptiness, Reacting> = {
  machineTalk: { reaction: 'machine_talk', stance: 'upset' },
  nonsense: { reaction: 'nonsense', stance: 'upset' },
  repeated: { reaction: 'repeated', stance: 'upset' },
  tooShort: { reaction: 'too_short', stance: 'open' },
}

function findEmptyTurn({ codes, heard, dealt }: ReactInput): Reacting | null {
  const emptiness = findEmptiness(heard, codes, dealt)
  if (emptiness !== null) return EMPTY_REACTIONS[emptiness]
  return codes.includes('meta.off_topic') ? { reaction: 'off_topic', stance: 'uneasy' } : null
}

function findWearyTurn(input: ReactInput): Reacting | null {
  const { codes, heard, dealt, state } = input
  if (dealt.wasIgnored) {
    const isFirst = state.ignoredInARow <= 1 || !hasComplained(input)
    if (isFirst && heard.topics.length > 0 && state.patience >= 45) return { reaction: null, stance: 'open' }
    // Who lets the question go complains once more and then takes part again.
    const hasGivenUp = dealt.passedOverQuestion !== null && state.pendingQuestion === null
    return { reaction: isFirst ? 'ignored' : 'ignored_again', stance: hasGivenUp ? 'uneasy' : 'waiting' }
  }
  if (codes.includes('explanation.jargon')) return { reaction: 'jargon', stance: 'uneasy' }
  return heard.isMonologue ? { reaction: 'monologue', stance: 'uneasy' } : null
}

/** "For the second time" makes sense only after a first. */
function hasComplained({ state, dealt, turnIndex }: ReactInput): boolean {
  const worry = state.worries.find((each) => each.worryId === dealt.passedOverWorry)
  return (
    (state.reactedAtTurn.ignored ?? -9) >= turnIndex - 3 ||
    (state.pendingQuestion?.timesAsked ?? 1) > 1 ||
    (worry !== undefined && worry.timesVoiced > 1)
  )
}

/** When a persona has no wording left for a fault, another of the same colour still shows it. */
function findOther(input: ReactInput, stance: Stance): Reaction | null {
  const isBreach = stance !== 'open' && input.codes.some((code) => code.startsWith('violation.'))
  const pool: Reaction[] = isBreach ? ['misled', 'hesitate'] : ['hesitate']
  return pool.find((each) => sayable(input, each)) ?? null
}

function chooseWelcome(input: ReactInput): Reaction | null {
  const { dealt, state, turnIndex, hasClientOpened, random } = input
  // What became of the client's own worry says more than any reaction.
  if (dealt.settled || dealt.unsettled) return null
  const isRested = (reaction: Reaction) => turnIndex - (state.reactedAtTurn[reaction] ?? -REST_TURNS) >= REST_TURNS
  const isTimely = (reaction: Reaction) => reaction !== 'greeted' || (turnIndex === 0 && !hasClientOpened)
  const fitting = listWelcomes(input).filter((each) => isRested(each) && isTimely(each) && sayable(input, each))
  // The second best now and then, so that two like turns do not sound alike.
  const canChoose = fitting.length > 1 && !REPLIES.has(fitting[0]!)
  return (canChoose && random.next() < 0.3 ? fitting[1] : fitting[0]) ?? null
}

/** Reactions that are the answer to what was asked. */
const REPLIES = new Set<Reaction>(['permission', 'checked', 'paraphrased'])

/** What the turn could be welcomed with, the most called for first. */
function listWelcomes({ codes, dealt, heard }: ReactInput): Reaction[] {
  const asks = (kind: QuestionKind) => heard.questions.some((question) => question.kind === kind)
  const seen = WELCOMES.filter(([code]) => codes.includes(code)).map(([, reaction]) => reaction)
  const settlesStep = codes.includes('closing.next_step') || codes.includes('closing.ask')
  const replies: Reaction[] = []
  if (asks('check')) replies.push('checked')
  if (asks('permission') && !settlesStep) replies.push('permission')
  if (dealt.answered && seen[0] === 'empathy') replies.push('empathy')
  if (dealt.answered) replies.push('answered')
  const chat: Reaction[] = codes.length === 0 && heard.isSmallTalk ? ['small_talk'] : []
  const greeting: Reaction[] = heard.isGreeting ? ['greeted'] : []
  const all = [...new Set([...replies, ...seen, ...chat, ...greeting])]
  // Invited to ask, nobody says "understood".
  return asks('invite') ? all.filter((reaction) => reaction !== 'checked') : all
}
