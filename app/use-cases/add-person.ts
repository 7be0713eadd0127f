import { isAllowed, type Role } from '../domain/governance/authorise'
import { findPasswordFault } from '../domain/governance/find-password-fault'
import type { AccountStore, Clock, Ids, Passwords, PersonRecord } from '../domain/ports'
import { DomainError } from '../domain/shared/domain-error'

const MAX_NAME_LENGTH = 60

export type PeopleDeps = { accounts: AccountStore; passwords: Passwords; clock: Clock; ids: Ids }

export type NewPerson = { name: string; email: string; password: string; role: Role; teamName: string }

function refuseFaults(input: NewPerson): void {
  const fields: Record<string, string> = {}
  if (!input.name.trim()) fields.name = 'missing'
  else if (input.name.length > MAX_NAME_LENGTH) fields.name = 'too-long'
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(input.email.trim())) fields.email = 'invalid'
  const passwordFault = findPasswordFault(input.password)
  if (passwordFault) fields.password = passwordFault
  if (Object.keys(fields).length > 0) throw new DomainError('bad-input', 'the person has faults', fields)
}

async function findOrMakeTeam(deps: PeopleDeps, organisationId: string, teamName: string): Promise<string | null> {
  const name = teamName.trim()
  if (!name) return null
  const known = (await deps.accounts.listTeams(organisationId)).find((team) => team.name === name)
  if (known) return known.id
  const id = deps.ids.next()
  await deps.accounts.createTeam({ id, organisationId, name })
  return id
}

async function createPerson(deps: PeopleDeps, organisationId: string, input: NewPerson): Promise<PersonRecord> {
  refuseFaults(input)
  const person: PersonRecord = {
    personId: deps.ids.next(),
    organisationId,
    teamId: await findOrMakeTeam(deps, organisationId, input.teamName),
    role: input.role,
    name: input.name.trim(),
    email: input.email.trim().toLowerCase(),
    isDemo: false,
    createdAt: deps.clock.now(),
  }
  const passwordHash = await deps.passwords.hash(input.password)
  if ((await deps.accounts.createPerson({ ...person, passwordHash })) === 'taken')
    throw new DomainError('bad-input', 'the e-mail address is taken', { email: 'taken' })
  return person
}

/**
 * Adds a person to the administrator's organisation. The first real person closes one-click demo sign-in.
 *
 * @param input.teamName an existing team or a new one; empty for none.
 * @throws DomainError `not-allowed`; `bad-input` with a reason per field (`missing`, `invalid`, `taken`, `too-short`, `too-long`).
 */
export async function addPerson(deps: PeopleDeps, actor: PersonRecord, input: NewPerson): Promise<PersonRecord> {
  if (!isAllowed(actor, 'people.administer')) throw new DomainError('not-allowed', `people.administer as ${actor.role}`)
  return createPerson(deps, actor.organisationId, input)
}

type FirstAdminDeps = PeopleDeps & { isDemoWanted: boolean }

/** True while nobody could sign in: no real people, and the demo is not wanted. */
export async function needsFirstAdmin(deps: Pick<FirstAdminDeps, 'accounts' | 'isDemoWanted'>): Promise<boolean> {
  return !deps.isDemoWanted && (await deps.accounts.hasOnlyDemoPeople())
}

/**
 * Makes the organisation and its first administrator in an empty database.
 *
 * @throws DomainError `not-allowed` once there is anybody; `bad-input` as in `addPerson`.
 */
export async function addFirstAdmin(
  deps: FirstAdminDeps,
  input: Omit<NewPerson, 'role' | 'teamName'> & { organisationName: string },
): Promise<PersonRecord> {
  if (!(await needsFirstAdmin(deps))) throw new DomainError('not-allowed', 'there is an administrator already')
  const person = { ...input, role: 'admin' as const, teamName: '' }
  refuseFaults(person)
  if (!input.organisationName.trim())
    throw new DomainError('bad-input', 'the organisation has no name', { organisationName: 'missing' })
  const known = (await deps.accounts.findOrganisations()).find((one) => !one.isDemo)
  const organisationId = known?.id ?? deps.ids.next()
  if (!known)
    await deps.accounts.createOrganisation({
      id: organisationId,
      name: input.organisationName.trim(),
      isDemo: false,
      createdAt: deps.clock.now(),
    })
  return createPerson(deps, organisationId, person)
}
