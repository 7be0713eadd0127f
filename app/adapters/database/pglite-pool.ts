import type { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'

type PgliteConnection = { parse: (query: { types?: unknown }) => unknown }

/** What the pool needs of a PGlite, in this thread or another. */
export type ProtocolServer = Pick<PGlite, 'waitReady' | 'execProtocolStream'>

/**
 * A pg.Pool of one client on a PGlite, so that the official `@prisma/adapter-pg` serves both databases.
 *
 * From here on use only the pool: a query made on the PGlite directly would land inside whatever transaction a client has open.
 */
export function createPglitePool(server: ProtocolServer): pg.Pool {
  class PgliteClient extends pg.Client {
    constructor(options: object) {
      // A connection of its own for every client: one that the pool has destroyed cannot be used again.
      const { connection } = createPgConfig(server as PGlite) as unknown as { connection: PgliteConnection }
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
