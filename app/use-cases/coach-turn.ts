import type { Coaching, CoachReply, CoachRequest } from '../domain/judging/coach/coaching'
import { gatherPassages } from '../domain/judging/coach/gather-passages'
import type { SourceText } from '../domain/judging/law-claims/claim-facts'
import { smellInstructions } from '../domain/judging/observe-with-model/smell-instructions'
import type { TurnScore } from '../domain/judging/score-types'
import { needsNoOtherWords } from '../domain/judging/suggest-wording'
import type { CallScope, Coach, Perception } from '../domain/ports'
import { decideAdvice, type JudgeDeps, type Judgement, type UtteranceInput } from './judge-utterance'
import { takeCoachReply } from './take-coach-reply'

/** The score waits so long for the coach, once the reply and the hearing are there. */
export const COACH_WAIT_MS = 1_500
const INJECTION = 'meta.injection'

export type CoachTurnDeps = Pick<JudgeDeps, 'content' | 'observer'> & {
  /** null where no model coaches this turn. */
  coach: Coach | null
}

/** A call that runs while the client speaks. */
export type RunningCoaching = { request: CoachRequest; reply: Promise<CoachReply>; stop(): void }

type Laws = { findArticle(law: string, article: string): SourceText | null }
type Scored = Extract<TurnScore, { status: 'scored' }>

/**
 * Asks for better words on what the embedded ears have heard; what to advise on is decided here, by rules.
 *
 * @returns null when nobody is asked: there is nothing to coach, or the words may be meant for a machine.
 */
export function startCoaching(
  deps: CoachTurnDeps,
  input: UtteranceInput,
  first: Perception,
  laws: Laws | null,
  signal?: AbortSignal,
  scope?: CallScope,
): RunningCoaching | null {
  if (!deps.coach || first.status !== 'perceived' || !mayAsk(input, first)) return null
  const request = buildRequest(deps, input, first, laws)
  if (request === null) return null
  const ours = new AbortController()
  const both = signal ? AbortSignal.any([signal, ours.signal]) : ours.signal
  const reply = write(deps.coach, request, both, scope)
  return { request, reply, stop: () => ours.abort() }
}

/** Never rejects: a coach that breaks is one that says nothing. */
async function write(coach: Coach, request: CoachRequest, signal: AbortSignal, scope?: CallScope): Promise<CoachReply> {
  try {
    return await coach.write(request, signal, scope)
  } catch {
    return { status: 'failed', reason: 'unknown' }
  }
}

/** Whether the words may go to a coach at all. */
function mayAsk({ utterance, talk }: UtteranceInput, first: Extract<Perception, { status: 'perceived' }>): boolean {
  return !first.observations.some((one) => one.code === INJECTION) && !smellInstructions(utterance, talk)
}

function buildRequest(
  { content }: CoachTurnDeps,
  input: UtteranceInput,
  first: Extract<Perception, { status: 'perceived' }>,
  laws: Laws | null,
): CoachRequest | null {
  const { points, advice } = decideAdvice(content, input, first.observations)
  const { rubric, catalogue } = content
  const isFaulty = points.items.some((item) => item.points < 0 && catalogue.entries.has(item.code))
  if (needsNoOtherWords(points, rubric) && !isFaulty) return null
  const { utterance, talk, client, facts } = input
  const passages = gatherPassages(
    {
      codes: advice.map((one) => one.code),
      items: points.items,
      about: [talk.at(-1)?.text ?? '', utterance, ...advice.map((one) => one.zh)],
      facts,
      findArticle: (law, article) => laws?.findArticle(law, article) ?? null,
    },
    catalogue,
  )
  return {
    utterance,
    talk,
    client: { age: client.age, address: client.address?.zh ?? null },
    advice: advice.map(({ code, zh, en }) => {
      const entry = catalogue.entries.get(code)
      return { code, name: { zh: entry?.zh ?? '', en: entry?.en ?? '' }, text: { zh, en } }
    }),
    passages,
  }
}

/**
 * Puts the coach's words in place of the embedded ones where they pass every check; points and codes stay as they are.
 *
 * Waits at most `COACH_WAIT_MS`. Whatever does not come, or does not pass, is as it would be without a coach.
 */
export async function finishCoaching(
  deps: CoachTurnDeps,
  input: UtteranceInput,
  judged: Judgement,
  running: RunningCoaching | null,
): Promise<Judgement> {
  const { score } = judged
  if (!running) return judged
  if (score.status !== 'scored') {
    running.stop()
    return judged
  }
  const { score: coached, coaching } = await takeReply(deps, input, score, running).finally(() => running.stop())
  return { ...judged, score: coached, perceptions: { ...judged.perceptions, coach: coaching } }
}

async function takeReply(
  deps: CoachTurnDeps,
  input: UtteranceInput,
  score: Scored,
  running: RunningCoaching,
): Promise<{ score: Scored; coaching: Coaching }> {
  const replaced = (reason: string) => ({ score, coaching: { status: 'replaced' as const, reason, dropped: {} } })
  if (score.observations.some((one) => one.code === INJECTION)) return replaced('injection')
  const reply = await waitFor(running.reply, COACH_WAIT_MS)
  if (reply === null) return replaced('late')
  if (reply.status === 'failed') return replaced(reply.reason)
  try {
    return await takeCoachReply({ ...deps, input, score, passages: running.request.passages }, reply)
  } catch {
    // Words that cannot be checked are not shown; the turn has its score without them.
    return replaced('unchecked')
  }
}

/** @returns null when it takes longer. */
async function waitFor(reply: Promise<CoachReply>, waitMs: number): Promise<CoachReply | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), waitMs)
  })
  try {
    return await Promise.race([reply, late])
  } finally {
    clearTimeout(timer)
  }
}
