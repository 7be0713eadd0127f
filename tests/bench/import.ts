import fs from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { createKnowledgeStore } from '../../app/adapters/database/knowledge-store'
import { migrate } from '../../app/adapters/database/migrate'
import { openDatabase } from '../../app/adapters/database/open-database'
import { createPglitePool } from '../../app/adapters/database/pglite-pool'
import { createPrismaClient } from '../../app/adapters/database/prisma-client'
import { createDocumentReader } from '../../app/adapters/documents/create-document-reader'
import { loadSearchVocabulary } from '../../app/adapters/files/load-search-vocabulary'
import { systemClock } from '../../app/adapters/system/system-clock'
import { systemIds } from '../../app/adapters/system/system-ids'
import { importFile, keepFiles } from '../../app/use-cases/knowledge/import-documents'
import { createIndexKeeper } from '../../app/use-cases/knowledge/keep-index'
import { startPostgres } from '../start-postgres'

/**
 * Import throughput: the 49 laws of 2024, n times under other names, through the whole path (kept, claimed, parsed, stored), then the index over all of them.
 *
 * npx tsx tests/bench/import.ts [--times 5] [--postgres | --disk DIR]
 */
const FOLDER = '../shared/data/moj-law-json-20241011'
const readOption = (name: string) => {
  const at = process.argv.indexOf(name)
  return at === -1 ? undefined : process.argv[at + 1]
}
const times = Number(readOption('--times') ?? 5)
const disk = readOption('--disk')

async function open() {
  if (process.argv.includes('--postgres')) {
    const server = await startPostgres()
    if (!server) throw new Error('PostgreSQL is not installed')
    const database = await openDatabase({ url: server.url, dataDir: '' })
    return { pool: database.pool, close: () => database.close().then(server.stop) }
  }
  if (disk) return openDatabase({ url: undefined, dataDir: disk })
  const pglite = await PGlite.create()
  const pool = createPglitePool(pglite)
  return { pool, close: () => pool.end().then(() => pglite.close()) }
}

const { pool, close } = await open()
await migrate(pool)
const prisma = createPrismaClient(pool)
const knowledge = createKnowledgeStore(prisma)
const deps = { knowledge, documentReader: createDocumentReader(), clock: systemClock, ids: systemIds }
const names = fs.readdirSync(FOLDER).filter((name) => /^[A-Z]\d+\.json$/.test(name))
let passages = 0
let bytes = 0
const begin = performance.now()
const slowest = { name: '', ms: 0 }
for (let round = 0; round < times; round++) {
  const files = names.map((name) => {
    const source = fs
      .readFileSync(`${FOLDER}/${name}`, 'utf8')
      .replace(/("法規名稱":\s*")/u, round === 0 ? '$1' : `$1第${round}輯`)
    const content = new TextEncoder().encode(source)
    bytes += content.length
    return { name, sizeBytes: content.length, bytes: content }
  })
  const { id, waiting } = await keepFiles(
    deps,
    { organisationId: null, personId: null, origin: 'command-line' },
    files,
    'regulation',
  )
  for (const place of waiting) {
    const start = performance.now()
    await importFile(deps, place)
    const ms = performance.now() - start
    if (ms > slowest.ms) Object.assign(slowest, { ms, name: names[place.position] })
  }
  const record = await knowledge.findImport(id, null)
  passages += record!.files.reduce((sum, file) => sum + (file.passageCount ?? 0), 0)
  const refused = record!.files.filter((file) => file.status !== 'imported')
  if (refused.length > 0) throw new Error(JSON.stringify(refused))
}
const seconds = (performance.now() - begin) / 1000
const count = names.length * times
console.log(`${count} files, ${passages} passages, ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s`)
console.log(
  `${(count / seconds).toFixed(1)} files/s, ${Math.round(passages / seconds)} passages/s; slowest ${slowest.name} ${Math.round(slowest.ms)} ms`,
)
const keeper = createIndexKeeper(
  knowledge,
  () => loadSearchVocabulary('.'),
  () => performance.now(),
)
await keeper.get(null)
console.log(
  `index of ${keeper.readState().passages} passages read and built in ${keeper.readState().builtInMs} ms; ${Math.round(process.memoryUsage().rss / 1e6)} MB in all`,
)
await prisma.$disconnect()
await close()
process.exit(0)
