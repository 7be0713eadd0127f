import type { AppLoadContext } from '@remix-run/node'
import type { Services } from '~/services.server'

declare module '@remix-run/node' {
  interface AppLoadContext {
    cspNonce: string
    services: Services
    /** Aborted when the client goes away before the response is complete; `request.signal` misses some of those. */
    closed: AbortSignal
    /** The caller's network address, for rate limits. */
    address: string
    isHttps: boolean
    /** Names one request in the log and in the error that a person sees. */
    requestId: string
  }
}

export type { AppLoadContext }
