import type { Content } from '../../domain/content'
import type { Actor } from '../../domain/governance/authorise'
import type {
  DocumentReader,
  JobQueue,
  KnowledgeStore,
  OrganisationId,
  SourceFile,
} from '../../domain/knowledge/knowledge-ports'
import type { Clock, Ids } from '../../domain/ports'
import type { SearchVocabulary } from '../../domain/retrieval/search-types'
import { MACHINE_PERSON_ID } from '../machine-access'
import type { IndexKeeper } from './keep-index'

/** A product sheet or guide that comes with the program. */
export type BuiltInFile = SourceFile & { id: string }

export type KnowledgeDeps = {
  knowledge: KnowledgeStore
  documentReader: DocumentReader
  importJobs: JobQueue
  loadBuiltIns: () => Promise<readonly BuiltInFile[]>
  loadVocabulary: () => Promise<SearchVocabulary>
  content: Content
  clock: Clock
  ids: Ids
}
export type IndexedDeps = KnowledgeDeps & { index: IndexKeeper }

/** Whose the texts are that an actor brings in: the machine's token works for the whole installation, a person for their organisation. */
export function findOwner(actor: Actor): OrganisationId {
  return actor.personId === MACHINE_PERSON_ID ? null : actor.organisationId
}

/** @returns the local date in Taiwan, which has no summer time. */
export function readTaipeiDate(now: Date): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}
