import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'

// Applies prisma/migrations/* and records them exactly as `prisma migrate deploy` does (same table, checksum and lock).

const ADVISORY_LOCK = 72707369 // the key Prisma uses
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

type Migration = { name: string; sql: string; checksum: string }
type AppliedRow = { migration_name: string; checksum: string; finished_at: Date | null }

function readMigrations(dir: string): Migration[] {
  return fs
    .readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(dir, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

function selectPending(onDisk: Migration[], rows: AppliedRow[]): Migration[] {
  const failed = rows.find((row) => !row.finished_at)
  if (failed)
    throw new Error(`Migration ${failed.migration_name} failed earlier; repair the database and mark it resolved.`)
  const unknown = rows.find((row) => !onDisk.some((migration) => migration.name === row.migration_name))
  if (unknown)
    throw new Error(
      `The database has migration ${unknown.migration_name}, which this version of the program does not know.`,
    )
  return onDisk.filter((migration) => {
    const before = rows.find((row) => row.migration_name === migration.name)
    if (before && before.checksum !== migration.checksum)
      throw new Error(`Migration ${migration.name} was changed after it had been applied.`)
    return !before
  })
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(migration.sql) // no parameters: the simple protocol, which takes the whole file
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`Migration ${migration.name} failed and was rolled back: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

/**
 * Brings a database to the newest migration.
 *
 * @returns the names applied now, in order.
 * @throws Error when a migration failed before, changed after it was applied, or is unknown to this program.
 */
export async function migrate(pool: pg.Pool, dir = 'prisma/migrations'): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK])
    await client.query(TABLE)
    const { rows } = await client.query<AppliedRow>(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
    )
    const pending = selectPending(readMigrations(dir), rows)
    for (const migration of pending) await apply(client, migration)
    return pending.map((migration) => migration.name)
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [ADVISORY_LOCK]).catch(() => {})
    client.release()
  }
}
