import type { Validity } from '../../domain/knowledge/compute-validity'
import type { StoredPassage, StoredVersion } from '../../domain/knowledge/knowledge-ports'
import type { SearchIndex } from '../../domain/retrieval/build-index'
import type { DenseHalf } from '../../domain/retrieval/dense-half'

export type IndexedPassage = { passage: StoredPassage; version: StoredVersion; validity: Validity }

/** All that somebody can search, at one state of the database. */
export type KnowledgeIndex = {
  search: SearchIndex
  /** What was or is in force and is not retired. */
  passages: ReadonlyMap<string, IndexedPassage>
  documentCount: number
  /** Comes after the rest, where an embedding is set; null until then. */
  dense: DenseHalf | null
}
