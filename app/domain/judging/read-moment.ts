import type { Observation, TalkLine } from '../shared/observation'
import { analyseClientLine } from './observer/analyse-client-line'
import type { Rubric } from './rubric-schema'

/** What the place in the talk calls for from the trainee's next utterance. */
export type Moment = {
  isOpening: boolean
  /** The client has just asked something. */
  afterQuestion: boolean
  /** The client has just voiced a worry, an objection or a no. */
  afterWorry: boolean
  /** No need has been explored and nothing offered yet. */
  beforeNeed: boolean
  /** This utterance explains or offers a product. */
  isProductTalk: boolean
  /** The client's words just before; empty when there are none. */
  clientLine: string
}

export type MomentInput = {
  observations: readonly Observation[]
  talk: readonly TalkLine[]
  /** The trainee's turn, from 0. */
  turnIndex: number
  /** How many earlier turns showed each code. */
  seen: Readonly<Record<string, number>>
}

/** @returns the line of the client that the trainee answers; empty when the trainee speaks first or twice in a row. */
export function findClientLine(talk: readonly TalkLine[]): string {
  const last = talk.at(-1)
  return last?.who === 'client' ? last.text : ''
}

/** Whether a client's line sounds like a worry, an objection or a no. */
export function isWorried(clientLine: string): boolean {
  const line = analyseClientLine(clientLine)
  return line.worries.length > 0 || line.objections.length > 0 || line.isRefusal
}

/** Whether a client's line asks something. */
export function isQuestion(clientLine: string): boolean {
  return analyseClientLine(clientLine).questions.length > 0
}

/**
 * Reads what the moment calls for.
 *
 * What the observer saw outranks the wording: an observed answer, or a passing over, means that there was something to
 * answer, so that both engines score alike where their ears agree.
 */
export function readMoment(input: MomentInput, rubric: Rubric): Moment {
  const clientLine = findClientLine(input.talk)
  const codes = new Set(input.observations.map((one) => one.code))
  const { moments } = rubric.turn
  const has = (prefix: string) =>
    Object.keys(input.seen).some((code) => code.startsWith(prefix) && input.seen[code]! > 0)
  const hasOffered = moments.productTalk.some((code) => (input.seen[code] ?? 0) > 0)
  return {
    isOpening: input.turnIndex < moments.openingTurns,
    afterQuestion: codes.has('listening.answer') || isQuestion(clientLine),
    afterWorry: codes.has('objection.acknowledge') || codes.has('objection.respond') || isWorried(clientLine),
    beforeNeed: !has('discovery.') && !hasOffered,
    isProductTalk: moments.productTalk.some((code) => codes.has(code)),
    clientLine,
  }
}
