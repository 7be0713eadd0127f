import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { SourceFile } from '../../domain/knowledge/knowledge-ports'

const FOLDERS = [
  { folder: 'content/knowledge/products', kind: 'product' },
  { folder: 'content/knowledge/guides', kind: 'guide' },
] as const

/** @returns the product sheets and guides that come with the program; `id` is the name of the file, as in its front matter. */
export async function loadBuiltInDocuments(rootDir: string): Promise<(SourceFile & { id: string })[]> {
  const lists = await Promise.all(
    FOLDERS.map(async ({ folder, kind }) => {
      const names = (await readdir(path.join(rootDir, folder))).filter(
        (name) => name.endsWith('.md') && name !== 'README.md',
      )
      return Promise.all(
        names.sort().map(async (name) => ({
          id: path.basename(name, '.md'),
          name: `${folder}/${name}`,
          kind,
          bytes: new Uint8Array(await readFile(path.join(rootDir, folder, name))),
        })),
      )
    }),
  )
  return lists.flat()
}
