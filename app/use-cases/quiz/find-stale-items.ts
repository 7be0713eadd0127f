import type { Actor } from '../../domain/governance/authorise'
import type { StoredPassage } from '../../domain/knowledge/knowledge-ports'
import type { ItemSource, ItemStatus } from '../../domain/quiz/item'
import { readTaipeiDate } from '../knowledge/knowledge-deps'
import type { IndexedPassage } from '../knowledge/knowledge-index'
import { citeOf } from '../knowledge/search-knowledge'
import { isInForce, toItemSource } from './find-sources'
import { type QuizDeps, requireRight } from './quiz-deps'

export type StaleItem = {
  itemId: string
  stem: string
  status: ItemStatus
  citedPassageId: string
  /** The place in its text of today; null when there is none any more. */
  currentPassageId: string | null
  /** For people: 保險法 §64. */
  label: string
}
type CitedPlace = { itemId: string; passageId: string; stem: string; status: ItemStatus }
type KnowledgeDeps = Pick<QuizDeps, 'knowledge' | 'getKnowledgeIndex' | 'clock'>

/** The passages of these ids, as far as the actor may see them, in whatever text they stand. */
export async function findCitedSources(
  deps: KnowledgeDeps,
  actor: Actor,
  passageIds: readonly string[],
): Promise<ReadonlyMap<string, ItemSource>> {
  const found = await findPassages(deps, actor, passageIds)
  return new Map([...found].map(([id, one]) => [id, toItemSource(one)]))
}

type FoundPassage = Pick<IndexedPassage, 'passage' | 'version'>

async function findPassages(
  deps: KnowledgeDeps,
  actor: Actor,
  passageIds: readonly string[],
): Promise<Map<string, FoundPassage>> {
  const index = await deps.getKnowledgeIndex(actor.organisationId)
  const found = new Map<string, FoundPassage>()
  const missing: string[] = []
  for (const id of new Set(passageIds)) {
    const indexed = index.passages.get(id)
    if (indexed) found.set(id, indexed)
    else missing.push(id)
  }
  if (missing.length === 0) return found
  // Of a document out of search, or of a text that never came into force.
  const versions = await deps.knowledge.listVersions(actor.organisationId)
  for (const id of missing) {
    const passage = await deps.knowledge.findPassage(id, actor.organisationId)
    const version =
      passage && versions.find((one) => one.documentId === passage.documentId && one.id === passage.versionId)
    if (version) found.set(id, { passage, version })
  }
  return found
}

const placeOf = ({ documentId, article, headings }: StoredPassage) =>
  JSON.stringify([documentId, article ?? headings.join(' › ')])

/**
 * Of these citations those whose place has another text today than the one cited, or none. What was never in the knowledge base is left out: nothing can be said of it.
 */
export async function findStaleCitations(
  deps: KnowledgeDeps,
  actor: Actor,
  cited: readonly CitedPlace[],
): Promise<StaleItem[]> {
  const index = await deps.getKnowledgeIndex(actor.organisationId)
  const found = await findPassages(
    deps,
    actor,
    cited.map((one) => one.passageId),
  )
  const today = readTaipeiDate(deps.clock.now())
  const places = new Set([...found.values()].map((one) => placeOf(one.passage)))
  const current = new Map<string, StoredPassage[]>()
  for (const one of index.passages.values()) {
    const place = placeOf(one.passage)
    if (places.has(place) && isInForce(one, today)) current.set(place, [...(current.get(place) ?? []), one.passage])
  }
  return cited.flatMap(({ itemId, passageId, stem, status }) => {
    const one = found.get(passageId)
    if (!one) return []
    // A heading that occurs twice has two texts of today; either will do.
    const now = current.get(placeOf(one.passage)) ?? []
    if (now.some((passage) => passage.text === one.passage.text)) return []
    return [
      { itemId, stem, status, citedPassageId: passageId, currentPassageId: now[0]?.id ?? null, label: citeOf(one) },
    ]
  })
}

/** Items that stand on a text which is not the one of today. @throws DomainError `not-allowed`. */
export async function listStaleItems(deps: QuizDeps, actor: Actor): Promise<StaleItem[]> {
  requireRight(actor, 'learning.manage')
  return findStaleCitations(deps, actor, await deps.quizzes.listCitedPassages(actor.organisationId))
}
