import { DOCUMENT_KINDS, type DocumentKind } from '~/domain/knowledge/passage'
import type { MakeDocument } from './document-choice'

type KnownDocument = {
  id: string
  kind: DocumentKind
  title: string
  retiredAt: Date | null
  currentVersionId: string | null
  versions: readonly { id: string; passageCount: number }[]
}

/** Documents to choose from: guides first, laws last, none that was retired. */
export function listMakeDocuments(documents: readonly KnownDocument[]): MakeDocument[] {
  const order = (kind: DocumentKind) => DOCUMENT_KINDS.toReversed().indexOf(kind)
  return documents
    .filter((one) => one.retiredAt === null)
    .map(({ id, kind, title, versions, currentVersionId }) => ({
      id,
      kind,
      title,
      passages: versions.find((one) => one.id === currentVersionId)?.passageCount ?? 0,
    }))
    .sort((a, b) => order(a.kind) - order(b.kind))
}
