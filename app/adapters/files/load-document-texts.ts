import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { loadFrontMatterFile } from './load-yaml-file'

const KINDS = ['products', 'guides'] as const

/** @returns the Markdown body of every product sheet and guide, by `kind/id`. */
export async function loadDocumentTexts(rootDir: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  for (const kind of KINDS) {
    const folder = `content/knowledge/${kind}`
    const names = (await readdir(path.join(rootDir, folder))).filter(
      (name) => name.endsWith('.md') && name !== 'README.md',
    )
    for (const name of names.sort()) {
      const { body } = await loadFrontMatterFile(rootDir, `${folder}/${name}`)
      texts.set(`${kind}/${path.basename(name, '.md')}`, body)
    }
  }
  return texts
}
