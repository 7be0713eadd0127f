import { rm } from 'node:fs/promises'
import { migrate } from '../app/adapters/database/migrate'
import { openDatabase } from '../app/adapters/database/open-database'
import { createPrismaClient } from '../app/adapters/database/prisma-client'
import { makeDataDir } from './start-app'
import { startPostgres } from './start-postgres'
import type { TestDatabase } from './test-database'

async function openMigrated(
  place: { url: string | undefined; dataDir: string },
  cleanUp: () => Promise<void>,
): Promise<TestDatabase> {
  const { pool, close } = await openDatabase(place)
  await migrate(pool)
  const prisma = createPrismaClient(pool)
  return {
    prisma,
    pool,
    async close() {
      await prisma.$disconnect()
      await close()
      await cleanUp()
    },
  }
}

/** The embedded database as the app opens it: in a thread, on the disk. */
export function openEmbedded(): Promise<TestDatabase> {
  const dataDir = makeDataDir()
  return openMigrated({ url: undefined, dataDir }, () => rm(dataDir, { recursive: true, force: true }))
}

/** A PostgreSQL of its own; null where it is not installed. */
export async function openOnPostgres(): Promise<TestDatabase | null> {
  const server = await startPostgres()
  return server && openMigrated({ url: server.url, dataDir: '' }, server.stop)
}
