import { MACHINE_PERSON_ID } from '../domain/governance/machine-person-id'
import type { AccountStore, Clock, PersonRecord, Secrets } from '../domain/ports'

/** Where the machine belongs while there is no demo organisation: nobody else is in it. */
export const MACHINE_ORGANISATION_ID = 'machine'

type MachineDeps = { accounts: AccountStore; secrets: Secrets; clock: Clock; apiToken: string | undefined }

/** Makes the person that `API_TOKEN` stands for, in the demo organisation when there is one, so that talks have an owner. */
export async function seedMachine(deps: MachineDeps): Promise<void> {
  if (!deps.apiToken || (await deps.accounts.findPerson(MACHINE_PERSON_ID))) return
  const createdAt = deps.clock.now()
  const [demoPerson] = await deps.accounts.listDemoPeople()
  if (!demoPerson)
    await deps.accounts.createOrganisation({ id: MACHINE_ORGANISATION_ID, name: 'API', isDemo: false, createdAt })
  await deps.accounts.createPerson({
    personId: MACHINE_PERSON_ID,
    organisationId: demoPerson?.organisationId ?? MACHINE_ORGANISATION_ID,
    teamId: null,
    role: 'admin',
    name: 'API',
    email: 'machine@api.invalid',
    isDemo: true,
    passwordHash: null,
    createdAt,
  })
}

/** The owner of a bearer token: the machine for `API_TOKEN`, else the person who made the token; null when unknown. */
export async function findPersonByToken(deps: MachineDeps, token: string): Promise<PersonRecord | null> {
  const tokenHash = deps.secrets.hash(token)
  // Comparing hashes tells a guesser nothing by its timing.
  if (deps.apiToken && tokenHash === deps.secrets.hash(deps.apiToken))
    return deps.accounts.findPerson(MACHINE_PERSON_ID)
  return deps.accounts.findByApiToken(tokenHash)
}
