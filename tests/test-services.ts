import type { AppLoadContext } from '@remix-run/node'
import { createAccountStore } from '../app/adapters/database/account-store'
import { createPrismaClient } from '../app/adapters/database/prisma-client'
import { loadContent } from '../app/adapters/files/load-content'
import { createLog } from '../app/adapters/log/create-log'
import type { Content } from '../app/domain/content'
import type { AccountStore, PersonRecord } from '../app/domain/ports'
import { readEnvironment } from '../app/env.server'
import { sessionCookie } from '../app/http/session-cookie'
import { createServices, type Services } from '../app/services.server'
import { openTestDatabase, type TestDatabase } from './test-database'

let content: Promise<Content> | null = null

/** The whole application on an empty in-memory database, or on one that was used before, and the real content. */
export async function createTestServices(
  environment: Record<string, string> = {},
  used?: TestDatabase,
): Promise<{ services: Services; accounts: AccountStore; database: TestDatabase }> {
  content ??= loadContent('.')
  const database = used ?? (await openTestDatabase())
  const services = await createServices({
    environment: readEnvironment({ NODE_ENV: 'test', DEMO: '0', ...environment }),
    database: { kind: 'embedded', pool: database.pool, close: database.close },
    content: await content,
    log: createLog('silent'),
    sessionSecret: 'secret-of-the-tests-0000000000000',
  })
  return { services, accounts: createAccountStore(createPrismaClient(database.pool)), database }
}

export function createTestContext(services: Services): AppLoadContext {
  return {
    services,
    cspNonce: 'nonce',
    closed: new AbortController().signal,
    address: '127.0.0.1',
    isHttps: false,
    requestId: 'test',
  }
}

/** The cookie header of somebody who has signed in with a password. */
export async function signInCookie(
  services: Services,
  person: Pick<PersonRecord, 'email'>,
  password: string,
): Promise<string> {
  const { secret } = await services.signIn({ email: person.email, password, device: 'test', address: person.email })
  const header = await sessionCookie(createTestContext(services)).serialize(secret)
  return header.split(';')[0]!
}

/** The administrator of a company that is just being set up. */
export function addBoss(services: Services, password = 'a long enough password'): Promise<PersonRecord> {
  return services.addFirstAdmin({ organisationName: '某公司', name: '王管理', email: 'boss@x.test', password })
}
