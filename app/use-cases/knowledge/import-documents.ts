import type { Actor } from '../../domain/governance/authorise'
import { MAX_FILE_BYTES, MAX_IMPORT_FILES, TOO_LARGE, TOO_MANY } from '../../domain/knowledge/import-limits'
import type {
  ClaimedFile,
  FileOutcome,
  ImportPlace,
  ImportRecord,
  NewImportFile,
  Refusal,
  VersionOrigin,
} from '../../domain/knowledge/knowledge-ports'
import type { DocumentKind } from '../../domain/knowledge/passage'
import { DomainError } from '../../domain/shared/domain-error'
import { findOwner, type IndexedDeps, type KnowledgeDeps } from './knowledge-deps'
import { storeDocument } from './store-document'

const RECENT_IMPORTS = 20
/** A file that was taken up and not finished for so long belongs to a process that is gone. */
const STALE_MS = 120_000

type ImportDeps = Pick<KnowledgeDeps, 'knowledge' | 'documentReader' | 'clock'>

const FAILED: Refusal = {
  code: 'failed',
  message: {
    zh: '處理時出了問題，什麼都沒有存下來。請再試一次。',
    en: 'Something went wrong and nothing was stored. Try again.',
  },
}

/** @param bytes may be null for a file that is too large: its size tells. */
export type ReceivedFile = { name: string; sizeBytes: number; bytes: Uint8Array | null }

function toImportFile(file: ReceivedFile, position: number, kind: DocumentKind): NewImportFile {
  const { name, sizeBytes } = file
  if (position >= MAX_IMPORT_FILES) return { name, sizeBytes, kind, content: null, reason: TOO_MANY }
  if (sizeBytes > MAX_FILE_BYTES) return { name, sizeBytes, kind, content: null, reason: TOO_LARGE }
  return { name, sizeBytes, kind, content: file.bytes, reason: null }
}

/**
 * Keeps files for import; the work itself is done in the background, file by file.
 *
 * @param kind what those files are that are not laws by their form.
 * @returns the import's id, at once.
 * @throws DomainError `bad-input` without a file.
 */
export async function startImport(
  deps: KnowledgeDeps,
  actor: Actor,
  input: { files: readonly ReceivedFile[]; kind: DocumentKind },
): Promise<string> {
  if (input.files.length === 0)
    throw new DomainError('bad-input', 'send at least one file as `files`', { files: 'required' })
  const sender = { organisationId: findOwner(actor), personId: actor.personId, origin: 'upload' as const }
  const { id, waiting } = await keepFiles(deps, sender, input.files, input.kind)
  await deps.importJobs.add(waiting)
  return id
}

/** Stores files as an import that waits. @returns its id and the places of the files that are to be worked on. */
export async function keepFiles(
  deps: Pick<KnowledgeDeps, 'knowledge' | 'clock' | 'ids'>,
  sender: { organisationId: string | null; personId: string | null; origin: VersionOrigin },
  received: readonly ReceivedFile[],
  kind: DocumentKind,
): Promise<{ id: string; waiting: ImportPlace[] }> {
  const id = deps.ids.next()
  const files = received.map((file, position) => toImportFile(file, position, kind))
  await deps.knowledge.createImport({ id, ...sender, createdAt: deps.clock.now() }, files)
  const waiting = files.flatMap((file, position) => (file.reason === null ? [{ importId: id, position }] : []))
  return { id, waiting }
}

/**
 * Works on one file of an import. May be called again for the same file: what is done is not done twice.
 *
 * @returns what became of the file, or null when there was nothing to do.
 */
export async function importFile(deps: ImportDeps, place: ImportPlace): Promise<FileOutcome['status'] | null> {
  const now = deps.clock.now()
  const file = await deps.knowledge.claimFile(place, now, new Date(now.getTime() - STALE_MS))
  if (!file) return null
  try {
    return await readAndStore(deps, place, file)
  } catch (error) {
    await refuse(deps, place, FAILED)
    throw error
  }
}

async function readAndStore(deps: ImportDeps, place: ImportPlace, file: ClaimedFile): Promise<FileOutcome['status']> {
  const read = await deps.documentReader.read(file)
  if (read.status === 'refused') {
    await refuse(deps, place, read.reason)
    return 'refused'
  }
  const { organisationId, personId, origin } = file
  const sender = { organisationId, personId, origin, fileName: file.name, now: deps.clock.now() }
  const { status } = await storeDocument(deps.knowledge, read, sender, { file: place })
  return status === 'stored' ? 'imported' : 'duplicate'
}

async function refuse(deps: ImportDeps, place: ImportPlace, reason: Refusal): Promise<void> {
  const outcome = {
    status: 'refused',
    reason,
    flags: [],
    documentId: null,
    versionId: null,
    passageCount: null,
  } as const
  await deps.knowledge.finishFile(place, outcome, deps.clock.now())
}

/**
 * Takes up what an earlier process left: files that wait, and those nobody finishes any more.
 *
 * @param isAlone no other process works on this database, so whatever was taken up is nobody's now.
 */
export async function resumeImports(deps: KnowledgeDeps, isAlone: boolean): Promise<number> {
  const now = deps.clock.now().getTime()
  const left = await deps.knowledge.releaseFiles(new Date(isAlone ? now + 1 : now - STALE_MS))
  await deps.importJobs.add(left)
  return left.length
}

/** @throws DomainError `not-found`, also for another organisation's. */
export async function readImport(
  deps: Pick<IndexedDeps, 'knowledge'>,
  actor: Actor,
  id: string,
): Promise<ImportRecord> {
  const record = await deps.knowledge.findImport(id, findOwner(actor))
  if (!record) throw new DomainError('not-found', `import ${id}`)
  return record
}

export function listImports(deps: Pick<IndexedDeps, 'knowledge'>, actor: Actor): Promise<ImportRecord[]> {
  return deps.knowledge.listImports(findOwner(actor), RECENT_IMPORTS)
}
