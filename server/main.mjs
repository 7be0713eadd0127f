// @ts-check
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler } from '@remix-run/express'
import compression from 'compression'
import express from 'express'

const started = performance.now()
const STOP_GRACE_MS = 3_000
if (process.argv.includes('--production')) process.env.NODE_ENV = 'production'
if (fs.existsSync('.env')) process.loadEnvFile('.env')
const isDevelopment = process.env.NODE_ENV !== 'production'

const app = express()
const server = createServer(app)
app.disable('x-powered-by')
app.set('trust proxy', 'loopback')

/** @type {import('vite').ViteDevServer | undefined} */
let vite
if (isDevelopment)
  vite = await (await import('vite')).createServer({ server: { middlewareMode: { server }, hmr: { server } } })

/** @returns {Promise<any>} the Remix build; its entry also makes the services, so that both share one copy of every module */
const loadBuild = async () =>
  vite
    ? vite.ssrLoadModule('virtual:remix/server-build')
    : import(pathToFileURL(path.resolve('build/server/index.js')).href)

/** @type {Awaited<ReturnType<typeof import('../app/services.server').startServices>>} */
let services
try {
  const { startServices, readEnvironment } = (await loadBuild()).entry.module
  services = await startServices(readEnvironment())
} catch (error) {
  // What a person can mend (a folder in use, a faulty file or setting) needs no stack.
  console.error(error instanceof Error && !process.env.DEBUG ? `\n${error.message}\n` : error)
  process.exit(1)
}
const { log } = services
const { host, port } = services.environment

app.use((req, res, next) => {
  const begin = performance.now()
  const nonce = randomBytes(16).toString('base64')
  res.locals.nonce = nonce
  res.locals.requestId = randomBytes(6).toString('hex')
  const closed = new AbortController()
  res.locals.closed = closed.signal
  res.on('close', () => {
    if (!res.writableFinished) closed.abort()
    services.metrics.observeRequest(req.method, res.statusCode, performance.now() - begin)
  })
  res.setHeader(
    'Content-Security-Policy',
    [
      "default-src 'self'",
      `script-src 'self' 'nonce-${nonce}'`,
      // Vite's dev server injects style elements.
      isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
      isDevelopment ? "connect-src 'self' ws:" : "connect-src 'self'",
      "img-src 'self' data:",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
  )
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.setHeader('Referrer-Policy', 'same-origin')
  res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=()')
  res.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  if (req.secure) res.setHeader('Strict-Transport-Security', 'max-age=31536000')
  next()
})
app.use(
  compression({
    filter: (req, res) =>
      !String(res.getHeader('Content-Type') ?? '').startsWith('text/event-stream') && compression.filter(req, res),
  }),
)
if (vite) app.use(vite.middlewares)
else {
  app.use('/assets', express.static('build/client/assets', { immutable: true, maxAge: '1y' }))
  app.use(express.static('build/client', { maxAge: '1h' }))
}
app.all(
  '*',
  createRequestHandler({
    mode: process.env.NODE_ENV,
    build: vite ? loadBuild : await loadBuild(),
    getLoadContext: (req, res) => ({
      services,
      cspNonce: res.locals.nonce,
      closed: res.locals.closed,
      requestId: res.locals.requestId,
      address: req.ip ?? 'unknown',
      isHttps: req.secure,
    }),
  }),
)

server.listen(port, host, () => {
  const address = /** @type {import('node:net').AddressInfo} */ (server.address())
  console.log(services.describeStart())
  console.log(`ready on http://${host}:${address.port} after ${Math.round(performance.now() - started)} ms`)
})
server.on('error', (error) => {
  console.error(`\n${error.message}\n`)
  process.exit(1)
})

let isStopping = false
async function stop() {
  if (isStopping) return
  isStopping = true
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  // Event streams end with their turn; what still runs after the grace period is cut, and resumes from what is stored.
  const cut = setTimeout(() => server.closeAllConnections(), STOP_GRACE_MS)
  await closed
  clearTimeout(cut)
  await vite?.close()
  await services.close()
  process.exit(0)
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
process.on('unhandledRejection', (error) => log.error({ error }, 'unhandled rejection'))
// Ending npm does not end its child: stop when the parent goes away.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) void stop()
  }, 1_000).unref()
}
