import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export const TEST_API_TOKEN = 'test-token-of-the-machine-000000'

export type RunningApp = {
  url: string
  dataDir: string
  output(): string
  /** Ends it as `Ctrl-C` would, and waits. */
  stop(): Promise<void>
  /** Ends the whole process group at once, with no chance to clean up, and waits. */
  kill(): Promise<void>
}

const START_TIMEOUT_MS = 60_000

function waitForReady(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`not ready after ${START_TIMEOUT_MS} ms:\n${output()}`)),
      START_TIMEOUT_MS,
    )
    child.stdout?.on('data', () => {
      const url = /ready on (\S+)/.exec(output())?.[1]
      if (!url) return
      clearTimeout(timer)
      resolve(url)
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`the app ended with ${code}:\n${output()}`))
    })
  })
}

export function makeDataDir(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'duilian-data-'))
}

/** Starts the built app (`npm test` builds it) on a free port of this machine, in a process group of its own. */
export async function startApp(
  options: { dataDir?: string; environment?: Record<string, string>; cwd?: string } = {},
): Promise<RunningApp> {
  const dataDir = options.dataDir ?? makeDataDir()
  const { npm_lifecycle_event: _ownedByNpm, ...inherited } = process.env
  const child = spawn(process.execPath, ['--preserve-symlinks-main', 'server/main.mjs', '--production'], {
    cwd: options.cwd ?? process.cwd(),
    env: {
      ...inherited,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      DEMO: '1',
      API_TOKEN: TEST_API_TOKEN,
      LOG_LEVEL: 'warn',
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let text = ''
  const collect = (data: Buffer) => {
    text += data.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const output = () => text
  const url = await waitForReady(child, output)
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    process.kill(-child.pid!, signal)
    await exited
  }
  return { url, dataDir, output, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

/** A call of the API with the machine's token. */
export function callApi(url: string, pathname: string, body?: unknown, headers: Record<string, string> = {}) {
  return fetch(`${url}${pathname}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${TEST_API_TOKEN}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}
