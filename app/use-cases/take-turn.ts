import type { Content } from '../domain/content'
import type { Actor as SignedInActor } from '../domain/governance/authorise'
import { updateLedger } from '../domain/judging/keep-ledger'
import type {
  Actor,
  Clock,
  EngineName,
  Observer,
  RateLimit,
  RoleplayRecord,
  RoleplayStore,
  SecondObserver,
  SpeakInput,
  TalkSoFar,
  TurnRecord,
} from '../domain/ports'
import { describeLearnt, type LearntFact } from '../domain/roleplay/describe-learnt'
import { directClient } from '../domain/roleplay/direct-client'
import { finishByTime } from '../domain/roleplay/finish-talk'
import { measureTalkMinutes } from '../domain/roleplay/measure-talk-time'
import { DomainError } from '../domain/shared/domain-error'
import { describeAddress, getScenario, listProductsOf } from './describe-scenario'
import { getTalk, getTalkSoFar } from './get-talk'
import { hearAll, hearFirst, observationsOf, scoreHearing, type UtteranceInput } from './judge-utterance'
import { listTalkLines } from './list-talk-lines'
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
  turnLimit: RateLimit
  clock: Clock
}

export type TurnInput = {
  roleplayId: string
  /** Chosen by the sender; the same id never makes a second turn. */
  turnId: string
  text: string
  /** Index that the sender expects; null takes whatever comes next. */
  expectedTurnIndex: number | null
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

function refuseWhenClosed({ roleplay, turns }: TalkSoFar, input: TurnInput): void {
  if (roleplay.endedAt) throw new DomainError('talk-ended', `ended: ${roleplay.state.ended?.reason ?? 'unknown'}`)
  if (input.expectedTurnIndex !== null && input.expectedTurnIndex !== turns.length)
    throw new DomainError('turn-conflict', `the next turn has index ${turns.length}`)
  if (turns.length >= MAX_TURNS) throw new DomainError('talk-ended', `a talk has at most ${MAX_TURNS} turns`)
}

/** For an engine that speaks in pieces: where they go while the turn is being worked out, and when to give up. */
export type LiveTurn = { onDelta: (text: string) => void; signal: AbortSignal }

/** Perceive, direct, act, compute: one turn worked out from what is stored, nothing stored yet. */
async function workOutTurn(
  deps: TurnDeps,
  talk: TalkSoFar,
  input: TurnInput,
  live: LiveTurn | null,
): Promise<WorkedOut> {
  const { content } = deps
  const { roleplay, turns } = talk
  const scenario = getScenario(content, roleplay.scenarioId)
  const persona = content.personas.get(scenario.persona)!
  const actor = deps.actors[roleplay.engine]
  if (!actor) throw new DomainError('engine-unavailable', `engine ${roleplay.engine} is not set up`)
  const now = deps.clock.now()
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
  }
  const judge = { content, observer: deps.observer, secondObserver: deps.secondObservers[roleplay.engine] ?? null }
  const first = await hearFirst(judge, heard)
  // The second pair of ears listens while the client speaks.
  const hearing = hearAll(judge, heard, first, live?.signal)
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
  const spoken = await speak(
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
  )
  const { counts, perceptions, score } = await scoreHearing(judge, heard, await hearing)
  const state = endWhenTimeIsUp(spoken.state, talk, scenario.minutes, now, turnIndex)
  const observations = counts.status === 'perceived' ? counts.observations : []
  const turn: TurnRecord = {
    turnIndex,
    turnId: input.turnId,
    text: input.text,
    replyText: spoken.text,
    mood: state.mood,
    score,
    state,
    ledger: updateLedger(roleplay.ledger, observations, turnIndex),
    perceptions,
    acceptedAt: now,
  }
  return { turn, roleplay: { ...roleplay, state, ledger: turn.ledger, turnCount: turnIndex + 1, lastTurnAt: now } }
}

async function speak(actor: Actor, input: SpeakInput, live: LiveTurn | null) {
  for await (const event of actor.speak(input, live?.signal)) {
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

/**
 * Takes one turn of the trainee: hears it, lets the client answer, scores it, and stores all of it in one commit before
 * anything is answered.
 *
 * Safe to repeat: the same `turnId` with the same words answers the stored turn, also after the talk has ended.
 * Two different turns sent at once are taken one after the other, the second on what the first has changed.
 *
 * @param live only engines that speak in pieces use it; a turn that is given up is not stored and may be sent again.
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
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const talk = await getTalkSoFar(deps, actor, input.roleplayId, 'roleplay.act')
    const resent = await findResent(deps, actor, talk, input)
    if (resent) return withLearnt(deps.content, resent)
    refuseWhenClosed(talk, input)
    if (tries === 0) await refuseWhenTooMany(deps, actor)
    const outcome = await workOutTurn(deps, talk, input, live)
    const ended = outcome.turn.state.ended !== null
    const scorecard = ended
      ? settleScorecard(deps.content, { roleplay: outcome.roleplay, turns: [...talk.turns, outcome.turn] })
      : null
    const roleplay = { ...outcome.roleplay, scorecard, endedAt: ended ? outcome.turn.acceptedAt : null }
    if ((await deps.roleplays.appendTurn(input.roleplayId, outcome.turn, roleplay)) === 'stored')
      return withLearnt(deps.content, { turn: outcome.turn, roleplay })
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
