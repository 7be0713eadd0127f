import type { Content } from '../domain/content'
import type { Actor } from '../domain/governance/authorise'
import { openLedger } from '../domain/judging/keep-ledger'
import type { Clock, Ids, RoleplayRecord, RoleplayStore } from '../domain/ports'
import { openMeeting } from '../domain/roleplay/open-client-state'
import { DomainError } from '../domain/shared/domain-error'
import { describeTalkFacts, getScenario, listProductsOf } from './describe-scenario'
import { getTalk } from './get-talk'

/**
 * Opens a new talk that is equal to an old one up to a turn, so that the moment can be tried again.
 *
 * @param fromTurn index of the turn to try again: turns before it are copied; 0 starts over with the same opening.
 * @throws DomainError `bad-input` when the talk has no such turn, `not-found`, `not-allowed`.
 */
export async function forkRoleplay(
  deps: { content: Content; roleplays: RoleplayStore; clock: Clock; ids: Ids },
  actor: Actor,
  roleplayId: string,
  fromTurn: number,
): Promise<RoleplayRecord> {
  const talk = await getTalk(deps, actor, roleplayId, 'roleplay.act')
  if (fromTurn > talk.turns.length)
    throw new DomainError('bad-input', `fromTurn: the talk has ${talk.turns.length} turns`, { fromTurn: 'too-large' })
  const { content } = deps
  const scenario = getScenario(content, talk.roleplay.scenarioId)
  const persona = content.personas.get(scenario.persona)!
  const kept = talk.turns.slice(0, fromTurn)
  const last = kept.at(-1)
  const facts = describeTalkFacts(persona, scenario, listProductsOf(content, scenario), talk.roleplay.asOf)
  const now = deps.clock.now()
  const fork: RoleplayRecord = {
    ...talk.roleplay,
    id: deps.ids.next(),
    // Same seed: the client answers the same words in the same way, so that only the trainee's words make a difference.
    state: last?.state ?? openMeeting(persona, scenario, talk.roleplay.seed).state,
    ledger: last?.ledger ?? openLedger(facts, content.duties),
    turnCount: fromTurn,
    hintsUsed: 0,
    forkedFromId: roleplayId,
    forkedAtTurn: fromTurn,
    scorecard: null,
    mode: 'practice',
    startedAt: now,
    lastTurnAt: now,
    endedAt: null,
  }
  await deps.roleplays.create(fork, kept)
  return fork
}
