// @ts-nocheck -- the packages below have no types for what is used of them
// Prisma's schema engine as WebAssembly: no download, works offline. Development only.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'

const require = createRequire(import.meta.url)

export async function loadEngine() {
  // Node 20 cannot import a .wasm file: instantiate the wasm-bindgen module by hand.
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = path.join(path.dirname(require.resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(fs.readFileSync(file), { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    message: '',
    set_message(message) {
      this.message = message
    },
  }
  return bindings
}

/** adapter-pg cannot be used here: introspection meets a "char" column, which it rejects. */
export function createMigrationFactory(pglite) {
  const connect = async (client) => {
    const adapter = await new PrismaPGlite(client).connect()
    // pglite-prisma-adapter does not wait for the script to end.
    adapter.executeScript = async (sql) => {
      await client.exec(sql).catch((error) => adapter.onError(error))
    }
    return adapter
  }
  return bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: new PrismaPGlite(pglite).adapterName,
    connect: () => connect(pglite),
    async connectToShadowDb() {
      const shadow = await PGlite.create()
      const adapter = await connect(shadow)
      adapter.dispose = () => shadow.close()
      return adapter
    },
  })
}

export function listMigrations(dir) {
  const lock = path.join(dir, 'migration_lock.toml')
  return {
    baseDir: path.resolve(dir),
    lockfile: { path: 'migration_lock.toml', content: fs.existsSync(lock) ? fs.readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: fs
      .readdirSync(dir, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: fs.readFileSync(path.join(dir, name, 'migration.sql'), 'utf8') },
        },
      })),
  }
}
