import type { Actor } from '../../domain/governance/authorise'
import type { DocumentKind } from '../../domain/knowledge/passage'
import { formatCite } from '../../domain/retrieval/answer-question'
import { scoreDense } from '../../domain/retrieval/dense-half'
import { searchPassages } from '../../domain/retrieval/search-passages'
import type { HitExplanation, SearchRequest } from '../../domain/retrieval/search-types'
import { DomainError } from '../../domain/shared/domain-error'
import { type IndexedDeps, readTaipeiDate } from './knowledge-deps'
import type { IndexedPassage, KnowledgeIndex } from './knowledge-index'

export const MAX_HITS = 100
const DEFAULT_HITS = 10

export type SearchInput = {
  query: string
  k?: number | undefined
  kind?: DocumentKind | undefined
  asOf?: string | undefined
}
export type FoundPassage = IndexedPassage & { score: number; readonly explain: HitExplanation; cite: string }
export type FoundPassages = { hits: readonly FoundPassage[]; isGoodEnough: boolean; asOf: string }

export type SearchDeps = Pick<IndexedDeps, 'index' | 'clock'> & {
  /** The query's vector; null where there is none, for whatever reason. Absent: search is by words alone. */
  embedQuery?: ((actor: Actor, query: string) => Promise<Float32Array | null>) | undefined
}

/**
 * Finds passages as of a day, today's in Taiwan where none is given.
 *
 * @throws DomainError `bad-input` for an empty query.
 */
export async function searchKnowledge(deps: SearchDeps, actor: Actor, input: SearchInput): Promise<FoundPassages> {
  if (input.query.trim() === '') throw new DomainError('bad-input', 'q must not be empty', { q: 'required' })
  const index = await deps.index.get(actor.organisationId)
  const asOf = input.asOf ?? readTaipeiDate(deps.clock.now())
  const vector = index.dense && index.dense.fusion.kind !== 'off' ? await deps.embedQuery?.(actor, input.query) : null
  return searchIndex(index, { ...input, asOf }, vector ?? null)
}

function searchIndex(
  index: KnowledgeIndex,
  input: SearchInput & { asOf: string },
  vector: Float32Array | null,
): FoundPassages {
  const { query, kind, asOf } = input
  const k = Math.min(Math.max(input.k ?? DEFAULT_HITS, 1), MAX_HITS)
  const dense = vector && readDense(index, vector)
  const request = { query, k, asOf, ...(kind !== undefined && { kind }), ...(dense && { dense }) }
  const result = searchPassages(index.search, request)
  const hits = result.hits.map((hit): FoundPassage => {
    const found = index.passages.get(hit.passageId)!
    return {
      ...found,
      score: hit.score,
      get explain() {
        return hit.explain
      },
      cite: citeOf(found),
    }
  })
  return { hits, isGoodEnough: result.isGoodEnough, asOf }
}

function readDense({ search, dense }: KnowledgeIndex, vector: Float32Array): SearchRequest['dense'] {
  if (!dense || vector.length !== dense.vectors[0]?.length) return undefined
  const { fusion } = dense
  return {
    scores: scoreDense(search, dense.vectors, vector),
    weight: fusion.kind === 'mix' ? fusion.weight : 0,
    isByRank: fusion.kind === 'rank',
  }
}

export function citeOf({ passage, version }: Pick<IndexedPassage, 'passage' | 'version'>): string {
  return formatCite({
    kind: version.kind,
    document: version.title,
    article: passage.article,
    headings: passage.headings,
  })
}
