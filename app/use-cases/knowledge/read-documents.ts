import { type Actor, findResultScope, isAllowed } from '../../domain/governance/authorise'
import { compareVersions, type Validity } from '../../domain/knowledge/compute-validity'
import { diffVersions, type PassageChange } from '../../domain/knowledge/diff-versions'
import type { StoredPassage, StoredVersion } from '../../domain/knowledge/knowledge-ports'
import type { DocumentKind, Passage } from '../../domain/knowledge/passage'
import { addDays } from '../../domain/knowledge/read-roc-date'
import { splitProvisions } from '../../domain/knowledge/split-provisions'
import { DomainError } from '../../domain/shared/domain-error'
import { groupBy } from '../../domain/shared/group-by'
import { type Citing, findCiting } from './find-citing'
import { placeInTime } from './keep-index'
import { findOwner, type IndexedDeps, readTaipeiDate } from './knowledge-deps'
import { citeOf } from './search-knowledge'

const SCORECARDS = 500

/** A text with its last day in force, which the texts after it decide. */
export type VersionView = StoredVersion & { effectiveTo: string | null }
export type DocumentView = {
  id: string
  kind: DocumentKind
  title: string
  /** Newest first. */
  versions: readonly VersionView[]
  /** The text in force today, else the newest. */
  currentVersionId: string
  retiredAt: Date | null
}

type ReadDeps = Pick<IndexedDeps, 'knowledge' | 'content' | 'courses' | 'quizzes' | 'clock'>

/** All documents that the actor may see, with their texts; those out of search too. */
export async function listDocuments(deps: ReadDeps, actor: Actor): Promise<DocumentView[]> {
  const { knowledge, clock } = deps
  const [versions, retired] = await Promise.all([
    knowledge.listVersions(actor.organisationId),
    knowledge.listRetired(actor.organisationId),
  ])
  const retiredAt = new Map(retired.map((one) => [one.documentId, one.retiredAt]))
  const today = readTaipeiDate(clock.now())
  const views = [...groupBy(versions, (one) => one.documentId)].map(([id, some]): DocumentView => {
    const closed = closeTexts(some)
    const inForce = closed.find((one) => (one.effectiveFrom ?? '') <= today && (one.effectiveTo ?? today) >= today)
    const { kind, title } = closed[0]!
    return {
      id,
      kind,
      title,
      versions: closed,
      currentVersionId: (inForce ?? closed[0]!).id,
      retiredAt: retiredAt.get(id) ?? null,
    }
  })
  return views.sort((a, b) => a.title.localeCompare(b.title, 'zh-Hant'))
}

/** Newest first; each but the newest ends on the day before the next begins. */
function closeTexts(versions: readonly StoredVersion[]): VersionView[] {
  const ordered = [...versions].sort(compareVersions)
  return ordered
    .map((version, i): VersionView => {
      if (version.isRepealed)
        return { ...version, effectiveTo: version.amendedOn === null ? null : addDays(version.amendedOn, -1) }
      const next = ordered[i + 1]
      const end = next?.isRepealed ? next.amendedOn : next?.effectiveFrom
      return { ...version, effectiveTo: end ? addDays(end, -1) : null }
    })
    .reverse()
}

/** @throws DomainError `not-found`. */
async function getDocument(deps: ReadDeps, actor: Actor, id: string): Promise<DocumentView> {
  const document = (await listDocuments(deps, actor)).find((one) => one.id === id)
  if (!document) throw new DomainError('not-found', `document ${id}`)
  return document
}

function getVersion(document: DocumentView, versionId: string): VersionView {
  const version = document.versions.find((one) => one.id === versionId)
  if (!version) throw new DomainError('not-found', `version ${versionId} of ${document.id}`)
  return version
}

export type ReadText = {
  document: DocumentView
  version: VersionView
  passages: readonly (StoredPassage & { validity: Validity | null })[]
}

/**
 * One text of a document with its passages and from when to when each is in force.
 *
 * @param versionId the text in force today when left out.
 * @throws DomainError `not-found`.
 */
export async function readDocument(deps: ReadDeps, actor: Actor, id: string, versionId?: string): Promise<ReadText> {
  const document = await getDocument(deps, actor, id)
  const version = getVersion(document, versionId ?? document.currentVersionId)
  const texts = groupBy(
    await deps.knowledge.listPassagesOf(document.versions.map((one) => ({ documentId: id, id: one.id }))),
    (one) => `${one.documentId}@${one.versionId}`,
  )
  const validity = placeInTime(document.versions, texts)
  const passages = (texts.get(`${id}@${version.id}`) ?? []).map((one) => ({
    ...one,
    validity: validity.get(one.id) ?? null,
  }))
  return { document, version, passages }
}

export type ReadPassage = {
  passage: StoredPassage
  document: DocumentView
  version: VersionView
  validity: Validity | null
  cite: string
}

/** A passage as it stood, also of an old text or a retired document. @throws DomainError `not-found`. */
export async function readPassage(deps: ReadDeps, actor: Actor, passageId: string): Promise<ReadPassage> {
  const found = await deps.knowledge.findPassage(passageId, actor.organisationId)
  if (!found) throw new DomainError('not-found', `passage ${passageId}`)
  const { document, version, passages } = await readDocument(deps, actor, found.documentId, found.versionId)
  const passage = passages.find((one) => one.id === passageId)!
  return { passage, document, version, validity: passage.validity, cite: citeOf({ passage, version }) }
}

export type Comparison = {
  document: DocumentView
  before: VersionView
  after: VersionView
  changes: readonly PassageChange[]
  sameCount: number
  /** What cites an article that changed. */
  citing: readonly Citing[]
}

/** Which articles differ between two texts, and what stands on those. @throws DomainError `not-found`. */
export async function compareTexts(
  deps: ReadDeps,
  actor: Actor,
  input: { documentId: string; before: string; after: string },
): Promise<Comparison> {
  const document = await getDocument(deps, actor, input.documentId)
  const [before, after] = [getVersion(document, input.before), getVersion(document, input.after)]
  const [old, young] = await Promise.all([before, after].map((one) => deps.knowledge.listPassages(document.id, one.id)))
  const { changes, sameCount } = diffVersions(old!.map(toPassage), young!.map(toPassage))
  const articles = new Set([...old!, ...young!].flatMap((one) => (one.article === null ? [] : [one.article])))
  const changed = new Set(changes.map((one) => one.key))
  const citing = (await listCiting(deps, actor, document, articles)).filter(
    (one) => one.article === null || changed.has(one.article),
  )
  return { document, before, after, changes, sameCount, citing }
}

function toPassage(stored: StoredPassage): Passage {
  return { ...stored, paragraphs: splitProvisions(stored.text), path: [], heading: stored.headings.at(-1) ?? '' }
}

/** Everything that stands on a document, as far as the actor may see it. */
export async function listCiting(
  deps: ReadDeps,
  actor: Actor,
  document: Pick<DocumentView, 'id' | 'title'>,
  articles: ReadonlySet<string>,
): Promise<Citing[]> {
  const scope = findResultScope(actor)
  const [cards, courses, items] = await Promise.all([
    scope ? deps.knowledge.listScorecardCitations(scope, SCORECARDS) : [],
    isAllowed(actor, 'learning.manage') ? listCitingCourses(deps, actor, document) : [],
    isAllowed(actor, 'learning.manage') ? listCitingItems(deps, actor, document) : [],
  ])
  return [
    ...findCiting({ id: document.id, title: document.title, articles }, deps.content, cards),
    ...courses,
    ...items,
  ]
}

/** Items in use: those that were retired ask nobody anything. */
async function listCitingItems(
  { quizzes }: ReadDeps,
  actor: Actor,
  document: { id: string; title: string },
): Promise<Citing[]> {
  const items = await quizzes.listItemsCiting(document.id, actor.organisationId)
  return items
    .filter((one) => one.status !== 'retired')
    .map(({ itemId, stem, article }) => {
      const cite = namePlace(document.title, article)
      return { kind: 'item', id: itemId, label: { zh: stem, en: stem }, cite, article }
    })
}

/** A course once for each article, however many of its lessons cite it. */
async function listCitingCourses(
  { courses }: ReadDeps,
  actor: Actor,
  document: Pick<DocumentView, 'id' | 'title'>,
): Promise<Citing[]> {
  const lessons = await courses.listCoursesCiting(document.id, actor.organisationId)
  const keyed = groupBy(lessons, ({ courseId, article }) => `${courseId} ${article ?? ''}`)
  return [...keyed.values()].map(([first]) => {
    const { courseId, title, article } = first!
    const cite = namePlace(document.title, article)
    return { kind: 'course', id: courseId, label: { zh: title, en: title }, cite, article }
  })
}

function namePlace(title: string, article: string | null): string {
  if (article === null) return title
  return /^\d+(?:-\d+)*$/u.test(article) ? `${title} §${article}` : `${title} › ${article}`
}

/** Puts a document out of search for the actor's organisation; old scorecards still show its passages. @throws DomainError `not-found`. */
export async function retireDocument(deps: ReadDeps, actor: Actor, id: string): Promise<void> {
  await getDocument(deps, actor, id)
  await deps.knowledge.retire(id, findOwner(actor), deps.clock.now(), actor.personId)
}

/** Takes a document back into search. @throws DomainError `not-found`. */
export async function restoreDocument(deps: ReadDeps, actor: Actor, id: string): Promise<void> {
  await getDocument(deps, actor, id)
  await deps.knowledge.restore(id, findOwner(actor))
}

export type Coverage = {
  document: Pick<DocumentView, 'id' | 'kind' | 'title'>
  versionId: string
  passageCount: number
  /** Articles that something cites, with how often. */
  cited: readonly { article: string; count: number }[]
  /** Articles that nothing cites, in the order of the text. */
  never: readonly string[]
  /** Times that the document is cited as a whole, e.g. a product by scenarios. */
  wholeCount: number
}

/** What of the knowledge base anything stands on: rules, duties, scenarios, scorecards. Documents that nothing cites come first. */
export async function readCoverage(deps: ReadDeps, actor: Actor): Promise<Coverage[]> {
  const documents = (await listDocuments(deps, actor)).filter((one) => one.retiredAt === null)
  const scope = findResultScope(actor)
  const cards = scope ? await deps.knowledge.listScorecardCitations(scope, SCORECARDS) : []
  const passages = groupBy(
    await deps.knowledge.listPassagesOf(documents.map((one) => ({ documentId: one.id, id: one.currentVersionId }))),
    (one) => one.documentId,
  )
  const rows = documents.map((document): Coverage => {
    const own = passages.get(document.id) ?? []
    const articles = new Set(own.flatMap((one) => (one.article === null ? [] : [one.article])))
    const citing = findCiting({ id: document.id, title: document.title, articles }, deps.content, cards)
    const byArticle = groupBy(
      citing.filter((one) => one.article !== null),
      (one) => one.article!,
    )
    const { id, kind, title } = document
    return {
      document: { id, kind, title },
      versionId: document.currentVersionId,
      passageCount: own.length,
      cited: [...byArticle].map(([article, some]) => ({ article, count: some.length })),
      never: [...articles].filter((one) => !byArticle.has(one)),
      wholeCount: citing.length - [...byArticle.values()].flat().length,
    }
  })
  return rows.sort((a, b) => a.cited.length + a.wholeCount - (b.cited.length + b.wholeCount))
}
