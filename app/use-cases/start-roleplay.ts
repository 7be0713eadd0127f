import type { Content } from '../domain/content'
import type { Actor } from '../domain/governance/authorise'
import { openLedger } from '../domain/judging/keep-ledger'
import type { Clock, EngineName, Ids, RoleplayMode, RoleplayRecord, RoleplayStore } from '../domain/ports'
import { openMeeting } from '../domain/roleplay/open-client-state'
import { DomainError } from '../domain/shared/domain-error'
import { describeTalkFacts, getScenario, listProductsOf } from './describe-scenario'

export type StartDeps = {
  content: Content
  roleplays: RoleplayStore
  clock: Clock
  ids: Ids
  engines: readonly EngineName[]
}

/**
 * Opens a talk for the person who asks.
 *
 * @param input.seed same seed and same words give the same talk; a fresh one when left out.
 * @param input.asOf local date whose law and product terms apply; the scenario's own when left out.
 * @throws DomainError `not-found` for an unknown scenario, `engine-unavailable` for an engine that is not set up.
 */
export async function startRoleplay(
  deps: StartDeps,
  actor: Actor,
  input: {
    scenarioId: string
    seed?: string | undefined
    engine?: EngineName | undefined
    mode?: RoleplayMode | undefined
    asOf?: string | undefined
  },
): Promise<RoleplayRecord> {
  const { content } = deps
  const scenario = getScenario(content, input.scenarioId)
  const persona = content.personas.get(scenario.persona)!
  const engine = input.engine ?? deps.engines[0]!
  if (!deps.engines.includes(engine)) throw new DomainError('engine-unavailable', `engine ${engine} is not set up`)
  const id = deps.ids.next()
  const seed = input.seed ?? id
  const asOf = input.asOf ?? scenario.asOf
  const now = deps.clock.now()
  const { text, state } = openMeeting(persona, scenario, seed)
  const roleplay: RoleplayRecord = {
    id,
    personId: actor.personId,
    scenarioId: scenario.id,
    mode: input.mode ?? 'practice',
    engine,
    seed,
    asOf,
    openingText: text,
    state,
    ledger: openLedger(describeTalkFacts(persona, scenario, listProductsOf(content, scenario), asOf), content.duties),
    turnCount: 0,
    hintsUsed: 0,
    forkedFromId: null,
    forkedAtTurn: null,
    versions: {
      catalogue: content.catalogue.version,
      rubric: content.rubric.version,
      scenario: scenario.version,
      persona: persona.version,
    },
    scorecard: null,
    startedAt: now,
    lastTurnAt: now,
    endedAt: null,
  }
  await deps.roleplays.create(roleplay, [])
  return roleplay
}
