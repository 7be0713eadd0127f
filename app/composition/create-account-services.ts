import type { PersonRecord } from '../domain/ports'
import { addFirstAdmin, addPerson, type NewPerson, needsFirstAdmin } from '../use-cases/add-person'
import { changePassword, hasPassword, type PasswordChange } from '../use-cases/change-password'
import { findPersonByToken } from '../use-cases/machine-access'
import { setPassword } from '../use-cases/set-password'
import { listDemoSignIns, signIn, signInAsDemo } from '../use-cases/sign-in'
import type { Deps } from './create-deps'

/** Everything the routes need of people, their passwords, sessions and tokens. */
export function createAccountServices(deps: Deps) {
  return {
    findPersonBySession: (secret: string) => deps.accounts.findBySession(deps.secrets.hash(secret), deps.clock.now()),
    findPersonByToken: (token: string) => findPersonByToken(deps, token),
    endSessionOf: (person: PersonRecord, secret: string) =>
      deps.accounts.endSession(person.personId, deps.secrets.hash(secret)),
    endSession: (person: PersonRecord, sessionId: string) => deps.accounts.endSession(person.personId, sessionId),
    endAllSessions: (person: PersonRecord) => deps.accounts.endAllSessions(person.personId),
    listSessions: (person: PersonRecord) => deps.accounts.listSessions(person.personId, deps.clock.now()),
    hashSecret: (secret: string) => deps.secrets.hash(secret),
    signIn: (input: Parameters<typeof signIn>[1]) => signIn(deps, input),
    signInAsDemo: (input: Parameters<typeof signInAsDemo>[1]) => signInAsDemo(deps, input),
    listDemoSignIns: () => listDemoSignIns(deps),
    takeSignInTry: (address: string) => deps.signInLimit.take(`address:${address}`),
    needsFirstAdmin: () => needsFirstAdmin(deps),
    addFirstAdmin: (input: Parameters<typeof addFirstAdmin>[1]) => addFirstAdmin(deps, input),
    addPerson: (actor: PersonRecord, input: NewPerson) => addPerson(deps, actor, input),
    hasPassword: (person: PersonRecord) => hasPassword(deps, person),
    changePassword: (actor: PersonRecord, input: PasswordChange) => changePassword(deps, actor, input),
    setPassword: (actor: PersonRecord, input: Parameters<typeof setPassword>[2]) => setPassword(deps, actor, input),
    listApiTokens: (person: PersonRecord) => deps.accounts.listApiTokens(person.personId),
    async createApiToken(person: PersonRecord, name: string) {
      const secret = deps.secrets.make()
      const token = { tokenHash: deps.secrets.hash(secret), name, createdAt: deps.clock.now() }
      await deps.accounts.createApiToken(person.personId, token)
      return secret
    },
    deleteApiToken: (person: PersonRecord, id: string) => deps.accounts.deleteApiToken(person.personId, id),
  }
}
