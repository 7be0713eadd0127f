import type { Actor } from '../../domain/governance/authorise'
import type { Scenario } from '../../domain/persona/scenario-schema'
import type { ItemSource } from '../../domain/quiz/item'
import type { QuizOrigin } from '../../domain/quiz/quiz-ports'
import { isOnTopic } from '../../domain/retrieval/answer-question'
import { DomainError } from '../../domain/shared/domain-error'
import { readTaipeiDate } from '../knowledge/knowledge-deps'
import type { IndexedPassage } from '../knowledge/knowledge-index'
import { citeOf } from '../knowledge/search-knowledge'
import type { QuizDeps } from './quiz-deps'

const TOPIC_PASSAGES = 30
/** A hit that is so much weaker than the best one is near the topic, not on it. */
const MIN_SCORE_SHARE = 0.55
const SCENARIO_GUIDES = 3
const GUIDE_HITS = 12
const MAX_TITLES = 3

/** What a quiz is made from; exactly one is given. */
export type SourceChoice = {
  documentIds?: readonly string[] | undefined
  /** Of the documents only these passages. */
  passageIds?: readonly string[] | undefined
  topic?: string | undefined
  scenarioId?: string | undefined
}
export type FoundSources = {
  sources: readonly ItemSource[]
  origin: QuizOrigin
  /** Title of a quiz that is given none. */
  title: string
  scenario: Scenario | null
  /** What situations of the scenario may cite: its products and all guides. */
  situationSources: readonly ItemSource[]
  /** Some of them are an organisation's own. */
  arePrivate: boolean
}

type SourceDeps = Pick<QuizDeps, 'searchKnowledge' | 'getKnowledgeIndex' | 'content' | 'clock'>

export function toItemSource({ passage, version }: Pick<IndexedPassage, 'passage' | 'version'>): ItemSource {
  return {
    passageId: passage.id,
    documentId: passage.documentId,
    kind: version.kind,
    title: version.title,
    article: passage.article,
    headings: passage.headings,
    text: passage.text,
    label: citeOf({ passage, version }),
  }
}

/** @param day local date in Taiwan. */
export function isInForce({ validity }: Pick<IndexedPassage, 'validity'>, day: string): boolean {
  return (validity.from ?? '') <= day && (validity.to ?? day) >= day
}

/**
 * The passages in force today that a quiz is to be made from.
 *
 * @throws DomainError `bad-input` with `documentIds: unknown`, `topic: nothing-found`, `scenarioId: unknown`, or `documentIds: required` when nothing, or more than one thing, is chosen.
 */
export async function findSources(deps: SourceDeps, actor: Actor, choice: SourceChoice): Promise<FoundSources> {
  const { documentIds, topic, scenarioId } = choice
  if ([documentIds, topic, scenarioId].filter((one) => one !== undefined).length !== 1)
    throw new DomainError('bad-input', 'choose documents, a topic or a scenario', { documentIds: 'required' })
  if (topic !== undefined) return findByTopic(deps, actor, topic.trim())
  if (scenarioId !== undefined) return findByScenario(deps, actor, scenarioId)
  return findByDocuments(deps, actor, [...new Set(documentIds)], choice.passageIds)
}

async function listInForce(deps: SourceDeps, actor: Actor, documentIds: readonly string[]): Promise<IndexedPassage[]> {
  const index = await deps.getKnowledgeIndex(actor.organisationId)
  const today = readTaipeiDate(deps.clock.now())
  const wanted = new Set(documentIds)
  const found = [...index.passages.values()].filter(
    (one) => wanted.has(one.passage.documentId) && isInForce(one, today),
  )
  // In the order of the choice, then of the text, whatever order the index has.
  const place = new Map(documentIds.map((id, i) => [id, i]))
  return found.sort(
    (a, b) =>
      place.get(a.passage.documentId)! - place.get(b.passage.documentId)! || a.passage.ordinal - b.passage.ordinal,
  )
}

const NO_SCENARIO = { scenario: null, situationSources: [] }

const toFound = (passages: readonly IndexedPassage[]) => ({
  sources: passages.map(toItemSource),
  arePrivate: passages.some((one) => one.version.organisationId !== null),
})

async function findByDocuments(
  deps: SourceDeps,
  actor: Actor,
  documentIds: readonly string[],
  passageIds?: readonly string[],
): Promise<FoundSources> {
  const all = await listInForce(deps, actor, documentIds)
  const passages = passageIds ? all.filter((one) => passageIds.includes(one.passage.id)) : all
  const known = new Set(passages.map((one) => one.passage.documentId))
  const unknown = documentIds.filter((id) => !known.has(id))
  if (unknown.length > 0 || passages.length === 0)
    throw new DomainError('bad-input', `nothing in force in ${unknown.join(', ') || 'no document'}`, {
      documentIds: 'unknown',
    })
  const titles = [...new Set(passages.map((one) => one.version.title))]
  const more = titles.length > MAX_TITLES ? ` 等 ${titles.length} 份` : ''
  return {
    ...toFound(passages),
    origin: { kind: 'documents', documentIds },
    title: `${titles.slice(0, MAX_TITLES).join('、')}${more}`,
    ...NO_SCENARIO,
  }
}

async function findByTopic(deps: SourceDeps, actor: Actor, topic: string): Promise<FoundSources> {
  const nothing = new DomainError('bad-input', `nothing about ${topic}`, { topic: 'nothing-found' })
  if (topic === '') throw nothing
  const { hits, isGoodEnough } = await deps.searchKnowledge(actor, { query: topic, k: TOPIC_PASSAGES })
  const best = hits[0]
  if (!best || !isGoodEnough || !isOnTopic(best.explain)) throw nothing
  const near = hits.filter((hit) => hit.score >= best.score * MIN_SCORE_SHARE && isOnTopic(hit.explain))
  return { ...toFound(near), origin: { kind: 'topic', topic }, title: topic, ...NO_SCENARIO }
}

/** Its products whole, and the guides nearest to what it is about. */
async function findByScenario(deps: SourceDeps, actor: Actor, scenarioId: string): Promise<FoundSources> {
  const scenario = deps.content.scenarios.get(scenarioId)
  if (!scenario) throw new DomainError('bad-input', `scenario ${scenarioId}`, { scenarioId: 'unknown' })
  const query = `${scenario.title.zh} ${scenario.briefing.goal.zh}`
  const { hits } = await deps.searchKnowledge(actor, { query, k: GUIDE_HITS, kind: 'guide' })
  const guides = [...new Set(hits.map((hit) => hit.passage.documentId))].slice(0, SCENARIO_GUIDES)
  const passages = await listInForce(deps, actor, [...scenario.products, ...guides])
  const all = await listInForce(deps, actor, [...scenario.products, ...deps.content.guides.keys()])
  return {
    ...toFound(passages),
    origin: { kind: 'scenario', scenarioId },
    title: scenario.title.zh,
    scenario,
    situationSources: all.map(toItemSource),
  }
}
