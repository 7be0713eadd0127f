import type { Actor } from '../../domain/governance/authorise'
import type { DocumentKind } from '../../domain/knowledge/passage'
import { splitProvisions } from '../../domain/knowledge/split-provisions'
import {
  type AnswerSentence,
  answerQuestion,
  formatCite,
  isOnTopic,
  type SourcePassage,
} from '../../domain/retrieval/answer-question'
import { checkAnswer } from '../../domain/retrieval/check-answer'
import { searchPassages } from '../../domain/retrieval/search-passages'
import type { HitExplanation } from '../../domain/retrieval/search-types'
import { DomainError } from '../../domain/shared/domain-error'
import type { IndexedPassage, KnowledgeIndex } from './keep-index'
import { type IndexedDeps, readTaipeiDate } from './knowledge-deps'

export const MAX_HITS = 100
const DEFAULT_HITS = 10
/** How many passages an answer looks at, and how many near ones are shown when there is none. */
const ANSWER_PASSAGES = 6

export type SearchInput = {
  query: string
  k?: number | undefined
  kind?: DocumentKind | undefined
  asOf?: string | undefined
}
export type FoundPassage = IndexedPassage & { score: number; explain: HitExplanation; cite: string }
export type FoundPassages = { hits: readonly FoundPassage[]; isGoodEnough: boolean; asOf: string }

type SearchDeps = Pick<IndexedDeps, 'index' | 'clock'>

/**
 * Finds passages as of a day, today's in Taiwan where none is given.
 *
 * @throws DomainError `bad-input` for an empty query.
 */
export async function searchKnowledge(deps: SearchDeps, actor: Actor, input: SearchInput): Promise<FoundPassages> {
  if (input.query.trim() === '') throw new DomainError('bad-input', 'q must not be empty', { q: 'required' })
  const index = await deps.index.get(actor.organisationId)
  return searchIndex(index, { ...input, asOf: input.asOf ?? readTaipeiDate(deps.clock.now()) })
}

function searchIndex(index: KnowledgeIndex, input: SearchInput & { asOf: string }): FoundPassages {
  const { query, kind, asOf } = input
  const k = Math.min(Math.max(input.k ?? DEFAULT_HITS, 1), MAX_HITS)
  const result = searchPassages(index.search, { query, k, asOf, ...(kind !== undefined && { kind }) })
  const hits = result.hits.map((hit): FoundPassage => {
    const found = index.passages.get(hit.passageId)!
    return { ...found, score: hit.score, explain: hit.explain, cite: citeOf(found) }
  })
  return { hits, isGoodEnough: result.isGoodEnough, asOf }
}

export function citeOf({ passage, version }: Pick<IndexedPassage, 'passage' | 'version'>): string {
  return formatCite({
    kind: version.kind,
    document: version.title,
    article: passage.article,
    headings: passage.headings,
  })
}

export type KnowledgeAnswer = {
  /** Empty when not grounded. */
  sentences: readonly AnswerSentence[]
  grounded: boolean
  /** The passages that the sentences are from; the nearest ones where nothing answers. */
  citations: readonly FoundPassage[]
  asOf: string
}

/**
 * Answers a question out of the knowledge base's own sentences, each with its place; without a source that is good enough, it says so and shows the nearest
 * passages. Every sentence passes the checker, whoever wrote it.
 */
export async function answerFromKnowledge(
  deps: SearchDeps,
  actor: Actor,
  input: { question: string; asOf?: string | undefined },
): Promise<KnowledgeAnswer> {
  const found = await searchKnowledge(deps, actor, { query: input.question, k: ANSWER_PASSAGES, asOf: input.asOf })
  const none: KnowledgeAnswer = { sentences: [], grounded: false, citations: found.hits, asOf: found.asOf }
  const [best] = found.hits
  if (!best || !found.isGoodEnough || !isOnTopic(best.explain)) return none
  const sentences = keepSound(answerQuestion(input.question, found.hits.map(toSource)), found.hits)
  if (sentences.length === 0) return none
  const cited = new Set(sentences.map((one) => one.passageId))
  return {
    sentences,
    grounded: true,
    citations: found.hits.filter((hit) => cited.has(hit.passage.id)),
    asOf: found.asOf,
  }
}

function toSource({ passage, version, score }: FoundPassage): SourcePassage {
  const { id, article, headings, text } = passage
  return {
    id,
    kind: version.kind,
    document: version.title,
    article,
    headings,
    text,
    paragraphs: splitProvisions(text),
    score,
  }
}

function keepSound(sentences: readonly AnswerSentence[], hits: readonly FoundPassage[]): AnswerSentence[] {
  const passages = new Map(
    hits.map(({ passage, version }) => [
      passage.id,
      { article: passage.article, text: passage.text, title: version.title },
    ]),
  )
  const faults = checkAnswer(
    sentences.map((one) => ({ text: one.text, passageIds: [one.passageId] })),
    passages,
  )
  const faulty = new Set(faults.map((one) => one.sentence))
  return sentences.filter((_, i) => !faulty.has(i))
}
