import fs from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'

/** What we use of PGlite's Emscripten file system; its types are not exported. */
type NodeFsModule = {
  Module: { FS: { filesystems: { NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } } } } }
}

/**
 * Opens PGlite on a folder so that a commit is on the disk when it returns.
 *
 * As shipped it starts the server with `-F` and gives the file system no `fsync`: a commit then survives a killed
 * process but not a power cut.
 */
export async function openDurablePGlite(dataDir: string): Promise<PGlite> {
  const startParams = [
    ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
    '-c',
    'fsync=on',
    '-c',
    'wal_sync_method=fsync',
  ]
  const pglite = await PGlite.create(dataDir, { startParams })
  ;(pglite as unknown as NodeFsModule).Module.FS.filesystems.NODEFS.stream_ops.fsync = (stream) => {
    fs.fsyncSync(stream.nfd)
    return 0
  }
  return pglite
}

type PgliteConnection = { parse: (query: { types?: unknown }) => unknown }

/**
 * A pg.Pool of one client on an in-process PGlite, so that the official `@prisma/adapter-pg` serves both databases.
 *
 * From here on use only the pool: a query made on the PGlite directly would land inside whatever transaction a client has open.
 */
export function createPglitePool(pglite: PGlite): pg.Pool {
  class PgliteClient extends pg.Client {
    constructor(options: object) {
      // A connection of its own for every client: one that the pool has destroyed cannot be used again.
      const { connection } = createPgConfig(pglite) as unknown as { connection: PgliteConnection }
      const parse = connection.parse.bind(connection)
      // adapter-pg passes { getTypeParser } as `types`; PGlite expects an array of oids there and throws.
      connection.parse = (query) => parse({ ...query, types: Array.isArray(query.types) ? query.types : undefined })
      super({ ...options, connection } as unknown as pg.ClientConfig)
    }
  }
  const pool = new pg.Pool({
    Client: PgliteClient,
    user: 'postgres',
    database: 'postgres',
    password: '-',
    max: 1,
    idleTimeoutMillis: 0,
    // All clients share PGlite's one session: a new one cleans up what a destroyed one may have left open.
    onConnect: async (client: pg.Client) => {
      await client.query('ROLLBACK')
      await client.query('DISCARD ALL')
    },
  } as unknown as pg.PoolConfig)
  pool.on('error', (error) => console.warn('embedded database:', error.message))
  return pool
}
