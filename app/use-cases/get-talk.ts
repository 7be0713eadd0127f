import { type Action, type Actor, isAllowed } from '../domain/governance/authorise'
import type { RoleplayStore, StoredTalk } from '../domain/ports'
import { DomainError } from '../domain/shared/domain-error'

/**
 * A stored talk that this person may read or act on.
 *
 * @throws DomainError `not-found` also for talks that the person may not even read, so that ids cannot be probed;
 *   `not-allowed` when they may read it but not do this.
 */
export async function getTalk(
  deps: { roleplays: RoleplayStore },
  actor: Actor,
  roleplayId: string,
  action: Extract<Action, 'roleplay.read' | 'roleplay.act'>,
): Promise<StoredTalk> {
  const talk = await deps.roleplays.find(roleplayId)
  if (!talk || !isAllowed(actor, 'roleplay.read', talk.owner))
    throw new DomainError('not-found', `roleplay ${roleplayId}`)
  if (!isAllowed(actor, action, talk.owner)) throw new DomainError('not-allowed', `${action} on another person's talk`)
  return talk
}
