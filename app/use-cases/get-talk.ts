import { type Action, type Actor, isAllowed } from '../domain/governance/authorise'
import type { RoleplayStore, StoredTalk, TalkOwner, TalkSoFar } from '../domain/ports'
import { DomainError } from '../domain/shared/domain-error'

type TalkAction = Extract<Action, 'roleplay.read' | 'roleplay.act'>

function refuse<Talk extends { owner: TalkOwner }>(
  talk: Talk | null,
  actor: Actor,
  id: string,
  action: TalkAction,
): Talk {
  if (!talk || !isAllowed(actor, 'roleplay.read', talk.owner)) throw new DomainError('not-found', `roleplay ${id}`)
  if (!isAllowed(actor, action, talk.owner)) throw new DomainError('not-allowed', `${action} on another person's talk`)
  return talk
}

/**
 * A stored talk that this person may read or act on.
 *
 * @throws DomainError `not-found` also for talks that the person may not even read, so that ids cannot be probed;
 *   `not-allowed` when they may read it but not do this.
 */
export async function getTalk(
  deps: { roleplays: RoleplayStore },
  actor: Actor,
  id: string,
  action: TalkAction,
): Promise<StoredTalk> {
  return refuse(await deps.roleplays.find(id), actor, id, action)
}

/** As `getTalk`, without what only a look back needs. */
export async function getTalkSoFar(
  deps: { roleplays: RoleplayStore },
  actor: Actor,
  id: string,
  action: TalkAction,
): Promise<TalkSoFar> {
  return refuse(await deps.roleplays.findSoFar(id), actor, id, action)
}
