import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { findPostgres } from './postgres-binaries.mjs'

export type TestPostgres = { url: string; stop(): Promise<void> }

/** PostgreSQL refuses to run as root: as Debian's own user there, as oneself elsewhere. */
function findOwner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const read = (flag: string) => Number(execFileSync('id', [flag, 'postgres']))
  return { uid: read('-u'), gid: read('-g') }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}

async function waitUntilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const giveUpAt = Date.now() + 20_000
  for (;;) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode}:\n${output()}`)
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch (error) {
      if (Date.now() > giveUpAt) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    } finally {
      await client.end().catch(() => {})
    }
  }
}

/** A cluster of its own on a free port of this machine, gone after `stop`; null where PostgreSQL is not installed. */
export async function startPostgres(): Promise<TestPostgres | null> {
  const binaries = findPostgres()
  if (!binaries) {
    console.warn('SKIPPED on PostgreSQL: it is not installed (Debian: apt-get install postgresql, or set POSTGRES_BIN)')
    return null
  }
  const owner = findOwner()
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'duilian-postgres-'))
  if (owner.uid !== undefined) fs.chownSync(dir, owner.uid, owner.gid!)
  const cluster = path.join(dir, 'cluster')
  const inDir = { cwd: dir, ...owner }
  execFileSync(
    path.join(binaries, 'initdb'),
    ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    {
      ...inDir,
      stdio: 'ignore',
    },
  )
  const port = await findFreePort()
  const child = spawn(
    path.join(binaries, 'postgres'),
    ['-D', cluster, '-p', String(port), '-k', dir, '-c', 'listen_addresses=127.0.0.1'],
    { ...inDir, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let output = ''
  child.stderr?.on('data', (data: Buffer) => {
    output += data.toString()
  })
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`
  const stop = async () => {
    if (child.exitCode === null) {
      const exited = once(child, 'exit')
      child.kill('SIGINT')
      await exited
    }
    fs.rmSync(dir, { recursive: true, force: true })
  }
  try {
    await waitUntilReady(url, child, () => output)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, stop }
}
