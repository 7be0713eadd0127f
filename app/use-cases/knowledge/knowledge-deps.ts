import type { Content } from '../../domain/content'
import type { CourseStore } from '../../domain/course/course-ports'
import type { Actor } from '../../domain/governance/authorise'
import { MACHINE_PERSON_ID } from '../../domain/governance/machine-person-id'
import type {
  DocumentReader,
  JobQueue,
  KnowledgeStore,
  OrganisationId,
  SourceFile,
} from '../../domain/knowledge/knowledge-ports'
import type { CallScope, Clock, Ids } from '../../domain/ports'
import type { QuizStore } from '../../domain/quiz/quiz-ports'
import type { WriteRequest, Written } from '../../domain/retrieval/answer-writer'
import type { Embedder } from '../../domain/retrieval/dense-half'
import type { SearchVocabulary } from '../../domain/retrieval/search-types'
import type { OutgoingDeps } from '../models/plan-model-turn'
import type { IndexKeeper } from './keep-index'

/** Writes an answer out of passages. What comes back is unchecked. */
export type AnswerWriter = { write(request: WriteRequest, scope?: CallScope, signal?: AbortSignal): Promise<Written> }

/** A product sheet or guide that comes with the program. */
export type BuiltInFile = SourceFile & { id: string }

export type KnowledgeDeps = {
  knowledge: KnowledgeStore
  documentReader: DocumentReader
  importJobs: JobQueue
  loadBuiltIns: () => Promise<readonly BuiltInFile[]>
  loadVocabulary: () => Promise<SearchVocabulary>
  content: Content
  courses: Pick<CourseStore, 'listCoursesCiting'>
  quizzes: Pick<QuizStore, 'listItemsCiting'>
  clock: Clock
  ids: Ids
  /** null: answers are taken out of the sources alone. */
  answerWriter: AnswerWriter | null
  /** null: search is by words alone. */
  embedder: Embedder | null
} & OutgoingDeps
export type IndexedDeps = KnowledgeDeps & { index: IndexKeeper }

/** Whose the texts are that an actor brings in: the machine's token works for the whole installation, a person for their organisation. */
export function findOwner(actor: Actor): OrganisationId {
  return actor.personId === MACHINE_PERSON_ID ? null : actor.organisationId
}

/** @returns the local date in Taiwan, which has no summer time. */
export function readTaipeiDate(now: Date): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}
