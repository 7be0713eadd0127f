// Every optional (platform) package that the lock's packages name must be in the lock, else `npm ci` refuses it elsewhere.
import fs from 'node:fs'

/** @type {{ packages: Record<string, { optionalDependencies?: Record<string, string> }> }} */
const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'))
const names = new Set(Object.keys(packages).map((key) => key.split('node_modules/').pop()))
const missing = Object.entries(packages).flatMap(([key, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter((optional) => !names.has(optional))
    .map((optional) => `${optional} (wanted by ${key})`),
)
if (missing.length > 0) {
  console.error(`package-lock.json lacks:\n${missing.join('\n')}`)
  process.exit(1)
}
console.log('package-lock.json is complete')
