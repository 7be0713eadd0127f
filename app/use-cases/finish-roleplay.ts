import type { Actor } from '../domain/governance/authorise'
import type { Scorecard } from '../domain/judging/score-types'
import { finishByTrainee } from '../domain/roleplay/finish-talk'
import { DomainError } from '../domain/shared/domain-error'
import { getTalkSoFar } from './get-talk'
import { settleScorecard } from './settle-scorecard'
import { finishPendingTurn, type TurnDeps } from './take-turn'

const MAX_TRIES = 5

/**
 * Ends a talk at the trainee's wish and settles its scorecard; a turn that waits for its reply is finished first. A talk that has ended already answers its scorecard.
 *
 * @throws DomainError `not-found`, `not-allowed`, `turn-conflict` when turns keep coming in meanwhile.
 */
export async function finishRoleplay(
  deps: TurnDeps,
  actor: Actor,
  roleplayId: string,
): Promise<{ id: string; scorecard: Scorecard }> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const talk = await getTalkSoFar(deps, actor, roleplayId, 'roleplay.act')
    if (talk.roleplay.scorecard) return { id: roleplayId, scorecard: talk.roleplay.scorecard }
    if (talk.pending) {
      await finishPendingTurn(deps, talk, true)
      continue
    }
    const now = deps.clock.now()
    const state = finishByTrainee(talk.roleplay.state, Math.max(0, talk.turns.length - 1))
    const roleplay = { ...talk.roleplay, state, endedAt: now }
    const scorecard = settleScorecard(deps.content, { ...talk, roleplay })
    const change = {
      state,
      scorecard,
      lastTurnAt: talk.roleplay.lastTurnAt,
      endedAt: now,
    }
    if ((await deps.roleplays.end(roleplayId, talk.turns.length, change)) === 'stored')
      return { id: roleplayId, scorecard }
  }
  throw new DomainError('turn-conflict', 'turns of this talk kept coming in')
}
