import type { DocumentKind, Passage } from '../knowledge/passage'
import type { ArticleAliases } from './article-alias-schema'
import type { Concept, SynonymGroup } from './lexicon'

/** A passage with what the search must know of its document and version. Dates are local calendar dates. */
export type SearchablePassage = {
  passage: Pick<Passage, 'id' | 'article' | 'headings' | 'text'>
  kind: DocumentKind
  /** The document's title; for a law its full name. */
  title: string
  /** First day in force; null when unknown, which no as-of date excludes. */
  effectiveFrom: string | null
  /** Last day in force; null as long as the text is current. */
  effectiveTo: string | null
}

/** The words of the trade and of the law, from `content/search/` and `content/knowledge/aliases/`. */
export type SearchVocabulary = {
  aliases: readonly ArticleAliases[]
  synonyms: readonly SynonymGroup[]
  concepts: readonly Concept[]
  /** Law → other names. */
  lawAliases: Readonly<Record<string, readonly string[]>>
  /** Law → weight of its passages; 1 where none is given. */
  lawWeights: Readonly<Record<string, number>>
  /** Phrases of asking that say nothing of the matter (請問, 會怎樣), as sources of patterns. */
  stopPatterns: readonly string[]
}

export const EMPTY_VOCABULARY: SearchVocabulary = {
  aliases: [],
  synonyms: [],
  concepts: [],
  lawAliases: {},
  lawWeights: {},
  stopPatterns: [],
}

export const SEARCH_FIELDS = ['title', 'heading', 'text', 'obligations', 'aliases'] as const
export type SearchField = (typeof SEARCH_FIELDS)[number]

/** What may be switched off, one by one, to see what it brings (docs/search.md). */
export type SearchIngredients = {
  /** Unequal weights of title, heading, text and obligations; off: text only, all in one. */
  hasFields: boolean
  hasSynonyms: boolean
  hasConcepts: boolean
  hasAliases: boolean
  hasObligations: boolean
  hasMeasures: boolean
  hasProximity: boolean
  hasStopPatterns: boolean
  hasLawReferences: boolean
  hasLawWeights: boolean
}

export const ALL_INGREDIENTS: SearchIngredients = {
  hasFields: true,
  hasSynonyms: true,
  hasConcepts: true,
  hasAliases: true,
  hasObligations: true,
  hasMeasures: true,
  hasProximity: true,
  hasStopPatterns: true,
  hasLawReferences: true,
  hasLawWeights: true,
}

export type SearchRequest = {
  query: string
  /** How many hits at most, from 1. */
  k: number
  kind?: DocumentKind
  /** Only what was in force on that day; without it only what is current. */
  asOf?: string
  /**
   * Similarity per passage id from an embedding, any scale; mixed in by score, or put together by rank where the dense half has proved the better one. It
   * never makes a result good enough that is not so by words.
   */
  dense?: { scores: ReadonlyMap<string, number>; weight: number; isByRank?: boolean }
}

/** Why a passage was found: the terms of the query that it holds, per field, and each part of the score. */
export type HitExplanation = {
  /** A reference of the query names this very article. */
  isNamedArticle: boolean
  isNamedLaw: boolean
  /** Share of the query's weight that its words earned, roughly 0 to 1.5. */
  words: number
  /** Likeness to the best everyday alias, 0 to 1, and that alias. */
  alias: { likeness: number; text: string } | null
  /** Share of the query's weight found together in one paragraph, 0 to 1. */
  proximity: number
  lawWeight: number
  /** Share of the dense half, 0 to 1, where there was one. */
  dense: number | null
  terms: readonly { term: string; fields: readonly SearchField[]; share: number }[]
}

/** `explain` is worked out when it is read. */
export type SearchHit = { passageId: string; score: number; readonly explain: HitExplanation }

export type SearchResult = {
  hits: readonly SearchHit[]
  /** False when even the best hit is not good enough to answer from: say that nothing was found, and show these as the nearest. */
  isGoodEnough: boolean
}
