// @ts-check
import fs from 'node:fs'
import path from 'node:path'

const DEBIAN_DIR = '/usr/lib/postgresql'

/** The folder with initdb and postgres (PostgreSQL 15 or newer), or null. POSTGRES_BIN wins. */
export function findPostgres() {
  const debian = fs.existsSync(DEBIAN_DIR)
    ? fs
        .readdirSync(DEBIAN_DIR)
        .filter((version) => Number(version) >= 15)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => path.join(DEBIAN_DIR, version, 'bin'))
    : []
  const onPath = (process.env.PATH ?? '').split(path.delimiter)
  return (
    [process.env.POSTGRES_BIN ?? '', ...debian, ...onPath].find(
      (dir) => dir && fs.existsSync(path.join(dir, 'initdb')),
    ) ?? null
  )
}
