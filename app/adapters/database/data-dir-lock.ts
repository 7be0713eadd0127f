import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

// PGlite takes no lock of its own: two processes on one directory corrupt it silently (rows lost, keys doubled).
// Every starter first adds a claim file of its own, and only then looks at the others': of two starters at least one
// sees the other, so there are never two owners. A dead process's claim has a name no one else uses: safe to delete.

const HEARTBEAT_MS = 5_000
// For claims of another host (a shared volume), whose processes cannot be looked at. Generous: a long query blocks the
// event loop, and with it the heartbeat.
const STALE_MS = 120_000
const MAX_ATTEMPTS = 20
const heldHere = new Set<string>()

/** Thrown when another live process owns the folder; the message is for the person who starts the app. */
export class DataDirInUse extends Error {
  override readonly name = 'DataDirInUse'
}

/** A process's start time tells it from a later one with the same pid (Linux; '' elsewhere). */
function readStartTime(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** @param name `host~pid~started` */
function isLive(file: string, name: string): boolean {
  const [host, pid, started] = name.split('~')
  if (host !== os.hostname()) {
    try {
      return Date.now() - fs.statSync(file).mtimeMs < STALE_MS
    } catch {
      return false
    }
  }
  try {
    process.kill(Number(pid), 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return readStartTime(Number(pid)) === started
}

/** @returns the name of a live rival, and whether it already owns the folder. */
function findRival(claimsDir: string, mine: string): { rival: string | null; isOwner: boolean } {
  let rival: string | null = null
  let isOwner = false
  for (const name of fs.readdirSync(claimsDir)) {
    const other = path.join(claimsDir, name)
    if (name === mine) continue
    if (!isLive(other, name)) {
      fs.rmSync(other, { force: true })
      continue
    }
    rival = name
    try {
      isOwner ||= fs.readFileSync(other, 'utf8') === 'owner'
    } catch {
      // just gone: the next round will see it
    }
  }
  return { rival, isOwner }
}

async function claim(dataDir: string, claimsDir: string): Promise<() => void> {
  const mine = `${os.hostname()}~${process.pid}~${readStartTime(process.pid)}`
  const file = path.join(claimsDir, mine)
  fs.mkdirSync(claimsDir, { recursive: true })
  for (let attempt = 0; ; attempt++) {
    fs.writeFileSync(file, '')
    const { rival, isOwner } = findRival(claimsDir, mine)
    if (!rival) break
    fs.rmSync(file, { force: true })
    if (isOwner || attempt >= MAX_ATTEMPTS) {
      const [host, pid] = rival.split('~')
      throw new DataDirInUse(
        `資料夾 ${dataDir} 正由 ${host} 上的程序 ${pid} 使用中。請先停止它，或改設 DATA_DIR 或 DATABASE_URL。\n` +
          `The data folder ${dataDir} is in use by process ${pid} on ${host}. Stop that one first, or set DATA_DIR or DATABASE_URL.`,
      )
    }
    // Both are just starting: try again apart.
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 200))
  }
  fs.writeFileSync(file, 'owner')
  const beat = setInterval(() => {
    const now = new Date()
    fs.utimes(file, now, now, () => {})
  }, HEARTBEAT_MS)
  beat.unref()
  const release = () => {
    clearInterval(beat)
    process.off('exit', release)
    heldHere.delete(claimsDir)
    fs.rmSync(file, { force: true })
  }
  process.on('exit', release)
  return release
}

/**
 * Makes this process the only one on a data folder.
 *
 * @returns a function that gives the folder free again.
 * @throws DataDirInUse when another live process, or this one, has it.
 */
export async function lockDataDir(dataDir: string): Promise<() => void> {
  const claimsDir = `${path.resolve(dataDir)}.lock`
  if (heldHere.has(claimsDir)) throw new DataDirInUse(`The data folder ${dataDir} is already open in this process.`)
  heldHere.add(claimsDir)
  try {
    return await claim(dataDir, claimsDir)
  } catch (error) {
    heldHere.delete(claimsDir)
    throw error
  }
}
