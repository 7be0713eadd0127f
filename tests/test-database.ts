import { openAsBlob } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import type pg from 'pg'
import { inject } from 'vitest'
import { createPglitePool } from '../app/adapters/database/pglite-pool'
import { createPrismaClient } from '../app/adapters/database/prisma-client'
import type { PrismaClient } from '../app/generated/prisma/client'

export type TestDatabase = { prisma: PrismaClient; pool: pg.Pool; close(): Promise<void> }

/** An empty, migrated embedded database in memory, for one test file. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const pglite = await PGlite.create({ loadDataDir: await openAsBlob(inject('snapshot')) })
  const pool = createPglitePool(pglite)
  const prisma = createPrismaClient(pool)
  return {
    prisma,
    pool,
    async close() {
      await prisma.$disconnect()
      await pool.end()
      await pglite.close()
    },
  }
}
