import type { Worry } from '../persona/persona-schema'
import { CONCERNS, type Concern } from '../shared/topics'
import { addEffects, findCodeEffect, TURN_EFFECTS } from './client-effects'
import type { ClientState, WorryState } from './client-state'
import { isOfKind } from './find-question-kind'
import type { Matters } from './gather-matters'
import type { Understanding } from './understand-utterance'

/** What became of the client's own question and worries in this turn. */
export type Dealt = {
  state: ClientState
  answered: boolean
  /** The question the client had asked and did not get answered. */
  passedOverQuestion: string | null
  settled: string | null
  /** Spoken to, but not enough. */
  unsettled: string | null
  /** Voiced last turn and passed over now. */
  passedOverWorry: string | null
  /** The trainee asks what lies behind the worry voiced last turn. */
  clarifies: string | null
  wasIgnored: boolean
}

/** Codes that show that a worry was heard, though not that it is settled. */
const HEARD = new Set(['objection.acknowledge', 'objection.clarify', 'listening.empathy', 'listening.paraphrase'])
/** Codes that speak to a worry. */
const SPOKEN_TO = new Set([
  'objection.respond',
  'objection.confirm',
  'listening.answer',
  'disclosure.suitable',
  'explanation.tailor',
])
/** Codes that speak to whatever was said last, and to nothing else. */
const GENERAL = /^(?:listening|objection|closing|discovery|explanation)\.|^disclosure\.suitable$/
/** A client lets a question go after asking it this often; what they asked by the way, before any product, sooner. */
const MOST_TIMES_ASKED = 3
const MOST_TIMES_ASKED_BY_THE_WAY = 2

export type SettleInput = {
  state: ClientState
  matters: Matters
  codes: readonly string[]
  heard: Understanding
  turnIndex: number
  /** A fault or breach so plain that nothing said beside it is believed. */
  isDoubted: boolean
  /** What the client said last; empty at the start. */
  lastClientLine: string
  /** 0 to 100. */
  scepticism: number
}

/**
 * Goes through what lies open on the client's side: the question just asked, the worry just voiced, older worries.
 *
 * A question counts as answered by `listening.answer`, by a code that deals with its concern (shared/topics.ts), or by a statement that touches
 * its concern when the Observer does not say it was passed over. A worry is settled once enough of its own settling codes were seen.
 * `listening.ignore` alone makes no one feel ignored where nothing lay open and the client's last words held no question.
 */
export function settleMatters(input: SettleInput): Dealt {
  const { turnIndex } = input
  const worries = input.state.worries.map((worry) => noteSettling(worry, input))
  const onTable = worries.find((worry) => worry.status === 'open' && worry.lastSpokenOfAtTurn === turnIndex - 1) ?? null
  const justSettled =
    worries.find((worry, i) => worry.status === 'settled' && input.state.worries[i]!.status === 'open') ?? null
  const question = judgeQuestion(input)
  const fate = onTable ? judgeWorry(onTable, input) : null
  const passedOver = findPassedOver(input, question, fate === 'passed-over' && justSettled === null ? onTable : null)
  return {
    state: {
      ...updateLevels(input, passedOver.wasIgnored, justSettled !== null),
      worries,
      ignoredInARow: passedOver.ignoredInARow,
      pendingQuestion: keepPending(input, question),
    },
    answered: question === 'answered',
    passedOverQuestion: passedOver.questionId,
    settled: justSettled?.worryId ?? null,
    unsettled: fate === 'unsettled' ? onTable!.worryId : null,
    passedOverWorry: passedOver.worryId,
    clarifies: fate === 'clarified' ? onTable!.worryId : null,
    wasIgnored: passedOver.wasIgnored,
  }
}

/** What the client feels passed over in. Nonsense passes over everything: the client reacts to that, not to being ignored. */
function findPassedOver(input: SettleInput, question: QuestionFate, worry: WorryState | null) {
  const { state, heard, turnIndex } = input
  if (heard.isNonsense || heard.isMachineTalk)
    return { questionId: null, worryId: null, wasIgnored: false, ignoredInARow: state.ignoredInARow }
  const worryId = worry?.lastVoicedAtTurn === turnIndex - 1 ? worry.worryId : null
  const questionId = question === 'passed-over' ? (state.pendingQuestion?.questionId ?? null) : null
  const wasIgnored = questionId !== null || worryId !== null || isOverheard(input, question)
  return { questionId, worryId, wasIgnored, ignoredInARow: wasIgnored ? state.ignoredInARow + 1 : 0 }
}

/** The Observer heard a question passed over that the state knows nothing of (a model that speaks may ask more than it was told to). */
function isOverheard({ state, codes, lastClientLine, turnIndex }: SettleInput, question: QuestionFate): boolean {
  const hadWorryOnTable = state.worries.some((worry) => worry.lastSpokenOfAtTurn === turnIndex - 1)
  if (!codes.includes('listening.ignore') || question !== 'none' || hadWorryOnTable) return false
  // Who has just complained and given up does not complain of having been passed over in that.
  if (state.reactedAtTurn.ignored_again === turnIndex - 1 || state.reactedAtTurn.ignored === turnIndex - 1) return false
  const isDealtWith = codes.some(
    (code) => code === 'listening.answer' || code === 'objection.respond' || code === 'objection.clarify',
  )
  return lastClientLine.endsWith('？') && !isDealtWith
}

/** A client in a swindler's hand lets go of the story only when someone they trust has spoken of fraud in plain words. */
const LETS_GO_OF_SCAM_FROM_TRUST = 55

function canLetGo(worry: WorryState, { matters, state, heard }: SettleInput): boolean {
  if (findWorry(matters, worry.worryId)?.concern !== 'scam') return true
  if (!heard.concernsTouched.includes('scam')) return false
  return state.trust >= LETS_GO_OF_SCAM_FROM_TRUST && (state.seenCodes['disclosure.scam_check'] ?? 0) > 0
}

function noteSettling(worry: WorryState, input: SettleInput): WorryState {
  const { codes, matters, turnIndex, isDoubted } = input
  if (worry.status === 'settled' || worry.raisedAtTurn >= turnIndex || isDoubted) return worry
  const settle = findWorry(matters, worry.worryId)?.settle
  if (!settle) return worry
  // "I see how you feel" settles the worry just voiced, not one of ten turns ago.
  const isOnTable = worry.lastSpokenOfAtTurn === turnIndex - 1
  const counts = (code: string) => codes.includes(code) && (isOnTable || !GENERAL.test(code))
  const seen = [...new Set([...worry.seen, ...settle.codes.filter(counts)])]
  return { ...worry, seen, status: seen.length >= settle.count && canLetGo(worry, input) ? 'settled' : 'open' }
}

type QuestionFate = 'none' | 'answered' | 'passed-over' | 'asked-back'

function judgeQuestion({ state, matters, codes, heard, isDoubted }: SettleInput): QuestionFate {
  const pending = state.pendingQuestion
  if (!pending) return 'none'
  const concern = (matters.questions.find((question) => question.id === pending.questionId)?.concern ??
    pending.concern) as Concern
  const dealing: readonly string[] = CONCERNS[concern] ?? ['listening.answer']
  if (codes.some((code) => dealing.includes(code)) && !isDoubted) return 'answered'
  if (isDoubted && codes.some((code) => code.startsWith('violation.'))) return 'answered'
  if (codes.includes('listening.ignore')) return 'passed-over'
  if (heard.concernsTouched.includes(concern) || heard.isAssent) return 'answered'
  const asksBack =
    codes.includes('objection.clarify') ||
    heard.questions.some((question) => question.kind === 'clarify-worry' || question.kind === 'more')
  return asksBack ? 'asked-back' : 'passed-over'
}

function judgeWorry(
  worry: WorryState,
  { matters, codes, heard, isDoubted }: SettleInput,
): 'heard' | 'unsettled' | 'passed-over' | 'clarified' {
  const concern = findWorry(matters, worry.worryId)?.concern
  if (codes.includes('objection.argue') || isDoubted) return 'unsettled'
  // 「您擔心哪個部分」 right after a worry asks about that worry, else about worries at large.
  if (heard.topics[0] === 'goal.worry' && heard.questions.some((question) => isOfKind('clarify-worry', question.text)))
    return 'clarified'
  if (codes.includes('objection.clarify') || heard.questions.some((question) => question.kind === 'clarify-worry'))
    return 'clarified'
  // A question on nothing we know, right after a worry, is most likely about that worry.
  const asksOn = heard.questions.some((question) => question.kind === 'unknown' || question.kind === 'more')
  if (asksOn && heard.topics.length === 0 && !codes.includes('listening.ignore')) return 'clarified'
  const dealing: readonly string[] = concern ? CONCERNS[concern] : []
  const isSpokenTo = codes.some((code) => SPOKEN_TO.has(code) || dealing.includes(code))
  const isTouched = concern !== undefined && heard.concernsTouched.includes(concern)
  if (isSpokenTo || (isTouched && !codes.includes('listening.ignore'))) return 'unsettled'
  return codes.some((code) => HEARD.has(code)) ? 'heard' : 'passed-over'
}

function keepPending(input: SettleInput, fate: QuestionFate): ClientState['pendingQuestion'] {
  const pending = input.state.pendingQuestion
  if (!pending || fate === 'answered') return null
  const phase = input.matters.questions.find((question) => question.id === pending.questionId)?.phase
  const isByTheWay = phase === 'opening' || phase === 'discovery'
  if (pending.timesAsked >= (isByTheWay ? MOST_TIMES_ASKED_BY_THE_WAY : MOST_TIMES_ASKED)) return null
  return pending
}

function updateLevels(
  { state, codes, turnIndex, scepticism }: SettleInput,
  wasIgnored: boolean,
  hasSettled: boolean,
): ClientState {
  const effects = []
  const isPlain = codes.includes('listening.ignore')
  if (wasIgnored) effects.push(isPlain ? findCodeEffect('listening.ignore', 0, scepticism) : TURN_EFFECTS.passedOver)
  if (wasIgnored && state.ignoredInARow > 0) effects.push(TURN_EFFECTS.passedOverAgain)
  if (hasSettled) effects.push(TURN_EFFECTS.worrySettled)
  if (turnIndex >= 10) effects.push(TURN_EFFECTS.tiring)
  return addEffects(state, effects)
}

export function findWorry(matters: Matters, worryId: string): Worry | undefined {
  return matters.worries.find((worry) => worry.id === worryId)
}
