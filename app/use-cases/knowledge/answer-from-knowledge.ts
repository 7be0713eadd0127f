import type { Actor } from '../../domain/governance/authorise'
import { dropInstructions } from '../../domain/knowledge/find-suspicious-text'
import { splitProvisions } from '../../domain/knowledge/split-provisions'
import { answerQuestion, isOnTopic, type SourcePassage } from '../../domain/retrieval/answer-question'
import type { WrittenSentence } from '../../domain/retrieval/answer-writer'
import { checkAnswer } from '../../domain/retrieval/check-answer'
import { isGrounded } from '../../domain/retrieval/check-grounding'
import { clearOutgoing, type OutgoingDeps } from '../models/plan-model-turn'
import type { KnowledgeDeps } from './knowledge-deps'
import { citeOf, type FoundPassage, type SearchDeps, searchKnowledge } from './search-knowledge'

/** How many passages an answer looks at, and how many near ones are shown when there is none. */
const ANSWER_PASSAGES = 6
/** What a model is given: more distracts it. */
const WRITER_PASSAGES = 5
/** A passage so much weaker than the best one is not given to a model. */
const MIN_WRITER_SHARE = 0.5

export type AnswerDeps = SearchDeps & Pick<KnowledgeDeps, 'answerWriter'> & OutgoingDeps

/** One sentence and its places; `passageId` and `cite` are those of the first. */
export type CitedSentence = {
  text: string
  passageId: string
  cite: string
  cites: readonly { passageId: string; cite: string }[]
}

/**
 * Why a model that is set did not write the answer: it did not reply, none of its sentences stood the check, or the organisation keeps the question here.
 */
export type AnswerNote = 'model-failed' | 'model-unsound' | 'kept-here'

export type KnowledgeAnswer = {
  /** Empty when not grounded. */
  sentences: readonly CitedSentence[]
  grounded: boolean
  writtenBy: 'model' | 'sources'
  note: AnswerNote | null
  /** Sentences of the model that the check took out. */
  droppedCount: number
  /** The passages that the sentences are from; the nearest ones where nothing answers. */
  citations: readonly FoundPassage[]
  asOf: string
}

/**
 * Answers a question out of the knowledge base: in the sources' own sentences, or in a model's where one is set. Every sentence has its place and passes the
 * checker, whoever wrote it. Without a source that is good enough it says so and shows the nearest passages; no model is asked then.
 */
export async function answerFromKnowledge(
  deps: AnswerDeps,
  actor: Actor,
  input: { question: string; asOf?: string | undefined },
  signal?: AbortSignal,
): Promise<KnowledgeAnswer> {
  const { question } = input
  const found = await searchKnowledge(deps, actor, { query: question, k: ANSWER_PASSAGES, asOf: input.asOf })
  const none: KnowledgeAnswer = {
    sentences: [],
    grounded: false,
    writtenBy: 'sources',
    note: null,
    droppedCount: 0,
    citations: found.hits,
    asOf: found.asOf,
  }
  const [best] = found.hits
  if (!best || !found.isGoodEnough || !isOnTopic(best.explain)) return none
  const written = await writeWithModel(deps, actor, question, found.hits, signal)
  const sentences = written.sentences.length > 0 ? written.sentences : extract(question, found.hits)
  if (sentences.length === 0) return { ...none, note: written.note, droppedCount: written.droppedCount }
  const cited = new Set(sentences.flatMap((one) => one.cites.map((cite) => cite.passageId)))
  return {
    ...none,
    sentences,
    grounded: true,
    writtenBy: written.sentences.length > 0 ? 'model' : 'sources',
    note: written.note,
    droppedCount: written.droppedCount,
    citations: found.hits.filter((hit) => cited.has(hit.passage.id)),
  }
}

type ByModel = Pick<KnowledgeAnswer, 'sentences' | 'note' | 'droppedCount'>

async function writeWithModel(
  deps: AnswerDeps,
  actor: Actor,
  question: string,
  hits: readonly FoundPassage[],
  signal: AbortSignal | undefined,
): Promise<ByModel> {
  const nothing: ByModel = { sentences: [], note: null, droppedCount: 0 }
  if (!deps.answerWriter) return nothing
  const { organisationId, personId } = actor
  const source = { organisationId, personId, roleplayId: null, turnIndex: null, purposes: ['answers'] as const }
  const { status, dataPolicy } = await clearOutgoing(deps, source, [question])
  if (status === 'blocked') return { ...nothing, note: 'kept-here' }
  const given = hits.slice(0, WRITER_PASSAGES).filter((hit) => hit.score >= hits[0]!.score * MIN_WRITER_SHARE)
  const request = { question, passages: given.map(toSource) }
  const written = await deps.answerWriter.write(request, { userId: personId, dataPolicy }, signal)
  if (written.status !== 'written')
    return { ...nothing, note: written.status === 'blocked' ? 'kept-here' : 'model-failed' }
  const sound = keepSound(question, written.sentences, given)
  const droppedCount = written.sentences.length - sound.length
  return { sentences: sound, note: sound.length === 0 ? 'model-unsound' : null, droppedCount }
}

function extract(question: string, hits: readonly FoundPassage[]): CitedSentence[] {
  const sentences = answerQuestion(question, hits.map(toSource))
  const sound = keepChecked(
    sentences.map(({ text, passageId }) => ({ text, passageIds: [passageId] })),
    hits,
  )
  return sentences
    .filter(({ text }, i) => sound.has(i) && dropInstructions(text) !== '')
    .map(({ text, passageId, cite }) => ({ text, passageId, cite, cites: [{ passageId, cite }] }))
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

/** A model's sentences that hold: numbers, dates, sums and articles stand in the cited passages, and so do the words. */
function keepSound(
  question: string,
  sentences: readonly WrittenSentence[],
  hits: readonly FoundPassage[],
): CitedSentence[] {
  const sound = keepChecked(sentences, hits)
  return sentences.flatMap(({ text, passageIds }, i) => {
    const cited = passageIds.map((id) => hits.find((hit) => hit.passage.id === id)).filter((hit) => hit !== undefined)
    // Words that address a model are no source for anything.
    const sources = cited.map(
      ({ version, passage }) => `${version.title}\n${passage.headings.join(' ')}\n${dropInstructions(passage.text)}`,
    )
    if (!sound.has(i) || !isGrounded(text, sources, question)) return []
    const cites = cited.map((hit) => ({ passageId: hit.passage.id, cite: citeOf(hit) }))
    return [{ text, ...cites[0]!, cites }]
  })
}

/** @returns the numbers of the sentences in which the checker finds no fault. */
function keepChecked(sentences: readonly WrittenSentence[], hits: readonly FoundPassage[]): Set<number> {
  const passages = new Map(
    hits.map(({ passage, version, validity }) => [
      passage.id,
      {
        article: passage.article,
        text: `${passage.headings.join(' ')}\n${passage.text}`,
        title: version.title,
        dates: [validity.from, validity.to, version.amendedOn].filter((one) => one !== null),
      },
    ]),
  )
  const faulty = new Set(checkAnswer(sentences, passages).map((one) => one.sentence))
  return new Set(sentences.map((_, i) => i).filter((i) => !faulty.has(i)))
}
