import { MACHINE_PERSON_ID } from '../domain/governance/machine-person-id'
import type { AccountStore, Clock, Passwords, PersonRecord, RateLimit, Secrets } from '../domain/ports'
import { DomainError } from '../domain/shared/domain-error'

export const SESSION_DAYS = 14
const DAY_MS = 24 * 60 * 60 * 1000

export type SignInDeps = {
  accounts: AccountStore
  passwords: Passwords
  secrets: Secrets
  clock: Clock
  signInLimit: RateLimit
  /** One-click sign-in is offered only when this holds and the database has nobody but demo people. */
  isDemoWanted: boolean
}

export type SignedIn = { person: PersonRecord; secret: string; expiresAt: Date }

// Verified against when the address is unknown, so that the answer takes as long as for a known one.
let decoyHash: Promise<string> | null = null

async function openSession(deps: SignInDeps, person: PersonRecord, device: string): Promise<SignedIn> {
  const secret = deps.secrets.make()
  const now = deps.clock.now()
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * DAY_MS)
  await deps.accounts.createSession(person.personId, {
    id: deps.secrets.hash(secret),
    device,
    createdAt: now,
    lastSeenAt: now,
    expiresAt,
  })
  return { person, secret, expiresAt }
}

/** @throws DomainError `too-many-requests`; `key` says whose tries are counted, wherever a password is asked for. */
export async function refuseWhenTooMany(deps: Pick<SignInDeps, 'signInLimit'>, key: string): Promise<void> {
  const waitSeconds = await deps.signInLimit.take(key)
  if (waitSeconds > 0) throw new DomainError('too-many-requests', `sign-in: wait ${waitSeconds} s`)
}

/**
 * Signs a person in by e-mail address and password.
 *
 * @param input.device what the person will see in their list of devices.
 * @param input.address where the call comes from; limits tries per address and per account.
 * @throws DomainError `wrong-credentials`, the same for an unknown address and a wrong password; `too-many-requests`.
 */
export async function signIn(
  deps: SignInDeps,
  input: { email: string; password: string; device: string; address: string },
): Promise<SignedIn> {
  const email = input.email.trim().toLowerCase()
  await refuseWhenTooMany(deps, `address:${input.address}`)
  await refuseWhenTooMany(deps, `account:${email}`)
  const found = await deps.accounts.findByEmail(email)
  decoyHash ??= deps.passwords.hash(deps.secrets.make())
  const matches = await deps.passwords.matches(input.password, found?.passwordHash ?? (await decoyHash))
  if (!found?.passwordHash || !matches) throw new DomainError('wrong-credentials', 'unknown address or wrong password')
  return openSession(deps, found.person, input.device)
}

/** The demo people who can sign in with one click; none once the database holds anybody else, or when not wanted. */
export async function listDemoSignIns(deps: Pick<SignInDeps, 'accounts' | 'isDemoWanted'>): Promise<PersonRecord[]> {
  if (!deps.isDemoWanted || !(await deps.accounts.hasOnlyDemoPeople())) return []
  // The owner of API_TOKEN came with no real person either, but nobody signs in as a machine.
  return (await deps.accounts.listDemoPeople()).filter((person) => person.personId !== MACHINE_PERSON_ID)
}

/**
 * Signs a demo person in without a password.
 *
 * @throws DomainError `not-allowed` when one-click sign-in is not offered, or not for this person.
 */
export async function signInAsDemo(
  deps: SignInDeps,
  input: { personId: string; device: string; address: string },
): Promise<SignedIn> {
  await refuseWhenTooMany(deps, `address:${input.address}`)
  const person = (await listDemoSignIns(deps)).find((candidate) => candidate.personId === input.personId)
  if (!person) throw new DomainError('not-allowed', 'no one-click sign-in for this person')
  return openSession(deps, person, input.device)
}
