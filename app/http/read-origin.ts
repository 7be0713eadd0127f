import type { AppLoadContext } from './load-context'

/** Scheme and host under which this person reached the app: `https://duilian.example`. A proxy passes the Host header through. */
export function readOrigin(request: Request, context: Pick<AppLoadContext, 'isHttps'>): string {
  const host = request.headers.get('host') ?? new URL(request.url).host
  return `${context.isHttps ? 'https' : 'http'}://${host}`
}
