import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'
import { migrate } from '../app/adapters/database/migrate'
import { createPglitePool } from '../app/adapters/database/pglite-pool'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A dumped data folder with every migration applied. */
    snapshot: string
  }
}

const MIGRATIONS = 'prisma/migrations'
const CACHE_DIR = 'node_modules/.cache/duilian'

function hashMigrations(): string {
  const hash = createHash('sha256').update(fs.readFileSync('node_modules/@electric-sql/pglite/package.json'))
  for (const name of fs.readdirSync(MIGRATIONS).sort()) {
    const file = path.join(MIGRATIONS, name, 'migration.sql')
    if (fs.existsSync(file)) hash.update(file).update(fs.readFileSync(file))
  }
  return hash.digest('hex').slice(0, 16)
}

async function writeSnapshot(file: string): Promise<void> {
  const pglite = await PGlite.create()
  try {
    const pool = createPglitePool(pglite)
    await migrate(pool)
    await pool.end()
    await pglite.exec('checkpoint')
    const blob = await pglite.dumpDataDir('none')
    fs.mkdirSync(path.dirname(file), { recursive: true })
    const half = `${file}.${process.pid}`
    fs.writeFileSync(half, Buffer.from(await blob.arrayBuffer()))
    fs.renameSync(half, file)
  } finally {
    await pglite.close() // an open PGlite would keep vitest from exiting after an error
  }
}

/** One migrated database, made once per set of migrations and loaded by every test file that needs one. */
export default async function setup(project: TestProject) {
  const file = path.resolve(CACHE_DIR, `database-${hashMigrations()}.tar`)
  if (!fs.existsSync(file)) await writeSnapshot(file)
  project.provide('snapshot', file)
}
