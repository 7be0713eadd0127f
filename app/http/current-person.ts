import { redirect } from '@remix-run/node'
import { type Action, isAllowed, type Owned } from '../domain/governance/authorise'
import type { PersonRecord } from '../domain/ports'
import { DomainError } from '../domain/shared/domain-error'
import type { AppLoadContext } from './load-context'
import { isSameOrigin } from './same-origin'
import { sessionCookie } from './session-cookie'

/** The session's secret from the cookie, or null. */
export async function readSessionSecret(request: Request, context: AppLoadContext): Promise<string | null> {
  const secret: unknown = await sessionCookie(context).parse(request.headers.get('cookie'))
  return typeof secret === 'string' && secret.length > 0 ? secret : null
}

/** Who is signed in by cookie; null when nobody is. */
export async function findPerson(request: Request, context: AppLoadContext): Promise<PersonRecord | null> {
  const secret = await readSessionSecret(request, context)
  return secret ? context.services.findPersonBySession(secret) : null
}

function refuseForeignOrigin(request: Request): void {
  if (!isSameOrigin(request)) throw new DomainError('not-allowed', 'the request comes from another site')
}

/**
 * For pages: the signed-in person.
 *
 * @throws a redirect to the sign-in page that comes back here; DomainError `not-allowed` when another site sent the form.
 */
export async function requirePerson(request: Request, context: AppLoadContext): Promise<PersonRecord> {
  refuseForeignOrigin(request)
  const person = await findPerson(request, context)
  if (person) return person
  const url = new URL(request.url)
  throw redirect(`/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`)
}

/**
 * For the API: the owner of the bearer token, else the signed-in person of our own pages.
 *
 * @throws DomainError `not-signed-in` or, when another site sent the request with our cookie, `not-allowed`.
 */
export async function requireCaller(request: Request, context: AppLoadContext): Promise<PersonRecord> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (bearer) {
    const person = await context.services.findPersonByToken(bearer)
    if (!person) throw new DomainError('not-signed-in', 'the bearer token is unknown')
    return person
  }
  const person = await findPerson(request, context)
  if (!person) throw new DomainError('not-signed-in', 'send a bearer token')
  refuseForeignOrigin(request)
  return person
}

/** @throws DomainError `not-allowed`. */
export function requirePermission(person: PersonRecord, action: Action, owner?: Owned): void {
  if (!isAllowed(person, action, owner)) throw new DomainError('not-allowed', `${action} as ${person.role}`)
}
