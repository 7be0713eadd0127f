// npm run db:new -- NAME: writes prisma/migrations/<timestamp>_NAME/migration.sql from prisma/schema.prisma, offline.
// npm run db:check: fails when the migrations do not yield the schema.
import fs from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { createMigrationFactory, listMigrations, loadEngine } from './schema-engine.mjs'

const MIGRATIONS = 'prisma/migrations'
const isCheck = process.argv.includes('--check')
const name = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? 'migration'
const schema = { path: 'prisma/schema.prisma', content: fs.readFileSync('prisma/schema.prisma', 'utf8') }

const bindings = await loadEngine()
const pglite = await PGlite.create()
const engine = await bindings.SchemaEngine.new(
  { datamodels: [[schema.path, schema.content]] },
  () => {},
  createMigrationFactory(pglite),
)
const difference = await engine.diff({
  from: { tag: 'migrations', ...listMigrations(MIGRATIONS) },
  to: { tag: 'schemaDatamodel', files: [schema] },
  script: true,
  exitCode: true,
  filters: { externalTables: [], externalEnums: [] },
})
engine.free()
await pglite.close()
if (difference.exitCode === 0) console.log('schema.prisma and the migrations agree')
else if (isCheck) {
  console.error(`schema.prisma and the migrations differ; run npm run db:new -- NAME\n${difference.stdout}`)
  process.exit(1)
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const file = path.join(MIGRATIONS, `${stamp}_${name}`, 'migration.sql')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, difference.stdout)
  console.log(`wrote ${file}`)
}
process.exit(0)
