import type { ResultScope, Actor as SignedInActor } from './governance/authorise'
import type { DataPolicy } from './governance/mask-personal-data/apply-policy'
import type { Coaching, CoachReply, CoachRequest } from './judging/coach/coaching'
import type { Ledger } from './judging/keep-ledger'
import type { AskedPassage, ClaimFacts } from './judging/law-claims/claim-facts'
import type { MergedPerception, ModelPerception } from './judging/observe-with-model/merge-perceptions'
import type { Scorecard, TurnScore } from './judging/score-types'
import type { Product } from './knowledge/product-schema'
import type { Persona } from './persona/persona-schema'
import type { Scenario } from './persona/scenario-schema'
import type { ClientState, Intent, Mood } from './roleplay/client-state'
import type { Speech } from './roleplay/speak-with-model/describe-speech'
import type { Localised } from './shared/localised'
import type { Claim, Observation, TalkLine } from './shared/observation'

/** All we ask of the outside world, on one page. */

export type Clock = { now(): Date }
/** Opaque, unguessable ids that sort by the time they were made. */
export type Ids = { next(): string }

// ---- engines

export type EngineName = 'embedded' | 'llm'

export type PerceiveInput = {
  utterance: string
  /** The talk before the utterance, oldest first. */
  talk: readonly TalkLine[]
  client: { age: number | null; occupation?: string | undefined }
  /** Products under discussion; empty when unknown. */
  products: readonly Product[]
  /** Local date whose law and product terms apply, ISO 8601. */
  asOf: string
  /** What statements are held against, as of that day; without it only against the products' own facts. */
  facts?: ClaimFacts | undefined
  /** The client has just asked out of this passage. */
  asked?: AskedPassage | undefined
}
export type Perception =
  | { status: 'perceived'; observations: Observation[]; claims: Claim[] }
  | { status: 'failed'; reason: string }

/** Hears one utterance. Never throws: what goes wrong is `failed` with a reason. */
export type Observer = { engine: EngineName; perceive(input: PerceiveInput, signal?: AbortSignal): Promise<Perception> }

export type SpeakInput = {
  persona: Persona
  scenario: Scenario
  state: ClientState
  intent: Intent
  talk: readonly TalkLine[]
  turnIndex: number
  /** Same seed and input, same words (embedded engine). */
  seed: string
}
/** Pieces of the reply as they come, if the engine gives pieces; `done` is last, its text is the whole reply. */
export type SpokenEvent =
  | { kind: 'delta'; text: string }
  /** `state` remembers what was said; `speech` is set by engines on a model. */
  | { kind: 'done'; text: string; state: ClientState; speech?: Speech }
/** Whose words a call to a model carries: for its budgets, and for what may leave. */
export type CallScope = { turnId?: string; talkId?: string; userId?: string; dataPolicy?: DataPolicy }
/** Finds the client's words for an intent. Throws only the signal's reason, when the caller aborts. */
export type Actor = {
  engine: EngineName
  speak(input: SpeakInput, signal?: AbortSignal, scope?: CallScope): AsyncIterable<SpokenEvent>
}

/** Whose work goes first when many talks take a turn at once: words that somebody waits for, before what is said about the turn. */
export type TurnOrder = {
  /** The words of a turn are waited for. @returns to be called once they have been asked for; a second call does nothing. */
  awaitWords(): () => void
  /** Lets go before it what has come in meanwhile, and turns whose words are waited for; comes back soon where there is nothing, and at last in any case. */
  giveWay(): Promise<void>
}

/**
 * A second pair of ears beside the embedded observer. What it hears counts only as `mergePerceptions` says.
 * Never throws: what goes wrong is `failed` with a reason.
 */
export type SecondObserver = {
  perceive(input: PerceiveInput, signal?: AbortSignal, scope?: CallScope): Promise<ModelPerception>
}

/**
 * Finds words for advice that the rules have decided on, and better wordings. What it writes is unchecked and never moves a score.
 * Never throws: what goes wrong is `failed` with a reason.
 */
export type Coach = { write(request: CoachRequest, signal?: AbortSignal, scope?: CallScope): Promise<CoachReply> }

// ---- talks

export type RoleplayMode = 'practice' | 'exam'
export type Versions = { catalogue: number; rubric: number; scenario: number; persona: number }

export type RoleplayRecord = {
  id: string
  personId: string
  scenarioId: string
  mode: RoleplayMode
  engine: EngineName
  seed: string
  asOf: string
  openingText: string | null
  state: ClientState
  ledger: Ledger
  turnCount: number
  hintsUsed: number
  forkedFromId: string | null
  forkedAtTurn: number | null
  versions: Versions
  scorecard: Scorecard | null
  startedAt: Date
  lastTurnAt: Date
  endedAt: Date | null
}

export type TurnRecord = {
  turnIndex: number
  turnId: string
  text: string
  replyText: string
  mood: Mood
  score: TurnScore
  /** As they stood after this turn. */
  state: ClientState
  ledger: Ledger
  /** What each tier heard, and how the two were merged, for the trainer who reviews. */
  perceptions: {
    embedded?: Perception
    llm?: ModelPerception
    merged?: MergedPerception
    /** Who found the words of the reply, in a talk on a model. */
    speech?: Speech
    /** What became of a model's words for the advice, where it was asked. */
    coach?: Coaching
  }
  acceptedAt: Date
}

/** A turn that was accepted and has no reply yet: whoever sends it again, or reads the talk, can have it finished. */
export type PendingTurn = Pick<TurnRecord, 'turnIndex' | 'turnId' | 'text' | 'acceptedAt'>

/** What the next turn must know of an earlier one. */
export type TurnSoFar = Pick<TurnRecord, 'turnIndex' | 'turnId' | 'text' | 'replyText' | 'score' | 'acceptedAt'>

export type HintRecord = { id: string; turnIndex: number; text: Localised; askedAt: Date }

export type TalkOwner = { personId: string; organisationId: string; teamId: string | null; name: string }

/** A talk as the next turn needs it: read on every turn, so without what only a look back needs. */
export type TalkSoFar = {
  roleplay: RoleplayRecord
  owner: TalkOwner
  turns: TurnSoFar[]
  pending: PendingTurn | null
}

export type StoredTalk = {
  roleplay: RoleplayRecord
  owner: TalkOwner
  turns: TurnRecord[]
  hints: HintRecord[]
  pending: PendingTurn | null
}

export type TalkSummary = {
  id: string
  personId: string
  personName: string
  scenarioId: string
  mode: RoleplayMode
  turnCount: number
  /** One per turn; null where the turn is `not-scored`. */
  turnTotals: (number | null)[]
  overall: number | null
  passed: boolean | null
  /** Of the settled scorecard; 0 while the talk goes on. */
  violationCount: number
  forkedFromId: string | null
  startedAt: Date
  endedAt: Date | null
}

/** What changes on the roleplay with a turn or an end; the ledger changes with the turn. */
export type RoleplayChange = Pick<RoleplayRecord, 'state' | 'scorecard' | 'lastTurnAt' | 'endedAt'>

export type RoleplayStore = {
  /** Stores a roleplay with the turns it starts from (none, or those copied by a fork), all or nothing. */
  create(roleplay: RoleplayRecord, turns: readonly TurnRecord[]): Promise<void>
  find(id: string): Promise<StoredTalk | null>
  findSoFar(id: string): Promise<TalkSoFar | null>
  /**
   * Stores the words of a turn before a model is asked for the reply, on the disk when it resolves; `appendTurn` takes them away.
   *
   * @returns `conflict` when another turn waits already, or the roleplay no longer has `turn.turnIndex` turns or has ended.
   */
  acceptTurn(roleplayId: string, turn: PendingTurn): Promise<'stored' | 'conflict'>
  /**
   * Stores a turn and the roleplay's new state in one commit, on the disk when it resolves.
   *
   * @returns `conflict` when the roleplay no longer has `turn.turnIndex` turns or has ended: nothing is stored then.
   */
  appendTurn(roleplayId: string, turn: TurnRecord, change: RoleplayChange): Promise<'stored' | 'conflict'>
  /** @returns `conflict` when it has another number of turns, a turn that waits for its reply, or has ended already. */
  end(roleplayId: string, turnCount: number, change: RoleplayChange): Promise<'stored' | 'conflict'>
  /** Stores a hint once per turn to come; `conflict` when the talk moved on. */
  addHint(roleplayId: string, hint: HintRecord): Promise<'stored' | 'conflict'>
  /** Newest first. */
  listByPerson(personId: string, limit: number): Promise<TalkSummary[]>
  listByScope(scope: ResultScope, limit: number): Promise<TalkSummary[]>
}

// ---- people

export type PersonRecord = SignedInActor & { name: string; email: string; isDemo: boolean; createdAt: Date }
export type SessionRecord = { id: string; device: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date }

export type AccountStore = {
  findByEmail(email: string): Promise<{ person: PersonRecord; passwordHash: string | null } | null>
  findPerson(personId: string): Promise<PersonRecord | null>
  /** By the hash of a session's secret; null when unknown or over. */
  findBySession(tokenHash: string, now: Date): Promise<PersonRecord | null>
  findByApiToken(tokenHash: string): Promise<PersonRecord | null>
  listDemoPeople(): Promise<PersonRecord[]>
  /** True while every person in the database came with the demo data. */
  hasOnlyDemoPeople(): Promise<boolean>
  listPeople(scope: ResultScope): Promise<PersonRecord[]>
  listTeams(organisationId: string): Promise<{ id: string; name: string }[]>
  findOrganisations(): Promise<{ id: string; name: string; isDemo: boolean }[]>
  createOrganisation(organisation: { id: string; name: string; isDemo: boolean; createdAt: Date }): Promise<void>
  createTeam(team: { id: string; organisationId: string; name: string }): Promise<void>
  /** @returns `taken` when another person has the e-mail address. */
  createPerson(person: PersonRecord & { passwordHash: string | null }): Promise<'created' | 'taken'>
  /** Also ends the person's sessions, all but `keptSessionId`: both happen or neither. API tokens stay. */
  setPasswordHash(personId: string, passwordHash: string, keptSessionId: string | null): Promise<void>
  createSession(personId: string, session: SessionRecord): Promise<void>
  listSessions(personId: string, now: Date): Promise<SessionRecord[]>
  endSession(personId: string, sessionId: string): Promise<void>
  endAllSessions(personId: string): Promise<void>
  createApiToken(personId: string, token: { tokenHash: string; name: string; createdAt: Date }): Promise<void>
  listApiTokens(personId: string): Promise<{ id: string; name: string; createdAt: Date }[]>
  deleteApiToken(personId: string, id: string): Promise<void>
}

export type Passwords = {
  hash(password: string): Promise<string>
  matches(password: string, hash: string): Promise<boolean>
}
/** Unguessable secrets for cookies and tokens, and the hash under which they are kept. */
export type Secrets = { make(): string; hash(secret: string): string }
/** @returns seconds to wait, or 0 when the call is within its limit. */
export type RateLimit = { take(key: string): Promise<number> }
