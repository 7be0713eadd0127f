import type { Localised } from '../shared/localised'
import type { TextFlag } from './find-suspicious-text'
import type { ParsedDocument } from './parsed-document'
import type { Document, DocumentKind, EffectiveBasis, Passage } from './passage'

/** What the knowledge base asks of the outside world. An organisation's id, or null for what belongs to all of them. */
export type OrganisationId = string | null

// ---- reading files

export type RefusalCode =
  | 'empty'
  | 'too-large'
  | 'too-long'
  | 'too-many'
  | 'unsupported'
  | 'wrong-extension'
  | 'encrypted'
  | 'scanned'
  | 'broken'
  | 'macros'
  | 'zip-bomb'
  | 'not-text'
  | 'not-a-document'
  | 'duplicate'
  | 'failed'

/** Why a file was not taken in. `place` says where, in the words of the file. */
export type Refusal = { code: RefusalCode; message: Localised; place?: string }

export type SourceFile = { name: string; bytes: Uint8Array; kind: DocumentKind }

export type ReadDocument =
  | {
      status: 'read'
      document: ParsedDocument
      /** What the source itself calls its version, where it does. */
      label: string | null
      flags: readonly TextFlag[]
      /** Of the content: two files of one text have the same. */
      checksum: string
    }
  | { status: 'refused'; reason: Refusal }

/** Never throws: what is wrong with a file is its result. */
export type DocumentReader = { read(file: SourceFile): Promise<ReadDocument> }

// ---- storing texts

export type VersionOrigin = 'built-in' | 'command-line' | 'upload'

export type NewVersion = {
  document: Document
  organisationId: OrganisationId
  /** The version's id is this, with `~2` behind it where another text has it. */
  label: string
  level: string
  amendedOn: string | null
  effectiveFrom: string | null
  effectiveBasis: EffectiveBasis
  effectiveNote: string
  isRepealed: boolean
  sourceUrl: string | null
  checksum: string
  origin: VersionOrigin
  fileName: string
  flags: readonly TextFlag[]
  importedAt: Date
  importedById: string | null
}

export type StoredVersion = Omit<NewVersion, 'document'> & {
  id: string
  documentId: string
  kind: DocumentKind
  title: string
  passageCount: number
}

/** Passages without what can be computed from them. */
export type StoredPassage = Pick<
  Passage,
  'id' | 'documentId' | 'versionId' | 'ordinal' | 'article' | 'headings' | 'text' | 'page' | 'effectiveFrom'
>

export type StoredText = { status: 'stored' | 'duplicate'; documentId: string; versionId: string }

// ---- imports

export const IMPORT_FILE_STATUSES = ['waiting', 'running', 'imported', 'duplicate', 'refused'] as const
export type ImportFileStatus = (typeof IMPORT_FILE_STATUSES)[number]

export type ImportFile = {
  position: number
  name: string
  sizeBytes: number
  kind: DocumentKind
  status: ImportFileStatus
  reason: Refusal | null
  flags: readonly TextFlag[]
  documentId: string | null
  versionId: string | null
  passageCount: number | null
}
export type ImportRecord = {
  id: string
  organisationId: OrganisationId
  personId: string | null
  origin: VersionOrigin
  status: 'running' | 'done' | 'failed'
  createdAt: Date
  finishedAt: Date | null
  files: readonly ImportFile[]
}
/** `content` null: refused before it was kept, for `reason`. */
export type NewImportFile = {
  name: string
  sizeBytes: number
  kind: DocumentKind
  content: Uint8Array | null
  reason: Refusal | null
}

export type ImportPlace = { importId: string; position: number }
export type ClaimedFile = SourceFile & {
  organisationId: OrganisationId
  personId: string | null
  origin: VersionOrigin
}
export type FileOutcome = {
  status: 'imported' | 'duplicate' | 'refused'
  reason: Refusal | null
  flags: readonly TextFlag[]
  documentId: string | null
  versionId: string | null
  passageCount: number | null
}

/** Every method that shows texts takes whose eyes it is for: texts of all and of that organisation, of no other. */
export type KnowledgeStore = {
  /** Counts up with every change of what is visible to anybody. */
  readRevision(): Promise<number>
  listVersions(viewer: OrganisationId): Promise<StoredVersion[]>
  /** Documents that the viewer's organisation, or all, put out of search. */
  listRetired(viewer: OrganisationId): Promise<{ documentId: string; retiredAt: Date; isForAll: boolean }[]>
  /** In the order of the text. */
  listPassages(documentId: string, versionId: string): Promise<StoredPassage[]>
  /** All passages of several texts, in any order of texts. */
  listPassagesOf(versions: readonly { documentId: string; id: string }[]): Promise<StoredPassage[]>
  findPassage(id: string, viewer: OrganisationId): Promise<StoredPassage | null>
  /**
   * Stores a text with all its passages, or nothing; with `file` also marks that file of an import as dealt with, in the same commit.
   *
   * @param place gives the passages once the version's id is known.
   * @returns `duplicate` when the viewer's organisation, or all, have the same content already.
   */
  storeText(
    version: NewVersion,
    place: (versionId: string) => readonly Passage[],
    file?: ImportPlace,
  ): Promise<StoredText>
  retire(documentId: string, organisationId: OrganisationId, retiredAt: Date, personId: string | null): Promise<void>
  restore(documentId: string, organisationId: OrganisationId): Promise<void>

  createImport(
    record: Omit<ImportRecord, 'files' | 'status' | 'finishedAt'>,
    files: readonly NewImportFile[],
  ): Promise<void>
  /** Only its owner's. */
  findImport(id: string, owner: OrganisationId): Promise<ImportRecord | null>
  /** Newest first, without those of the program itself. */
  listImports(owner: OrganisationId, limit: number): Promise<ImportRecord[]>
  /** Takes a waiting file, or one that was claimed before `staleBefore` and never finished; null when there is nothing to do. */
  claimFile(place: ImportPlace, now: Date, staleBefore: Date): Promise<ClaimedFile | null>
  /** Marks a file as dealt with, drops its content, and ends the import with its last file. */
  finishFile(place: ImportPlace, outcome: FileOutcome, now: Date): Promise<void>
  /** Whether any import still has files to work on. */
  hasUnfinished(): Promise<boolean>
  /** Lets files wait again that were claimed before `staleBefore` and never finished. @returns all files that wait. */
  releaseFiles(staleBefore: Date): Promise<ImportPlace[]>

  /** Citations on the scorecards of a scope's people, newest first. */
  listScorecardCitations(
    scope: { organisationId: string; teamId: string | null },
    limit: number,
  ): Promise<ScorecardCitations[]>
}

export type ScorecardCitations = {
  roleplayId: string
  personName: string
  scenarioId: string
  startedAt: Date
  cites: readonly string[]
}

/** Work that outlives the request that asked for it, and the process. Each job may run more than once. */
export type JobQueue = {
  /** Begins to work; `work` may be called for one job at a time in each process. */
  start(work: (place: ImportPlace) => Promise<void>): Promise<void>
  add(places: readonly ImportPlace[]): Promise<void>
  stop(): Promise<void>
}
