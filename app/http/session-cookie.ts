import { createCookie } from '@remix-run/node'
import type { AppLoadContext } from './load-context'

/**
 * The cookie that carries a session's secret, signed so that a forged one costs no database query.
 * The `__Host-` name needs HTTPS; plain HTTP (a first start on this machine) has a name of its own.
 */
export function sessionCookie(context: Pick<AppLoadContext, 'isHttps' | 'services'>) {
  return createCookie(context.isHttps ? '__Host-duilian' : 'duilian', {
    secrets: [context.services.sessionSecret],
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: context.isHttps,
  })
}
