import type { Content } from '../domain/content'
import { adviseTurn } from '../domain/judging/advise-turn'
import type { AskedPassage, ClaimFacts } from '../domain/judging/law-claims/claim-facts'
import { mergePerceptions } from '../domain/judging/observe-with-model/merge-perceptions'
import { readMoment } from '../domain/judging/read-moment'
import { countSeen, scoreTurn, type TurnContext } from '../domain/judging/score-turn'
import type { SupportedClaim, TurnPoints, TurnScore } from '../domain/judging/score-types'
import { suggestWording } from '../domain/judging/suggest-wording'
import type { Product } from '../domain/knowledge/product-schema'
import type { Scenario } from '../domain/persona/scenario-schema'
import type { CallScope, Observer, PerceiveInput, Perception, SecondObserver, TurnRecord } from '../domain/ports'
import type { Localised } from '../domain/shared/localised'
import type { Claim, Observation, TalkLine } from '../domain/shared/observation'

export type JudgeDeps = {
  content: Content
  /** Hears first, always. */
  observer: Observer
  /** Set for an engine with a second pair of ears. */
  secondObserver: SecondObserver | null
  /** Called between pieces of work that nobody waits for. */
  giveWay?: (() => Promise<void>) | undefined
}

export type UtteranceInput = {
  utterance: string
  /** The talk before the utterance, oldest first. */
  talk: readonly TalkLine[]
  /** The trainee's turn, from 0. */
  turnIndex: number
  /** What was seen in each earlier turn. */
  earlier: readonly (readonly Observation[])[]
  client: { age: number | null; address: Localised | null }
  products: readonly Product[]
  /** null outside a scenario. */
  scenario: Scenario | null
  asOf: string
  seed: string
  /** What statements are held against besides the products' facts. */
  facts?: ClaimFacts | undefined
  /** The passage out of which the client has just asked. */
  asked?: AskedPassage | undefined
}

/** What was heard by each tier, and what of it counts. */
export type Hearing = { counts: Perception; perceptions: TurnRecord['perceptions'] }
export type Judgement = Hearing & { score: TurnScore }

/** What the score of a stored turn was made from; nothing where it was not scored. */
export function observationsOf(turn: { score: TurnScore }): readonly Observation[] {
  return turn.score.status === 'scored' ? turn.score.observations : []
}

/** The embedded ears: milliseconds, and enough for the client to start speaking. */
export function hearFirst({ observer }: Pick<JudgeDeps, 'observer'>, input: UtteranceInput): Promise<Perception> {
  return observer.perceive(toPerceiveInput(input))
}

/** Adds what the second pair of ears heard, where there is one. */
export async function hearAll(
  { content, secondObserver }: JudgeDeps,
  input: UtteranceInput,
  first: Perception,
  signal?: AbortSignal,
  scope?: CallScope,
): Promise<Hearing> {
  if (!secondObserver) return { counts: first, perceptions: { embedded: first } }
  const second = await secondObserver.perceive(toPerceiveInput(input), signal, scope)
  const { utterance, talk, client } = input
  const merged = mergePerceptions(first, second, {
    utterance,
    talk,
    client: { age: client.age },
    catalogue: content.catalogue,
  })
  return { counts: merged, perceptions: { embedded: first, llm: second, merged } }
}

/** A judge that fails gives `not-scored` with its reason, never a number. */
export async function scoreHearing(deps: JudgeDeps, input: UtteranceInput, hearing: Hearing): Promise<Judgement> {
  const { counts } = hearing
  if (counts.status === 'failed') return { ...hearing, score: { status: 'not-scored', reason: counts.reason } }
  const supported = listSupported(counts.claims)
  const score = await coachUtterance(deps, input, counts.observations)
  return { ...hearing, score: { ...score, ...(supported.length > 0 && { supported }) } }
}

function listSupported(claims: readonly Claim[]): SupportedClaim[] {
  return claims.flatMap(({ verdict, quote, fact, passageId }) =>
    verdict === 'supported' && fact !== undefined && passageId !== undefined ? [{ quote, fact, passageId }] : [],
  )
}

/** Hears one utterance and scores it. */
export async function judgeUtterance(deps: JudgeDeps, input: UtteranceInput, scope?: CallScope): Promise<Judgement> {
  const first = await hearFirst(deps, input)
  return scoreHearing(deps, input, await hearAll(deps, input, first, undefined, scope))
}

function toPerceiveInput({ utterance, talk, products, asOf, client, facts, asked }: UtteranceInput): PerceiveInput {
  return { utterance, talk, client: { age: client.age }, products, asOf, facts, asked }
}

function scoreObservations(content: Content, input: UtteranceInput, observations: readonly Observation[]) {
  const context: TurnContext = {
    turnIndex: input.turnIndex,
    seen: countSeen(input.earlier),
    client: { age: input.client.age },
    products: input.products,
    rewards: input.scenario?.rewards.map((reward) => reward.code),
  }
  const { utterance, talk } = input
  const points: TurnPoints = scoreTurn({ observations, talk, utterance, context }, content.rubric, content.catalogue)
  return { context, points }
}

/** The points of what was heard, and what to say about it: rules alone, whoever finds the words. */
export function decideAdvice(content: Content, input: UtteranceInput, observations: readonly Observation[]) {
  const { rubric, catalogue } = content
  const { context, points } = scoreObservations(content, input, observations)
  const moment = readMoment({ observations, talk: input.talk, turnIndex: input.turnIndex, seen: context.seen }, rubric)
  const { address } = input.client
  const advice = adviseTurn({ points, moment, context, address, seed: input.seed }, content.advice, rubric, catalogue)
  return { context, points, moment, advice }
}

/** Adds advice and, where the same judge scores one higher, a better wording. */
async function coachUtterance(
  deps: JudgeDeps,
  input: UtteranceInput,
  observations: readonly Observation[],
): Promise<TurnScore> {
  const { content } = deps
  const { context, points, moment, advice } = decideAdvice(content, input, observations)
  const betterWording = await suggestWording(
    {
      utterance: input.utterance,
      points,
      moment,
      context,
      address: input.client.address?.zh ?? null,
      facts: { client: input.client, products: input.products, scenario: input.scenario, asOf: input.asOf },
      blocks: content.wordings,
      insurer: content.insurer,
      seed: input.seed,
      rescore: async (text) => {
        await deps.giveWay?.()
        return (await judgeWords(deps, input, text))?.total ?? null
      },
    },
    content.rubric,
  )
  return { ...points, advice, betterWording }
}

type Judge = Pick<JudgeDeps, 'content' | 'observer'>

/** The same judge on other words at the same place of the talk: what it hears in them, and its points. null when it failed. */
export async function judgeWords(deps: Judge, input: UtteranceInput, utterance: string) {
  // By the embedded ears alone: they are part of every judge, and quick.
  const perception = await hearFirst(deps, { ...input, utterance })
  if (perception.status === 'failed') return null
  const { points } = scoreObservations(deps.content, { ...input, utterance }, perception.observations)
  return { total: points.total, perception }
}
