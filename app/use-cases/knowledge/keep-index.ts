import { computeValidity, type Validity } from '../../domain/knowledge/compute-validity'
import { isDeleted } from '../../domain/knowledge/diff-versions'
import type {
  KnowledgeStore,
  OrganisationId,
  StoredPassage,
  StoredVersion,
} from '../../domain/knowledge/knowledge-ports'
import { buildSearchIndex, type SearchIndex } from '../../domain/retrieval/build-index'
import type { SearchVocabulary } from '../../domain/retrieval/search-types'
import { groupBy } from '../../domain/shared/group-by'

export type IndexedPassage = { passage: StoredPassage; version: StoredVersion; validity: Validity }

/** All that somebody can search, at one state of the database. */
export type KnowledgeIndex = {
  search: SearchIndex
  /** What was or is in force and is not retired. */
  passages: ReadonlyMap<string, IndexedPassage>
  documentCount: number
}

export type IndexState = {
  status: 'empty' | 'building' | 'ready'
  revision: number
  documents: number
  passages: number
  builtInMs: number
}

export type IndexKeeper = {
  /** The index of what the viewer may see, as new as the database; built when it is not. */
  get(viewer: OrganisationId): Promise<KnowledgeIndex>
  readState(): IndexState
}

/** Indexes kept at once: organisations without texts of their own share one. */
const MAX_INDEXES = 4

/** During an import an index is built at most so often: at least this long, and ten times as long as it takes. */
const MIN_REBUILD_MS = 2_000
const REBUILD_PAUSE = 10

type Held = { revision: number; index: Promise<KnowledgeIndex>; builtAt: number }

const keyOf = (version: { documentId: string; id: string }) => `${version.documentId}@${version.id}`

/**
 * Keeps search indexes that follow the database's revision, so that several processes agree. Texts never change: only those that are new are read again.
 *
 * @param nowMs a clock for durations.
 */
export function createIndexKeeper(
  store: KnowledgeStore,
  loadVocabulary: () => Promise<SearchVocabulary>,
  nowMs: () => number,
): IndexKeeper {
  const texts = new Map<string, readonly StoredPassage[]>()
  const indexes = new Map<string, KnowledgeIndex>()
  const current = new Map<string, Held>()
  let vocabulary: Promise<SearchVocabulary> | null = null
  let state: IndexState = { status: 'empty', revision: -1, documents: 0, passages: 0, builtInMs: 0 }

  const readTexts = async (versions: readonly StoredVersion[]) => {
    const missing = versions.filter((one) => !texts.has(keyOf(one)))
    if (missing.length === 0) return
    const found = groupBy(await store.listPassagesOf(missing), (one) => `${one.documentId}@${one.versionId}`)
    for (const [key, passages] of found) texts.set(key, passages)
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
    vocabulary ??= loadVocabulary()
    await readTexts(visible)
    const index = assembleIndex(visible, texts, await vocabulary)
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

  return {
    async get(viewer) {
      const revision = await store.readRevision()
      const key = viewer ?? ''
      const held = current.get(key)
      if (held?.revision === revision || (held && (await isYoungDuringImport(held)))) return held.index
      const index = build(viewer, revision)
      current.set(key, { revision, index, builtAt: nowMs() })
      try {
        return await index
      } catch (error) {
        // The next who asks tries again.
        current.delete(key)
        throw error
      }
    },
    readState: () => state,
  }
}

function assembleIndex(
  versions: readonly StoredVersion[],
  texts: ReadonlyMap<string, readonly StoredPassage[]>,
  vocabulary: SearchVocabulary,
): KnowledgeIndex {
  const passages = new Map<string, IndexedPassage>()
  const byDocument = groupBy(versions, (one) => one.documentId)
  for (const some of byDocument.values()) {
    const validity = placeInTime(some, texts)
    for (const version of some)
      for (const passage of texts.get(keyOf(version)) ?? []) {
        const when = validity.get(passage.id)
        if (when && !isDeleted(passage)) passages.set(passage.id, { passage, version, validity: when })
      }
  }
  const searchable = [...passages.values()].map(({ passage, version, validity }) => ({
    passage,
    kind: version.kind,
    title: version.title,
    effectiveFrom: validity.from,
    effectiveTo: validity.to,
  }))
  return { search: buildSearchIndex(searchable, vocabulary), passages, documentCount: byDocument.size }
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
