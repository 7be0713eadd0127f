import type { Content } from '../domain/content'
import type { Actor } from '../domain/governance/authorise'
import type { Scorecard } from '../domain/judging/score-types'
import type { RoleplayStore } from '../domain/ports'
import { describeLearnt } from '../domain/roleplay/describe-learnt'
import { DomainError } from '../domain/shared/domain-error'
import { getScenario } from './describe-scenario'
import { getTalk } from './get-talk'

type ReadDeps = { content: Content; roleplays: RoleplayStore }

/**
 * A talk with its scenario, its client and what came out about the client.
 *
 * @throws DomainError `not-found`.
 */
export async function readTalk(deps: ReadDeps, actor: Actor, roleplayId: string) {
  const talk = await getTalk(deps, actor, roleplayId, 'roleplay.read')
  const scenario = getScenario(deps.content, talk.roleplay.scenarioId)
  const persona = deps.content.personas.get(scenario.persona)!
  return { talk, scenario, persona, learnt: describeLearnt(persona, scenario, talk.roleplay.state) }
}

/** @throws DomainError `not-found` also while the talk goes on: it has no scorecard yet. */
export async function readScorecard(deps: ReadDeps, actor: Actor, roleplayId: string): Promise<Scorecard> {
  const { roleplay } = await getTalk(deps, actor, roleplayId, 'roleplay.read')
  if (!roleplay.scorecard) throw new DomainError('not-found', 'the talk has not ended')
  return roleplay.scorecard
}
