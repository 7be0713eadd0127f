import { isAllowed } from '../domain/governance/authorise'
import { findPasswordFault } from '../domain/governance/find-password-fault'
import type { AccountStore, Passwords, PersonRecord } from '../domain/ports'
import { DomainError } from '../domain/shared/domain-error'

type SetPasswordDeps = { accounts: AccountStore; passwords: Passwords }

/**
 * Gives a person of the administrator's organisation a new password and ends all their sessions; API tokens stay.
 *
 * @returns whose password it is now.
 * @throws DomainError `not-allowed` for others than administrators, for oneself (`changePassword` asks for the present
 *   one) and for demo people; `not-found` outside the organisation; `bad-input` with `password`: `missing`, `too-short`, `too-long`.
 */
export async function setPassword(
  deps: SetPasswordDeps,
  actor: PersonRecord,
  input: { personId: string; password: string },
): Promise<PersonRecord> {
  if (!isAllowed(actor, 'people.administer')) throw new DomainError('not-allowed', `people.administer as ${actor.role}`)
  const person = await deps.accounts.findPerson(input.personId)
  if (!person || !isAllowed(actor, 'people.administer', person))
    throw new DomainError('not-found', `person ${input.personId}`)
  if (person.personId === actor.personId) throw new DomainError('not-allowed', 'the own password is changed on /me')
  // With a password a demo person would be a door that stays open when the one-click entrances close.
  if (person.isDemo) throw new DomainError('not-allowed', 'demo people have no password')
  const fault = input.password ? findPasswordFault(input.password) : 'missing'
  if (fault) throw new DomainError('bad-input', 'the password was not set', { password: fault })
  await deps.accounts.setPasswordHash(person.personId, await deps.passwords.hash(input.password), null)
  return person
}
