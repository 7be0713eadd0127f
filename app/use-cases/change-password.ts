import { findPasswordFault } from '../domain/governance/find-password-fault'
import type { AccountStore, Passwords, PersonRecord } from '../domain/ports'
import { DomainError } from '../domain/shared/domain-error'
import { refuseWhenTooMany, type SignInDeps } from './sign-in'

type ChangePasswordDeps = Pick<SignInDeps, 'accounts' | 'passwords' | 'signInLimit'>

export type PasswordChange = {
  currentPassword: string
  newPassword: string
  /** The session that stays: the one in which the person asks. */
  sessionId: string
  /** Where the call comes from; tries count together with those of signing in. */
  address: string
}

/** False for people who sign in without one: those of the demo, and the owner of the machine token. */
export async function hasPassword(deps: { accounts: AccountStore }, person: PersonRecord): Promise<boolean> {
  return Boolean((await deps.accounts.findByEmail(person.email))?.passwordHash)
}

function findNewFault({ currentPassword, newPassword }: PasswordChange): string | null {
  if (!newPassword) return 'missing'
  return findPasswordFault(newPassword) ?? (newPassword === currentPassword ? 'same' : null)
}

async function findCurrentFault(passwords: Passwords, given: string, hash: string): Promise<string | null> {
  if (!given) return 'missing'
  return (await passwords.matches(given, hash)) ? null : 'wrong'
}

/**
 * Changes one's own password and ends all one's other sessions; API tokens stay.
 *
 * @throws DomainError `not-allowed` for people without a password; `too-many-requests`; `bad-input` with a reason per
 *   field: `currentPassword` (`missing`, `wrong`), `newPassword` (`missing`, `too-short`, `too-long`, `same`).
 */
export async function changePassword(deps: ChangePasswordDeps, actor: PersonRecord, input: PasswordChange) {
  const hash = (await deps.accounts.findByEmail(actor.email))?.passwordHash
  if (!hash) throw new DomainError('not-allowed', 'a person without a password')
  if (input.currentPassword) {
    await refuseWhenTooMany(deps, `address:${input.address}`)
    await refuseWhenTooMany(deps, `account:${actor.email}`)
  }
  const currentFault = await findCurrentFault(deps.passwords, input.currentPassword, hash)
  const newFault = findNewFault(input)
  const fields = {
    ...(currentFault && { currentPassword: currentFault }),
    ...(newFault && { newPassword: newFault }),
  }
  if (Object.keys(fields).length > 0) throw new DomainError('bad-input', 'the password was not changed', fields)
  await deps.accounts.setPasswordHash(actor.personId, await deps.passwords.hash(input.newPassword), input.sessionId)
}
