import type { Content } from '../domain/content'
import type { Actor as SignedInActor } from '../domain/governance/authorise'
import { updateLedger } from '../domain/judging/keep-ledger'
import type { AskedPassage } from '../domain/judging/law-claims/claim-facts'
import type {
  Actor,
  CallScope,
  Clock,
  Coach,
  EngineName,
  Observer,
  PendingTurn,
  RateLimit,
  RoleplayRecord,
  RoleplayStore,
  SecondObserver,
  SpeakInput,
  TalkSoFar,
  TurnOrder,
  TurnRecord,
} from '../domain/ports'
import type { PendingQuestion } from '../domain/roleplay/client-state'
import { describeLearnt, type LearntFact } from '../domain/roleplay/describe-learnt'
import { directClient } from '../domain/roleplay/direct-client'
import { finishByTime } from '../domain/roleplay/finish-talk'
import { measureTalkMinutes } from '../domain/roleplay/measure-talk-time'
import { DomainError } from '../domain/shared/domain-error'
import { finishCoaching, startCoaching } from './coach-turn'
import { describeAddress, getScenario, listProductsOf } from './describe-scenario'
import { getTalk, getTalkSoFar } from './get-talk'
import { hearAll, hearFirst, observationsOf, scoreHearing, type UtteranceInput } from './judge-utterance'
import type { ReadTalkKnowledge, TalkKnowledge } from './knowledge/read-talk-knowledge'
import { listTalkLines } from './list-talk-lines'
import { type ModelTurnPlan, type OutgoingDeps, planModelTurn } from './models/plan-model-turn'
import { settleScorecard } from './settle-scorecard'

/** Longest utterance that is taken; about five minutes of speech. */
export const MAX_TURN_CHARACTERS = 2_000
/** More than any sensible talk: protects the store, not the trainee. */
const MAX_TURNS = 200
const MAX_TRIES = 5

export type TurnDeps = {
  content: Content
  roleplays: RoleplayStore
  observer: Observer
  /** Of each engine; an engine without an actor is not set up. */
  secondObservers: Partial<Record<EngineName, SecondObserver>>
  actors: Partial<Record<EngineName, Actor>>
  /** Of each engine that finds its own words for advice. */
  coaches: Partial<Record<EngineName, Coach>>
  turnLimit: RateLimit
  turnOrder: TurnOrder
  clock: Clock
  readTalkKnowledge: ReadTalkKnowledge
} & OutgoingDeps

export type TurnInput = {
  roleplayId: string
  /** Chosen by the sender; the same id never makes a second turn. */
  turnId: string
  text: string
  /** Index that the sender expects; null takes whatever comes next. */
  expectedTurnIndex: number | null
  /** The trainee does not wait for the model any longer: the embedded engine answers and hears this turn alone. */
  withoutModel?: boolean
}

export type TurnOutcome = { turn: TurnRecord; roleplay: RoleplayRecord; learnt: LearntFact[] }
type WorkedOut = Omit<TurnOutcome, 'learnt'>

function refuseBadText(text: string): void {
  if (text.trim() === '') throw new DomainError('bad-input', 'text: empty', { text: 'empty' })
  if (text.length > MAX_TURN_CHARACTERS)
    throw new DomainError('too-long', `text: over ${MAX_TURN_CHARACTERS} characters`, { text: 'too-long' })
}

/** @returns the stored turn when this one was sent before; null when it is new. */
async function findResent(
  deps: TurnDeps,
  actor: SignedInActor,
  soFar: TalkSoFar,
  input: TurnInput,
): Promise<WorkedOut | null> {
  const before = soFar.turns.find((turn) => turn.turnId === input.turnId)
  if (!before) return null
  if (before.text !== input.text) throw new DomainError('turn-conflict', 'the turn id was used with other words')
  const { roleplay, turns } = await getTalk(deps, actor, input.roleplayId, 'roleplay.act')
  return { turn: turns[before.turnIndex]!, roleplay }
}

function refuseWhenClosed({ roleplay, turns, pending }: TalkSoFar, input: TurnInput): void {
  if (roleplay.endedAt) throw new DomainError('talk-ended', `ended: ${roleplay.state.ended?.reason ?? 'unknown'}`)
  if (input.expectedTurnIndex !== null && input.expectedTurnIndex !== turns.length)
    throw new DomainError('turn-conflict', `the next turn has index ${turns.length}`)
  if (pending?.turnId === input.turnId && pending.text !== input.text)
    throw new DomainError('turn-conflict', 'the turn id was used with other words')
  if (turns.length >= MAX_TURNS) throw new DomainError('talk-ended', `a talk has at most ${MAX_TURNS} turns`)
}

/** For an engine that speaks in pieces: where they go while the turn is being worked out, and when to give up. */
export type LiveTurn = { onDelta: (text: string) => void; signal: AbortSignal }

/** Whose engine takes the turn, and since when it is waited for. */
type Accepted = { turn: PendingTurn; plan: ModelTurnPlan | null }

/**
 * Stores the words before a model is asked, so that whatever happens to the model, the page or this process, the turn is there and
 * can be finished. The embedded engine needs milliseconds and no such step.
 *
 * @returns null when the talk has moved on meanwhile.
 */
async function acceptTurn(
  deps: TurnDeps,
  { roleplay, owner, turns, pending }: TalkSoFar,
  input: Pick<TurnInput, 'turnId' | 'text' | 'withoutModel'>,
  reason: 'chosen' | 'ended',
): Promise<Accepted | null> {
  const { turnId, text } = input
  const turnIndex = turns.length
  const turn = pending ?? { turnIndex, turnId, text, acceptedAt: deps.clock.now() }
  if (roleplay.engine === 'embedded') return { turn, plan: null }
  if (!pending && (await deps.roleplays.acceptTurn(roleplay.id, turn)) === 'conflict') return null
  if (input.withoutModel) return { turn, plan: { status: 'embedded', reason } }
  const { organisationId, personId } = owner
  const purposes = ['speech', 'judging', ...(isCoached(roleplay) ? (['advice'] as const) : [])] as const
  const source = { organisationId, personId, roleplayId: roleplay.id, turnIndex, purposes }
  return { turn, plan: await planModelTurn(deps, source, turn) }
}

/** Nobody reads advice in an exam. */
const isCoached = ({ mode }: RoleplayRecord) => mode === 'practice'

/** The actor, the second pair of ears and the coach of a turn. */
function chooseEngine(deps: TurnDeps, roleplay: RoleplayRecord, plan: ModelTurnPlan | null) {
  const { engine } = roleplay
  const isEmbedded = plan?.status === 'embedded'
  const actor = deps.actors[isEmbedded ? 'embedded' : engine]
  if (!actor) throw new DomainError('engine-unavailable', `engine ${engine} is not set up`)
  return {
    actor,
    secondObserver: isEmbedded ? null : (deps.secondObservers[engine] ?? null),
    coach: isEmbedded || !isCoached(roleplay) ? null : (deps.coaches[engine] ?? null),
    scope: plan?.status === 'model' ? plan.scope : undefined,
    speech: isEmbedded ? ({ by: 'embedded', replaced: plan.reason } as const) : undefined,
  }
}

/** Perceive, direct, act, compute: one turn worked out from what is stored, nothing stored yet. */
async function workOutTurn(
  deps: TurnDeps,
  talk: TalkSoFar,
  { turn: input, plan }: Accepted,
  live: LiveTurn | null,
  onAsked: () => void,
): Promise<WorkedOut> {
  const { content } = deps
  const { roleplay, turns } = talk
  const written = getScenario(content, roleplay.scenarioId)
  const persona = content.personas.get(written.persona)!
  const known = await deps.readTalkKnowledge(talk.owner.organisationId, roleplay.asOf, written.products)
  // What the documents of the day let the client ask is part of the situation.
  const scenario = { ...written, extraQuestions: [...written.extraQuestions, ...(known?.questions ?? [])] }
  const { actor, secondObserver, coach, scope, speech } = chooseEngine(deps, roleplay, plan)
  const now = input.acceptedAt
  const turnIndex = turns.length
  const lines = listTalkLines(talk)
  const heard: UtteranceInput = {
    utterance: input.text,
    talk: lines,
    turnIndex,
    earlier: turns.map((turn) => observationsOf(turn)),
    client: { age: persona.age, address: describeAddress(persona) },
    products: listProductsOf(content, scenario),
    scenario,
    asOf: roleplay.asOf,
    seed: roleplay.seed,
    facts: known?.facts,
    asked: findAsked(roleplay.state.pendingQuestion, known),
  }
  // A model's words are on their way before the rest is done; the embedded client's are there with the rest.
  const giveWay = scope ? () => deps.turnOrder.giveWay() : undefined
  const judge = { content, observer: deps.observer, secondObserver, coach, giveWay }
  const first = await hearFirst(judge, heard)
  const { state: directed, intent } = directClient({
    persona,
    scenario,
    state: roleplay.state,
    utterance: input.text,
    observations: first.status === 'perceived' ? first.observations : [],
    talk: lines,
    turnIndex,
    seed: roleplay.seed,
  })
  const speaking = speak(
    actor,
    {
      persona,
      scenario,
      state: directed,
      intent,
      talk: [...lines, { who: 'trainee', text: input.text }],
      turnIndex,
      seed: roleplay.seed,
    },
    live,
    scope,
  )
  // What goes wrong with it is told below.
  speaking.catch(() => {})
  if (scope) onAsked()
  await giveWay?.()
  // The second pair of ears listens while the client speaks, and the coach writes. Whoever leaves once the client has spoken is still heard in full: leaving
  // must not choose the judge.
  const broken = new AbortController()
  const hearing = hearAll(judge, heard, first, broken.signal, scope)
  hearing.catch(() => {})
  const coaching = startCoaching(judge, heard, first, known, broken.signal, scope)
  const finish = async () => {
    const spoken = await speaking
    await giveWay?.()
    const judged = await scoreHearing(judge, heard, await hearing)
    return { spoken, ...(await finishCoaching(judge, heard, judged, coaching)) }
  }
  const { spoken, counts, perceptions, score } = await finish().catch((error: unknown) => {
    broken.abort(error)
    throw error
  })
  const state = endWhenTimeIsUp(spoken.state, talk, scenario.minutes, now, turnIndex)
  const observations = counts.status === 'perceived' ? counts.observations : []
  const spoke = speech ?? spoken.speech
  const turn: TurnRecord = {
    turnIndex,
    turnId: input.turnId,
    text: input.text,
    replyText: spoken.text,
    mood: state.mood,
    score,
    state,
    ledger: updateLedger(roleplay.ledger, observations, turnIndex),
    perceptions: { ...perceptions, ...(spoke && { speech: spoke }) },
    acceptedAt: now,
  }
  return { turn, roleplay: { ...roleplay, state, ledger: turn.ledger, turnCount: turnIndex + 1, lastTurnAt: now } }
}

/** The passage that answers the client's open question, when it was asked out of one. */
function findAsked(pending: PendingQuestion | null, known: TalkKnowledge | null): AskedPassage | undefined {
  const passage = pending?.passageId === undefined ? null : (known?.findPassage(pending.passageId) ?? null)
  if (!passage) return undefined
  const question = known?.questions.find((one) => one.id === pending?.questionId)
  return { passage, measure: question?.askedFrom?.measure ?? null }
}

async function speak(actor: Actor, input: SpeakInput, live: LiveTurn | null, scope: CallScope | undefined) {
  for await (const event of actor.speak(input, live?.signal, scope)) {
    if (event.kind === 'done') return event
    live?.onDelta(event.text)
  }
  throw new DomainError('engine-unavailable', 'the actor said nothing')
}

/** Only an exam has a clock; practice goes on as long as the client does. */
function endWhenTimeIsUp(
  state: TurnRecord['state'],
  { roleplay, turns }: TalkSoFar,
  limitMinutes: number,
  now: Date,
  turnIndex: number,
): TurnRecord['state'] {
  if (state.ended || roleplay.mode !== 'exam') return state
  const times = [roleplay.startedAt, ...turns.map((turn) => turn.acceptedAt), now].map((time) => time.getTime())
  return measureTalkMinutes(times) > limitMinutes ? finishByTime(state, turnIndex) : state
}

/** Works an accepted turn out and stores it. @returns null when the talk has moved on meanwhile. */
async function answerTurn(
  deps: TurnDeps,
  talk: TalkSoFar,
  accepted: Accepted,
  live: LiveTurn | null,
  onAsked: () => void = () => {},
): Promise<WorkedOut | null> {
  const outcome = await workOutTurn(deps, talk, accepted, live, onAsked)
  const ended = outcome.turn.state.ended !== null
  const scorecard = ended
    ? settleScorecard(deps.content, { roleplay: outcome.roleplay, turns: [...talk.turns, outcome.turn] })
    : null
  const roleplay = { ...outcome.roleplay, scorecard, endedAt: ended ? outcome.turn.acceptedAt : null }
  const stored = await deps.roleplays.appendTurn(roleplay.id, outcome.turn, roleplay)
  return stored === 'stored' ? { turn: outcome.turn, roleplay } : null
}

/**
 * Finishes the turn that waits for its reply, if there is one.
 *
 * @param withoutModel nobody waits for its words: the embedded engine answers.
 */
export async function finishPendingTurn(deps: TurnDeps, talk: TalkSoFar, withoutModel: boolean): Promise<void> {
  if (talk.pending === null) return
  const accepted = await acceptTurn(deps, talk, { ...talk.pending, withoutModel }, 'ended')
  if (accepted) await answerTurn(deps, talk, accepted, null)
}

/**
 * Takes one turn of the trainee: hears it, lets the client answer, scores it, and stores all of it in one commit before
 * anything is answered.
 *
 * Safe to repeat: the same `turnId` with the same words answers the stored turn, also after the talk has ended; one that was
 * accepted and broke off is finished. Two different turns sent at once are taken one after the other, the second on what the first
 * has changed; a turn that waits comes first.
 *
 * @param live only engines that speak in pieces use it; a turn that is given up keeps its words and may be sent again.
 * @throws DomainError `bad-input`, `too-long`, `not-found`, `not-allowed`, `talk-ended`, `turn-conflict` (the id was used
 *   with other words, or the talk has another turn than the sender expects), `too-many-requests`, `engine-unavailable`.
 */
export async function takeTurn(
  deps: TurnDeps,
  actor: SignedInActor,
  input: TurnInput,
  live: LiveTurn | null = null,
): Promise<TurnOutcome> {
  refuseBadText(input.text)
  const onAsked = deps.turnOrder.awaitWords()
  try {
    return await tryToTake(deps, actor, input, live, onAsked)
  } finally {
    onAsked()
  }
}

async function tryToTake(
  deps: TurnDeps,
  actor: SignedInActor,
  input: TurnInput,
  live: LiveTurn | null,
  onAsked: () => void,
): Promise<TurnOutcome> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const talk = await getTalkSoFar(deps, actor, input.roleplayId, 'roleplay.act')
    const resent = await findResent(deps, actor, talk, input)
    if (resent) return withLearnt(deps.content, resent)
    refuseWhenClosed(talk, input)
    if (tries === 0) await refuseWhenTooMany(deps, actor)
    if (talk.pending && talk.pending.turnId !== input.turnId) {
      await finishPendingTurn(deps, talk, false)
      continue
    }
    const accepted = await acceptTurn(deps, talk, input, 'chosen')
    const answered = accepted && (await answerTurn(deps, talk, accepted, live, onAsked))
    if (answered) return withLearnt(deps.content, answered)
  }
  throw new DomainError('turn-conflict', 'other turns of this talk came in between')
}

function withLearnt(content: Content, { turn, roleplay }: WorkedOut): TurnOutcome {
  const scenario = getScenario(content, roleplay.scenarioId)
  return { turn, roleplay, learnt: describeLearnt(content.personas.get(scenario.persona)!, scenario, turn.state) }
}

async function refuseWhenTooMany(deps: TurnDeps, actor: SignedInActor): Promise<void> {
  const waitSeconds = await deps.turnLimit.take(actor.personId)
  if (waitSeconds > 0) throw new DomainError('too-many-requests', `turns: wait ${waitSeconds} s`)
}
