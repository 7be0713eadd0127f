// Runs before `npm start`, `npm test` and `npm run dev`, also on a fresh clone without node_modules: only node: imports up here.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
process.chdir(root)
const goal = process.argv[2] ?? 'start' // start | test | dev
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19))
  fail(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`)

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(`\nsetup: ${message}\n`)
  process.exit(1)
}

/** @param {string} label @param {string} command @param {string[]} args @param {Record<string, string>} env */
function run(label, command, args, env = {}) {
  const begin = performance.now()
  console.log(`setup: ${label} …`)
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) fail(`${label} failed${error ? `: ${error.message}` : ''}`)
  console.log(`setup: ${label} done in ${((performance.now() - begin) / 1000).toFixed(1)} s`)
}

/** @param {string} place @returns {Generator<string>} every file at or below it, in a stable order */
function* walk(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false })
  if (!stat) return
  if (!stat.isDirectory()) {
    if (!/\.test\.tsx?$/.test(place)) yield place
    return
  }
  for (const entry of fs.readdirSync(place).sort()) if (entry !== 'generated') yield* walk(path.join(place, entry))
}

/** @param {string[]} places */
function hashFiles(places) {
  const hash = createHash('sha256').update(process.versions.node)
  for (const place of places)
    for (const file of walk(place)) hash.update(file).update('\0').update(fs.readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/**
 * Does the work only when its inputs changed since it last succeeded, or its output is gone.
 * @param {string} name @param {string[]} inputs @param {string} output @param {() => void} work
 */
function step(name, inputs, output, work) {
  const stamp = path.join('node_modules', '.setup', name)
  const now = hashFiles(inputs)
  if (fs.existsSync(output) && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === now) return
  work()
  fs.mkdirSync(path.dirname(stamp), { recursive: true })
  fs.writeFileSync(stamp, now)
}

const npmCli = process.env.npm_execpath // set by npm; its .js runs the same on every platform
/** @param {string[]} args @returns {[string, string[]]} */
const npm = (...args) =>
  npmCli?.endsWith('.js')
    ? [process.execPath, [npmCli, ...args]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', args]
/** @param {string} name @param {string[]} args @returns {[string, string[]]} */
const bin = (name, ...args) => [process.execPath, [path.join('node_modules', name), ...args]]

step('install', ['package.json', 'package-lock.json'], 'node_modules/.package-lock.json', () =>
  run('npm ci', ...npm('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error')),
)
// Prisma's CLI would download its schema engine even for `generate`, which does not use it: any existing file will do.
step(
  'prisma',
  ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'],
  'app/generated/prisma/client.ts',
  () =>
    run('prisma generate', ...bin('prisma/build/index.js', 'generate'), {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    }),
)
if (goal !== 'dev')
  step(
    'build',
    [
      'app',
      'public',
      'prisma/schema.prisma',
      'vite.config.ts',
      'remix.config.js',
      'tsconfig.json',
      'package-lock.json',
    ],
    'build/server/index.js',
    () =>
      run('remix build', ...bin('@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'error'), {
        NODE_ENV: 'production',
      }),
  )
if (goal === 'test') await installTestPrograms()

/** Root on Debian or Ubuntu (CI, containers): install what the tests drive; elsewhere only say what is missing. */
async function installTestPrograms() {
  const { findChromium } = await import('../tests/chromium.mjs')
  const { findPostgres } = await import('../tests/postgres-binaries.mjs')
  const wanted = [...(findChromium() ? [] : ['chromium', 'fonts-noto-cjk']), ...(findPostgres() ? [] : ['postgresql'])]
  if (wanted.length === 0) return
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) {
    console.warn(`setup: not found: ${wanted.join(', ')}; the tests that need it will be skipped and say so.`)
    return
  }
  console.log(`setup: installing ${wanted.join(', ')} from Debian's packages …`)
  /** @param {string[]} args */
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  if (!(apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...wanted)))
    console.warn('setup: could not install them; the tests that need them will be skipped and say so.')
}
