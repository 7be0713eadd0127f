import { computeValidity, type Validity } from '../../domain/knowledge/compute-validity'
import { isDeleted } from '../../domain/knowledge/diff-versions'
import type {
  KnowledgeStore,
  OrganisationId,
  StoredPassage,
  StoredVersion,
} from '../../domain/knowledge/knowledge-ports'
import { buildIndexInSteps } from '../../domain/retrieval/build-index'
import type { Embedder } from '../../domain/retrieval/dense-half'
import { runInSlices, type Steps } from '../../domain/retrieval/run-steps'
import { EMPTY_VOCABULARY, type SearchablePassage, type SearchVocabulary } from '../../domain/retrieval/search-types'
import { groupBy } from '../../domain/shared/group-by'
import { createDenseKeeper, type DenseState } from './embed-index'
import type { IndexedPassage, KnowledgeIndex } from './knowledge-index'

export type IndexState = {
  status: 'empty' | 'building' | 'ready'
  revision: number
  documents: number
  passages: number
  builtInMs: number
  embeddings: DenseState
}

export type IndexKeeper = {
  /** The index of what the viewer may see, as new as the database; built when it is not. */
  get(viewer: OrganisationId): Promise<KnowledgeIndex>
  /**
   * What is at hand for a turn of a talk, which must not wait: the last index that was built, and a new one begun where that is old. Waits only where there is
   * none yet and nothing is being built. @returns null while the first one is being built.
   */
  getAtHand(viewer: OrganisationId): Promise<KnowledgeIndex | null>
  readState(): IndexState
}

/** Indexes kept at once: organisations without texts of their own share one. */
const MAX_INDEXES = 4

/** During an import an index is built at most so often: at least this long, and ten times as long as it takes. */
const MIN_REBUILD_MS = 2_000
const REBUILD_PAUSE = 10

type Held = { revision: number; index: Promise<KnowledgeIndex>; ready: KnowledgeIndex | null; builtAt: number }
/** An index is built in slices of so long, so that turns and pages go on meanwhile. */
const SLICE_MS = 15
const pause = () => new Promise<void>((resolve) => setImmediate(resolve))
/** How often a talk looks whether its index is still new. */
const LOOK_EVERY_MS = 1_000

const keyOf = (version: { documentId: string; id: string }) => `${version.documentId}@${version.id}`

/**
 * Keeps search indexes that follow the database's revision, so that several processes agree. Texts never change: only those that are new are read again.
 *
 * @param nowMs a clock for durations.
 * @param embedder null: search is by words alone.
 */
export function createIndexKeeper(
  store: KnowledgeStore,
  loadVocabulary: () => Promise<SearchVocabulary>,
  nowMs: () => number,
  embedder: Embedder | null = null,
): IndexKeeper {
  const texts = new Map<string, readonly StoredPassage[]>()
  const indexes = new Map<string, KnowledgeIndex>()
  const current = new Map<string, Held>()
  let vocabulary: Promise<SearchVocabulary> | null = null
  const dense = createDenseKeeper(
    embedder,
    () => {
      vocabulary ??= loadVocabulary()
      return vocabulary
    },
    nowMs,
    pause,
  )
  let state: Omit<IndexState, 'embeddings'> = { status: 'empty', revision: -1, documents: 0, passages: 0, builtInMs: 0 }

  const readTexts = async (versions: readonly StoredVersion[]) => {
    const missing = versions.filter((one) => !texts.has(keyOf(one)))
    if (missing.length === 0) return
    for (const some of cutIntoBatches(missing)) {
      const found = groupBy(await store.listPassagesOf(some), (one) => `${one.documentId}@${one.versionId}`)
      for (const [key, passages] of found) texts.set(key, passages)
    }
  }

  const build = async (viewer: OrganisationId, revision: number): Promise<KnowledgeIndex> => {
    const [versions, retired] = await Promise.all([store.listVersions(viewer), store.listRetired(viewer)])
    const gone = new Set(retired.map((one) => one.documentId))
    const visible = versions.filter((one) => !gone.has(one.documentId))
    const signature = visible.map(keyOf).join('\n')
    const known = indexes.get(signature)
    if (known) return known
    state = { ...state, status: 'building' }
    const begin = nowMs()
    await readTexts(visible)
    if (visible.length > 0) vocabulary ??= loadVocabulary()
    const steps = assembleIndex(visible, texts, (await vocabulary) ?? EMPTY_VOCABULARY)
    const index = await runInSlices(steps, SLICE_MS, nowMs, pause)
    indexes.set(signature, index)
    for (const oldest of [...indexes.keys()].slice(0, -MAX_INDEXES)) indexes.delete(oldest)
    const { documentCount, passages } = index
    state = {
      status: 'ready',
      revision,
      documents: documentCount,
      passages: passages.size,
      builtInMs: Math.round(nowMs() - begin),
    }
    return index
  }

  /** While files come in one after the other, an index of a moment ago will do: it is built anew after the last. */
  const isYoungDuringImport = async ({ builtAt }: Held) =>
    nowMs() - builtAt < Math.max(MIN_REBUILD_MS, state.builtInMs * REBUILD_PAUSE) && (await store.hasUnfinished())

  const get = async (viewer: OrganisationId): Promise<KnowledgeIndex> => {
    const revision = await store.readRevision()
    const key = viewer ?? ''
    const held = current.get(key)
    if (held?.revision === revision || (held && (await isYoungDuringImport(held)))) {
      // Where the server failed it is tried again, now and then.
      if (held.ready) dense.start(held.ready)
      return held.index
    }
    const mine: Held = { revision, index: build(viewer, revision), ready: held?.ready ?? null, builtAt: nowMs() }
    current.set(key, mine)
    try {
      mine.ready = await mine.index
      dense.start(mine.ready)
      return mine.ready
    } catch (error) {
      // The next who asks tries again.
      if (current.get(key) === mine) current.delete(key)
      throw error
    }
  }
  const lookedAt = new Map<string, number>()

  return {
    get,
    async getAtHand(viewer) {
      const key = viewer ?? ''
      const ready = current.get(key)?.ready
      if (!ready) return state.status === 'building' ? null : get(viewer)
      if (nowMs() - (lookedAt.get(key) ?? -LOOK_EVERY_MS) >= LOOK_EVERY_MS) {
        lookedAt.set(key, nowMs())
        // Whoever searches is told what is wrong; a talk goes on with what it has.
        void get(viewer).catch(() => {})
      }
      return ready
    },
    readState: () => ({ ...state, embeddings: dense.readState() }),
  }
}

function* assembleIndex(
  versions: readonly StoredVersion[],
  texts: ReadonlyMap<string, readonly StoredPassage[]>,
  vocabulary: SearchVocabulary,
): Steps<KnowledgeIndex> {
  const passages = new Map<string, IndexedPassage>()
  const searchable: SearchablePassage[] = []
  const byDocument = groupBy(versions, (one) => one.documentId)
  for (const some of byDocument.values()) {
    const validity = placeInTime(some, texts)
    for (const version of some)
      for (const passage of texts.get(keyOf(version)) ?? []) {
        const when = validity.get(passage.id)
        if (!when || isDeleted(passage)) continue
        passages.set(passage.id, { passage, version, validity: when })
        const { kind, title } = version
        searchable.push({ passage, kind, title, effectiveFrom: when.from, effectiveTo: when.to })
      }
    yield
  }
  const search = yield* buildIndexInSteps(searchable, vocabulary)
  return { search, passages, documentCount: byDocument.size, dense: null }
}

/** Texts that are read in one query: so many passages, or a single text. */
const MOST_PASSAGES_AT_ONCE = 2_000

function cutIntoBatches(versions: readonly StoredVersion[]): StoredVersion[][] {
  const batches: StoredVersion[][] = []
  let size = MOST_PASSAGES_AT_ONCE
  for (const version of versions) {
    if (size + version.passageCount > MOST_PASSAGES_AT_ONCE) {
      batches.push([])
      size = 0
    }
    batches.at(-1)!.push(version)
    size += version.passageCount
  }
  return batches
}

/** Places the pieces of all texts of one document in time. */
export function placeInTime(
  versions: readonly StoredVersion[],
  texts: ReadonlyMap<string, readonly StoredPassage[]>,
): Map<string, Validity> {
  return computeValidity(
    versions.map((version) => ({ ...version, passages: keyPassages(texts.get(keyOf(version)) ?? []) })),
  )
}

function keyPassages(passages: readonly StoredPassage[]) {
  const counts = new Map<string, number>()
  return passages.map(({ id, article, headings, effectiveFrom }) => {
    const base = article ?? headings.join(' › ')
    const count = (counts.get(base) ?? 0) + 1
    counts.set(base, count)
    return { id, key: count === 1 ? base : `${base} (${count})`, ...(effectiveFrom !== undefined && { effectiveFrom }) }
  })
}
