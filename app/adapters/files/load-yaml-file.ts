import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type PositionedYaml, parseYaml } from './parse-yaml'

/** @param file path under `rootDir`, as faults will name it. A file that cannot be read is a fault, not an error. */
export async function loadYamlFile(rootDir: string, file: string): Promise<PositionedYaml> {
  const text = await readText(rootDir, file)
  return typeof text === 'string' ? parseYaml(text, file) : text
}

/** A Markdown file whose YAML front matter stands between two lines of `---`. */
type FrontMatterFile = PositionedYaml & {
  body: string
  /** Line (from 1) on which the body starts. */
  bodyLine: number
}

/** @param file path under `rootDir`, as faults will name it. */
export async function loadFrontMatterFile(rootDir: string, file: string): Promise<FrontMatterFile> {
  const text = await readText(rootDir, file)
  if (typeof text !== 'string') return { ...text, body: '', bodyLine: 1 }
  const lines = text.split(/\r?\n/)
  const close = lines.indexOf('---', 1)
  if (lines[0] !== '---' || close === -1) {
    const message = 'needs a front matter between two lines of ---'
    return { ...parseYaml('', file), faults: [{ file, line: 1, key: '', message }], body: text, bodyLine: 1 }
  }
  return {
    ...parseYaml(lines.slice(1, close).join('\n'), file, 1),
    body: lines.slice(close + 1).join('\n'),
    bodyLine: close + 2,
  }
}

async function readText(rootDir: string, file: string): Promise<string | PositionedYaml> {
  try {
    return await readFile(path.join(rootDir, file), 'utf8')
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'the file is missing' : String(error)
    return { ...parseYaml('', file), faults: [{ file, line: 1, key: '', message: reason }] }
  }
}
