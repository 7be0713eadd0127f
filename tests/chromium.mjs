// @ts-check
import fs from 'node:fs'
import path from 'node:path'

/** The Chromium to test with, or null. CHROMIUM_PATH wins; then the PATH. SKIP_BROWSER=1 does without. */
export function findChromium() {
  if (process.env.SKIP_BROWSER === '1') return null
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((dir) => names.map((name) => path.join(dir, name)))
  return [process.env.CHROMIUM_PATH ?? '', ...onPath].find((file) => file && fs.existsSync(file)) ?? null
}

export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
