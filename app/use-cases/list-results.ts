import { type Actor, findResultScope } from '../domain/governance/authorise'
import type { AccountStore, PersonRecord, RoleplayStore, TalkSummary } from '../domain/ports'
import { DomainError } from '../domain/shared/domain-error'

const OWN_LIMIT = 200
const SCOPE_LIMIT = 500

type ListDeps = { roleplays: RoleplayStore; accounts: AccountStore }

export type Results = { people: PersonRecord[]; talks: TalkSummary[]; teams: { id: string; name: string }[] }

/** The person's own talks, newest first. */
export function listOwnTalks(deps: Pick<ListDeps, 'roleplays'>, actor: Actor): Promise<TalkSummary[]> {
  return deps.roleplays.listByPerson(actor.personId, OWN_LIMIT)
}

/**
 * The people whom a trainer, manager or administrator looks after, and their talks, newest first.
 *
 * @throws DomainError `not-allowed` for everybody else.
 */
export async function listResults(deps: ListDeps, actor: Actor): Promise<Results> {
  const scope = findResultScope(actor)
  if (!scope) throw new DomainError('not-allowed', `results.list as ${actor.role}`)
  const [people, talks, teams] = await Promise.all([
    deps.accounts.listPeople(scope),
    deps.roleplays.listByScope(scope, SCOPE_LIMIT),
    deps.accounts.listTeams(scope.organisationId),
  ])
  return { people, talks, teams }
}
