import {
  chooseFusion,
  type DenseHalf,
  describePassage,
  type Embedder,
  type Fusion,
} from '../../domain/retrieval/dense-half'
import { measureHalves, pickProbes } from '../../domain/retrieval/measure-halves'
import { runInSlices, type Steps } from '../../domain/retrieval/run-steps'
import type { SearchVocabulary } from '../../domain/retrieval/search-types'
import type { KnowledgeIndex } from './knowledge-index'

/** How the dense half stands, for /ready. `mrr`: of each half alone on the knowledge base's own questions. */
export type DenseState = {
  status: 'not-configured' | 'waiting' | 'embedding' | 'ready' | 'failing' | 'too-many'
  model: string | null
  passages: number
  fusion: Fusion | null
  mrr: { dense: number; words: number } | null
  /** Why it fails. */
  reason: string | null
}

/** More would take more memory than a process should have, and a search too long: 60,000 vectors of 1,024 numbers are 250 MB. */
const MOST_VECTORS = 60_000

export type EmbedOutcome =
  | { status: 'ready'; dense: DenseHalf; mrr: DenseState['mrr'] }
  | { status: 'failing'; reason: string }
  | { status: 'too-many' }

/**
 * Gives an index its dense half, and finds out on the knowledge base's own questions how it may be used.
 *
 * @param run does long work in slices.
 */
export async function embedIndex(
  { search }: Pick<KnowledgeIndex, 'search'>,
  embedder: Embedder,
  vocabulary: SearchVocabulary,
  run: <T>(steps: Steps<T>) => Promise<T>,
): Promise<EmbedOutcome> {
  if (search.passages.length > MOST_VECTORS) return { status: 'too-many' }
  const documents = await embedder.embedDocuments(search.passages.map(describePassage))
  if (documents.status === 'failed') return { status: 'failing', reason: documents.reason }
  const probes = pickProbes(search, vocabulary.aliases)
  const questions = await embedder.embedDocuments(probes.map((one) => one.query))
  if (questions.status === 'failed') return { status: 'failing', reason: questions.reason }
  const { vectors } = documents
  const mrr = await run(measureHalves(search, vocabulary, vectors, probes, questions.vectors))
  return { status: 'ready', dense: { vectors, fusion: chooseFusion(mrr) }, mrr }
}

/** What a process does about the dense half: one index after the other, and again after a while where the server failed. */
export type DenseKeeper = {
  /** Begins to embed an index that has no dense half yet; returns at once. */
  start(index: KnowledgeIndex): void
  readState(): DenseState
}

const RETRY_MS = 60_000

export function createDenseKeeper(
  embedder: Embedder | null,
  loadVocabulary: () => Promise<SearchVocabulary>,
  nowMs: () => number,
  pause: () => Promise<void>,
): DenseKeeper {
  let state: DenseState = {
    status: embedder ? 'waiting' : 'not-configured',
    model: embedder?.model ?? null,
    passages: 0,
    fusion: null,
    mrr: null,
    reason: null,
  }
  if (!embedder) return { start: () => {}, readState: () => state }
  const triedAt = new WeakMap<KnowledgeIndex, number>()
  let last: Promise<void> = Promise.resolve()

  const embed = async (index: KnowledgeIndex) => {
    state = { ...state, status: 'embedding' }
    const run = <T>(steps: Steps<T>) => runInSlices(steps, SLICE_MS, nowMs, pause)
    const outcome = await embedIndex(index, embedder, await loadVocabulary(), run).catch(
      (): EmbedOutcome => ({ status: 'failing', reason: 'unknown' }),
    )
    if (outcome.status !== 'ready') {
      state = { ...state, status: outcome.status, reason: outcome.status === 'failing' ? outcome.reason : null }
      return
    }
    index.dense = outcome.dense
    const { fusion } = outcome.dense
    const { mrr } = outcome
    state = { ...state, status: 'ready', passages: index.search.passages.length, fusion, mrr, reason: null }
  }

  return {
    start(index) {
      const isDue = nowMs() - (triedAt.get(index) ?? Number.NEGATIVE_INFINITY) >= RETRY_MS
      if (index.dense || !isDue) return
      triedAt.set(index, nowMs())
      last = last.then(() => embed(index))
    },
    readState: () => state,
  }
}

const SLICE_MS = 15
