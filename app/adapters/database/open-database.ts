import fs from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { lockDataDir } from './data-dir-lock'
import { createPglitePool } from './pglite-pool'
import { openThreadedPglite } from './threaded-pglite'

export type Database = { kind: 'embedded' | 'postgresql'; pool: pg.Pool; close(): Promise<void> }

const CONNECT_TIMEOUT_MS = 10_000
const POOL_SIZE = 10

function openPostgres(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    // adapter-pg stores wrong instants under any other time zone.
    options: '-c timezone=UTC',
  })
  pool.on('error', (error) => console.warn('postgresql: idle connection lost:', error.message))
  return { kind: 'postgresql', pool, close: () => pool.end() }
}

/** First start: builds the cluster beside its final place, so that a kill half-way leaves nothing behind. */
async function createCluster(clusterDir: string): Promise<void> {
  const fresh = `${clusterDir}.new`
  fs.rmSync(fresh, { recursive: true, force: true })
  const first = await PGlite.create(fresh)
  await first.close()
  fs.rmSync(clusterDir, { recursive: true, force: true })
  fs.renameSync(fresh, clusterDir)
}

async function openEmbedded(dataDir: string): Promise<Database> {
  const clusterDir = path.join(path.resolve(dataDir), 'pg')
  fs.mkdirSync(path.dirname(clusterDir), { recursive: true })
  const release = await lockDataDir(clusterDir)
  try {
    if (!fs.existsSync(path.join(clusterDir, 'PG_VERSION'))) await createCluster(clusterDir)
    const pglite = await openThreadedPglite(clusterDir)
    const pool = createPglitePool(pglite)
    return {
      kind: 'embedded',
      pool,
      async close() {
        await pool.end()
        await pglite.close()
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

/**
 * Opens PostgreSQL when a URL is given, else the embedded database in `dataDir`.
 *
 * @throws DataDirInUse when another process has the folder.
 */
export function openDatabase(place: { url: string | undefined; dataDir: string }): Promise<Database> {
  return place.url ? Promise.resolve(openPostgres(place.url)) : openEmbedded(place.dataDir)
}
