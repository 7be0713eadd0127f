import type { Actor } from '../../domain/governance/authorise'
import type { Embedder } from '../../domain/retrieval/dense-half'
import { clearOutgoing, type OutgoingDeps } from '../models/plan-model-turn'
import { answerFromKnowledge } from './answer-from-knowledge'
import { findCitedPassage } from './find-cited-passage'
import { importFile, listImports, readImport, resumeImports, startImport } from './import-documents'
import { keepBuiltIns } from './keep-built-ins'
import { createIndexKeeper } from './keep-index'
import { type IndexedDeps, type KnowledgeDeps, readTaipeiDate } from './knowledge-deps'
import {
  compareTexts,
  listCiting,
  listDocuments,
  readCoverage,
  readDocument,
  readPassage,
  restoreDocument,
  retireDocument,
} from './read-documents'
import { createTalkKnowledgeReader } from './read-talk-knowledge'
import { type SearchDeps, searchKnowledge } from './search-knowledge'

/** Everything the routes need of the knowledge base. */
export function createKnowledgeServices(base: KnowledgeDeps) {
  const { embedder } = base
  const deps: IndexedDeps & SearchDeps = {
    ...base,
    index: createIndexKeeper(base.knowledge, base.loadVocabulary, () => performance.now(), embedder),
    ...(embedder && { embedQuery: (actor: Actor, query: string) => embedQuery(base, embedder, actor, query) }),
  }
  return {
    readTalkKnowledge: createTalkKnowledgeReader(deps.index, deps.knowledge, deps.content),
    searchKnowledge: (actor: Actor, input: Parameters<typeof searchKnowledge>[2]) =>
      searchKnowledge(deps, actor, input),
    findCitedPassage: (actor: Actor, input: Parameters<typeof findCitedPassage>[2]) =>
      findCitedPassage(deps, actor, input),
    answerFromKnowledge: (actor: Actor, input: Parameters<typeof answerFromKnowledge>[2], signal?: AbortSignal) =>
      answerFromKnowledge(deps, actor, input, signal),
    startKnowledgeImport: (actor: Actor, input: Parameters<typeof startImport>[2]) => startImport(deps, actor, input),
    readKnowledgeImport: (actor: Actor, id: string) => readImport(deps, actor, id),
    listKnowledgeImports: (actor: Actor) => listImports(deps, actor),
    listKnowledgeDocuments: (actor: Actor) => listDocuments(deps, actor),
    readKnowledgeDocument: (actor: Actor, id: string, versionId?: string) => readDocument(deps, actor, id, versionId),
    readKnowledgePassage: (actor: Actor, passageId: string) => readPassage(deps, actor, passageId),
    compareKnowledgeTexts: (actor: Actor, input: Parameters<typeof compareTexts>[2]) =>
      compareTexts(deps, actor, input),
    listKnowledgeCiting: (actor: Actor, document: { id: string; title: string }, articles: ReadonlySet<string>) =>
      listCiting(deps, actor, document, articles),
    retireKnowledgeDocument: (actor: Actor, id: string) => retireDocument(deps, actor, id),
    restoreKnowledgeDocument: (actor: Actor, id: string) => restoreDocument(deps, actor, id),
    readKnowledgeCoverage: (actor: Actor) => readCoverage(deps, actor),
    readKnowledgeState: () => deps.index.readState(),
    /** Local date in Taiwan. */
    readToday: () => readTaipeiDate(deps.clock.now()),
    /** The index of all texts that every organisation sees, for the client and the judge. */
    getKnowledgeIndex: (organisationId: string | null) => deps.index.get(organisationId),
    /**
     * Brings the built-in documents into the database, builds the index and takes up imports that were left. The server does not wait for it.
     *
     * @param isAlone no other process uses this database.
     */
    async startKnowledge(isAlone: boolean) {
      const added = await keepBuiltIns(deps)
      await deps.index.get(null)
      // Before this process takes up work itself: what is taken up now is left by another.
      const resumed = await resumeImports(deps, isAlone)
      await deps.importJobs.start(async (place) => {
        await importFile(deps, place)
      })
      return { added, resumed, ...deps.index.readState() }
    },
    stopKnowledge: () => deps.importJobs.stop(),
  }
}

/** The vector of what somebody asks, if their organisation lets the words leave and the server answers in time. */
async function embedQuery(
  deps: OutgoingDeps,
  embedder: Embedder,
  { organisationId, personId }: Actor,
  query: string,
): Promise<Float32Array | null> {
  const source = { organisationId, personId, roleplayId: null, turnIndex: null, purposes: ['embeddings'] as const }
  const { status } = await clearOutgoing(deps, source, [query])
  if (status === 'blocked') return null
  const embedded = await embedder.embedQuery(query)
  return embedded.status === 'embedded' ? (embedded.vectors[0] ?? null) : null
}
