import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

// Documentation that names a file, a folder or a script which is not there is wrong.

const SKIPPED = new Set(['node_modules', 'build', 'data', '.git', 'generated', 'shared'])

function* findMarkdown(dir: string): Generator<string> {
  for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
    if (SKIPPED.has(entry.name)) continue
    const file = path.join(dir, entry.name)
    if (entry.isDirectory()) yield* findMarkdown(file)
    else if (entry.name.endsWith('.md')) yield file
  }
}

const scripts = Object.keys((JSON.parse(fs.readFileSync('package.json', 'utf8')) as { scripts: object }).scripts)
const LIFECYCLE = ['ci', 'install', 'start', 'test']

/** What looks like a path of this project: in backticks, with a slash or a known ending, no spaces or placeholders. */
function listPaths(text: string): string[] {
  return [...text.matchAll(/`([^`\s]+)`/g)]
    .map((match) => match[1]!)
    .filter((word) => /^(app|content|docs|personas|prisma|public|scripts|server|tests|\.ci)(\/|$)/.test(word))
    .filter((word) => !/[<>{}*…]|NAME|\$/.test(word))
    .map((word) => word.replace(/[:#].*$/, ''))
}

function listLinks(text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)].map((match) => match[1]!)
}

function listScripts(text: string): string[] {
  return [...text.matchAll(/npm (?:run )?([a-z][a-z:-]*)/g)].map((match) => match[1]!).filter((name) => name !== 'run')
}

describe.each([...findMarkdown('.')])('%s', (file) => {
  const text = fs.readFileSync(file, 'utf8')
  test('names only paths that exist', () => {
    const missing = listPaths(text).filter((one) => !fs.existsSync(one))
    const broken = listLinks(text).filter((one) => !fs.existsSync(path.join(path.dirname(file), one)))
    expect([...missing, ...broken]).toEqual([])
  })
  test('names only npm scripts that exist', () => {
    expect(listScripts(text).filter((name) => !scripts.includes(name) && !LIFECYCLE.includes(name))).toEqual([])
  })
})
