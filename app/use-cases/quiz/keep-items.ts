import type { Actor } from '../../domain/governance/authorise'
import { checkItem } from '../../domain/quiz/check-item'
import { findBlockingFault } from '../../domain/quiz/find-blocking-fault'
import {
  type ItemContent,
  type ItemFault,
  type ItemSource,
  type ItemStatus,
  itemContentSchema,
} from '../../domain/quiz/item'
import type { ItemCount, ItemEventRecord, ItemFilter, ItemRecord } from '../../domain/quiz/quiz-ports'
import { DomainError } from '../../domain/shared/domain-error'
import { findCitedSources, findStaleCitations, type StaleItem } from './find-stale-items'
import {
  DEFAULT_PASS_PERCENT,
  isKeptBy,
  type NamedActor,
  ownerOf,
  type QuizDeps,
  requireKeeper,
  requireRight,
} from './quiz-deps'

const MAX_PAGE = 200
const MAX_IMPORT_ITEMS = 2_000

export type ReadItem = {
  item: ItemRecord
  events: readonly ItemEventRecord[]
  /** Of the current version; advice, apart from what `saveItem` refuses. */
  faults: readonly ItemFault[]
  /** Citations whose article has another text today. */
  stale: readonly StaleItem[]
  /** False for items of everybody, which only who runs the installation may change. */
  canChange: boolean
}
export type SavedItem = { id: string; version: number; faults: readonly ItemFault[] }
export type ListedItems = { items: ItemRecord[]; total: number; counts: ItemCount[] }

/** @param page `limit` up to 200. @throws DomainError `not-allowed`. */
export async function listItems(
  deps: Pick<QuizDeps, 'quizzes'>,
  actor: Actor,
  filter: ItemFilter,
  page: { offset: number; limit: number },
): Promise<ListedItems> {
  requireRight(actor, 'learning.manage')
  const limit = Math.min(Math.max(page.limit, 1), MAX_PAGE)
  const [found, counts] = await Promise.all([
    deps.quizzes.listItems(actor.organisationId, filter, { offset: Math.max(page.offset, 0), limit }),
    deps.quizzes.countItems(actor.organisationId),
  ])
  return { ...found, counts }
}

/** @throws DomainError `not-allowed`, `not-found`. */
export async function readItem(deps: QuizDeps, actor: Actor, id: string): Promise<ReadItem> {
  requireRight(actor, 'learning.manage')
  const { events, ...item } = await getItem(deps, actor, id)
  // Without a source there is nothing to hold an examiner's or another author's key against.
  const isForeign = item.content.citations.length === 0 && (item.origin === 'exam' || item.origin === 'imported')
  const [faults, stale] = await Promise.all([
    isForeign ? [] : checkContent(deps, actor, item.content),
    findStaleCitations(
      deps,
      actor,
      item.content.citations.map(({ passageId }) => ({
        itemId: id,
        passageId,
        stem: item.content.stem,
        status: item.status,
      })),
    ),
  ])
  return { item, events, faults, stale, canChange: isKeptBy(actor, item) }
}

async function getItem(deps: Pick<QuizDeps, 'quizzes'>, actor: Actor, id: string) {
  const item = await deps.quizzes.findItem(id, actor.organisationId)
  if (!item) throw new DomainError('not-found', `item ${id}`)
  return item
}

const listCited = (content: ItemContent) => content.citations.map((one) => one.passageId)

async function checkContent(deps: QuizDeps, actor: Actor, content: ItemContent): Promise<ItemFault[]> {
  return checkItem(content, await findCitedSources(deps, actor, listCited(content)))
}

/** @throws DomainError `bad-input` where it has not the shape of its type. */
function parseContent(given: ItemContent): ItemContent {
  const parsed = itemContentSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const fields = Object.fromEntries(parsed.error.issues.map((one) => [one.path.join('.') || 'content', one.message]))
  throw new DomainError('bad-input', JSON.stringify(fields), fields)
}

/** @returns the faults that may remain, as advice. @throws DomainError `bad-input` where nobody could answer it. */
function requireSound(content: ItemContent, sources: ReadonlyMap<string, ItemSource>): ItemFault[] {
  const blocking = findBlockingFault(content)
  if (blocking) throw new DomainError('bad-input', blocking.detail, { content: blocking.code })
  return checkItem(content, sources)
}

/**
 * Stores a new version; an item that was approved is to be reviewed again.
 *
 * @returns the faults that remain, as advice.
 * @throws DomainError `not-allowed`, `not-found`, `version-conflict`; `bad-input` with `content: no-key` or `content: equal-options`.
 */
export async function saveItem(
  deps: QuizDeps,
  actor: NamedActor,
  id: string,
  expectedVersion: number,
  given: ItemContent,
): Promise<SavedItem> {
  requireRight(actor, 'learning.manage')
  requireKeeper(actor, await getItem(deps, actor, id))
  const content = parseContent(given)
  const faults = requireSound(content, await findCitedSources(deps, actor, listCited(content)))
  const outcome = await deps.quizzes.saveItemVersion(id, expectedVersion, content, toSignature(deps, actor))
  if (outcome === 'conflict')
    throw new DomainError('version-conflict', `item ${id} is not at version ${expectedVersion}`)
  return { id, version: expectedVersion + 1, faults }
}

const toSignature = ({ clock }: QuizDeps, { personId, name }: NamedActor) => ({ personId, name, at: clock.now() })

function toRecord(
  { ids, clock }: QuizDeps,
  actor: Actor,
  content: ItemContent,
  origin: ItemRecord['origin'],
  sources: ReadonlyMap<string, ItemSource>,
): ItemRecord {
  const [cited] = listCited(content)
  return {
    id: ids.next(),
    organisationId: ownerOf(actor),
    status: 'draft',
    origin,
    version: 1,
    documentId: (cited !== undefined && sources.get(cited)?.documentId) || null,
    createdAt: clock.now(),
    createdById: actor.personId,
    content,
  }
}

/** An item by hand, as a draft. @throws as `saveItem`. */
export async function writeItem(deps: QuizDeps, actor: NamedActor, given: ItemContent): Promise<SavedItem> {
  requireRight(actor, 'learning.manage')
  const content = parseContent(given)
  const sources = await findCitedSources(deps, actor, listCited(content))
  const faults = requireSound(content, sources)
  const item = toRecord(deps, actor, content, 'written', sources)
  await deps.quizzes.addItems([{ ...item, personName: actor.name }])
  return { id: item.id, version: 1, faults }
}

/**
 * Approves, retires or takes back several items, all or none.
 *
 * @throws DomainError `not-allowed`; `not-found` when one of them is unknown.
 */
export async function setItemStatus(
  deps: QuizDeps,
  actor: NamedActor,
  ids: readonly string[],
  status: Extract<ItemStatus, 'approved' | 'retired' | 'draft'>,
): Promise<void> {
  requireRight(actor, 'learning.manage')
  const items = await Promise.all(ids.map((id) => getItem(deps, actor, id)))
  for (const item of items) requireKeeper(actor, item)
  await deps.quizzes.setItemStatus(ids, status, toSignature(deps, actor))
}

/**
 * Takes in items that a file held, all or nothing, as drafts with a draft quiz of them.
 *
 * @throws DomainError `not-allowed`; `bad-input` with the number of each item (from 0) that is not sound: `items.3: no-key`.
 */
export async function importItems(
  deps: QuizDeps,
  actor: NamedActor,
  given: readonly ItemContent[],
  from: { fileName: string; title?: string | undefined },
): Promise<{ quizId: string; itemIds: string[] }> {
  requireRight(actor, 'learning.manage')
  if (given.length === 0 || given.length > MAX_IMPORT_ITEMS)
    throw new DomainError('bad-input', `${given.length} items`, { items: given.length === 0 ? 'none' : 'too-many' })
  const items = await readImported(deps, actor, given)
  await deps.quizzes.addItems(items.map((item) => ({ ...item, personName: actor.name })))
  const quizId = deps.ids.next()
  await deps.quizzes.createQuiz(
    {
      id: quizId,
      organisationId: ownerOf(actor),
      title: from.title?.trim() || from.fileName,
      status: 'draft',
      origin: { kind: 'import', fileName: from.fileName },
      timeLimitMinutes: null,
      passPercent: DEFAULT_PASS_PERCENT,
      seed: deps.ids.next(),
      createdAt: deps.clock.now(),
      createdById: actor.personId,
    },
    items.map(({ id, version }) => ({ itemId: id, version })),
  )
  return { quizId, itemIds: items.map((one) => one.id) }
}

async function readImported(deps: QuizDeps, actor: Actor, given: readonly ItemContent[]): Promise<ItemRecord[]> {
  const sources = await findCitedSources(deps, actor, given.flatMap(listCited))
  const fields: Record<string, string> = {}
  const items: ItemRecord[] = []
  for (const [i, one] of given.entries()) {
    try {
      const content = parseContent(one)
      requireSound(content, sources)
      items.push(toRecord(deps, actor, content, 'imported', sources))
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      fields[`items.${i}`] = error.fields.content ?? error.detail
    }
  }
  if (Object.keys(fields).length > 0) throw new DomainError('bad-input', JSON.stringify(fields), fields)
  return items
}
