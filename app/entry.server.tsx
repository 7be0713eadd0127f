import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { dropZeroBytes } from '~/http/drop-zero-bytes'
import { NonceContext } from '~/http/nonce'
import { isDomainError } from '~/http/problem-details'

// The server makes its services from the same build as the routes, so that both share one copy of every module.
export { readEnvironment } from '~/env.server'
export { startServices } from '~/services.server'

export const streamTimeout = 5_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { cspNonce: nonce, closed, services, requestId }: AppLoadContext,
) {
  const ready = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady'
  return new Promise<Response>((resolve, reject) => {
    let isShellRendered = false
    let finalStatus = status
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={streamTimeout} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        [ready]() {
          isShellRendered = true
          const body = dropZeroBytes()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          headers.set('Cache-Control', 'no-store')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }))
          pipe(body)
        },
        onShellError: reject,
        onError(error) {
          finalStatus = 500
          if (isShellRendered && !closed.aborted) services.log.error({ error, requestId }, 'rendering failed')
        },
      },
    )
    const timer = setTimeout(abort, streamTimeout + 1_000)
    timer.unref()
    closed.addEventListener('abort', () => abort(), { once: true })
  })
}

/** What was not foreseen; refusals and 404s are no failures. */
export function handleError(error: unknown, { context }: { context: AppLoadContext }) {
  if (context.closed.aborted || isRouteErrorResponse(error) || isDomainError(error)) return
  context.services.log.error({ error, requestId: context.requestId }, 'request failed')
}
