import type { KnowledgeDeps } from './knowledge-deps'
import { storeDocument } from './store-document'

/**
 * Puts the product sheets and guides that come with the program into the knowledge base, each text once. One that was changed becomes a new version.
 *
 * @returns how many texts are new.
 * @throws Error for a file that cannot be read: the program's own files must be sound.
 */
export async function keepBuiltIns(
  deps: Pick<KnowledgeDeps, 'knowledge' | 'documentReader' | 'loadBuiltIns' | 'clock'>,
): Promise<number> {
  const [files, versions] = await Promise.all([deps.loadBuiltIns(), deps.knowledge.listVersions(null)])
  const known = new Set(versions.map((one) => one.checksum))
  let added = 0
  for (const file of files) {
    const read = await deps.documentReader.read(file)
    if (read.status === 'refused') throw new Error(`${file.name}: ${read.reason.message.en}`)
    if (known.has(read.checksum)) continue
    const sender = {
      organisationId: null,
      personId: null,
      origin: 'built-in' as const,
      fileName: file.name,
      now: deps.clock.now(),
    }
    const { status } = await storeDocument(deps.knowledge, read, sender, { documentId: file.id })
    if (status === 'stored') added++
  }
  return added
}
