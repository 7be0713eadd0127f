import type {
  ImportPlace,
  KnowledgeStore,
  OrganisationId,
  ReadDocument,
  StoredText,
  VersionOrigin,
} from '../../domain/knowledge/knowledge-ports'
import { type Document, placePassages } from '../../domain/knowledge/passage'

export type Sender = {
  organisationId: OrganisationId
  personId: string | null
  origin: VersionOrigin
  fileName: string
  now: Date
}

/**
 * Stores what was read from a file as a text of its document: the one of the same kind and title, else a new one.
 *
 * @param documentId of a built-in file, which is known by its id and not by its title.
 */
export async function storeDocument(
  store: KnowledgeStore,
  read: Extract<ReadDocument, { status: 'read' }>,
  sender: Sender,
  target: { documentId?: string; file?: ImportPlace } = {},
): Promise<StoredText> {
  const {
    kind,
    title,
    level,
    amendedOn,
    effectiveFrom,
    effectiveBasis,
    effectiveNote,
    isRepealed,
    sourceUrl,
    passages,
  } = read.document
  const document: Document = {
    id: target.documentId ?? (await findDocumentId(store, sender.organisationId, kind, title)),
    kind,
    title,
  }
  const label = (read.label ?? amendedOn ?? effectiveFrom ?? sender.now.toISOString().slice(0, 10)).replace(
    /[@#~/\\?%\s]+/gu,
    '-',
  )
  return store.storeText(
    {
      document,
      organisationId: sender.organisationId,
      label,
      level,
      amendedOn,
      effectiveFrom,
      effectiveBasis,
      effectiveNote,
      isRepealed,
      sourceUrl,
      checksum: read.checksum,
      origin: sender.origin,
      fileName: sender.fileName,
      flags: read.flags,
      importedAt: sender.now,
      importedById: sender.personId,
    },
    (versionId) => placePassages(document, versionId, passages),
    target.file,
  )
}

async function findDocumentId(
  store: KnowledgeStore,
  viewer: OrganisationId,
  kind: Document['kind'],
  title: string,
): Promise<string> {
  const known = (await store.listVersions(viewer)).find((one) => one.kind === kind && one.title === title)
  // A guide may have the name of a law, and is no text of it.
  return known?.documentId ?? (kind === 'regulation' ? title : `${kind}:${title}`)
}
