import type { Actor } from '../../domain/governance/authorise'
import { ITEM_TYPES, type ItemContent, type ItemType } from '../../domain/quiz/item'
import type { FullQuiz, ItemRecord, OwnerId, PlacedItem, QuizOrigin, QuizRecord } from '../../domain/quiz/quiz-ports'
import { writeSituationItems } from '../../domain/quiz/write/scenarios/write-situation-items'
import { DomainError } from '../../domain/shared/domain-error'
import { createSeededRandom } from '../../domain/shared/seeded-random'
import { type FoundSources, findSources, type SourceChoice } from './find-sources'
import { requireInRange } from './keep-quizzes'
import {
  DEFAULT_PASS_PERCENT,
  MAX_QUIZ_ITEMS,
  type NamedActor,
  ownerOf,
  type QuizDeps,
  requireRight,
} from './quiz-deps'
import { type Wish, type WrittenContents, writeFromSources } from './write-from-sources'

/** Of a quiz about a scenario: what the client says in it comes first, the facts behind it after. */
const SITUATION_SHARE = 0.5
const MAX_SITUATIONS = 2_000
const ID_CHARACTERS = 36

export type MakeQuizInput = SourceChoice & {
  /** The same input sent again with the same id, or twice at once, gives the same quiz. */
  requestId?: string | undefined
  /** What the quiz is told to come from, where that is not its sources (the course that it is part of). */
  origin?: QuizOrigin | undefined
  title?: string | undefined
  /** 1 to 60. */
  count: number
  /** All types when left out or empty. */
  types?: readonly ItemType[] | undefined
  /** Same sources, count, types and seed: the same items. Left out: items that the bank does not have yet come first. */
  seed?: string | undefined
  timeLimitMinutes?: number | null | undefined
  /** 0 to 100; 60 when left out. */
  passPercent?: number | undefined
}
export type MadeQuiz = Omit<WrittenContents, 'items' | 'engine'> & {
  quiz: FullQuiz
  /** Null for a quiz that an earlier request has made. */
  engine: WrittenContents['engine'] | null
  requested: number
  made: number
}

/** How far the making is: what is being read, who is writing and how many items there are, or that they are being stored. */
export type MakingStage =
  | { kind: 'reading' }
  | { kind: 'writing'; engine: 'llm' | 'embedded'; written: number }
  | { kind: 'storing' }

/**
 * Makes a draft quiz from the knowledge base. What the bank has already is not stored again: the same question is the same item, with what trainers made of it.
 *
 * @returns `made` may be less than asked for: no more is made than the sources bear.
 * @param onStage hears of each step.
 * @throws DomainError `not-allowed`; `bad-input` as `findSources`, or with `no-items` when nothing can be made of them.
 */
export async function makeQuiz(
  deps: QuizDeps,
  actor: NamedActor,
  input: MakeQuizInput,
  onStage: (stage: MakingStage) => void = () => {},
): Promise<MadeQuiz> {
  requireRight(actor, 'learning.manage')
  const { count } = input
  if (!Number.isInteger(count) || count < 1 || count > MAX_QUIZ_ITEMS)
    throw new DomainError('bad-input', `count ${count}`, { count: 'out-of-range' })
  requireInRange({ ...input, title: input.title?.trim() || undefined })
  const id = nameQuiz(deps, actor, input)
  const before = await findMade(deps, actor, id, count)
  if (before) return before
  onStage({ kind: 'reading' })
  const found = await findSources(deps, actor, input)
  const seed = input.seed ?? deps.ids.next()
  const types = input.types && input.types.length > 0 ? input.types : ITEM_TYPES
  const known = await listKnown(deps, actor, found)
  const avoided = known.filter((one) => input.seed === undefined || one.status === 'retired')
  const written = await writeAll(deps, actor, found, { count, types, seed, avoided, onStage })
  const { placed, added } = placeItems(deps, actor, {
    found,
    known,
    types,
    items: written.items,
    // With a seed the bank may not change what is made.
    fillTo: input.seed === undefined ? count : 0,
  })
  if (placed.length === 0)
    throw new DomainError('bad-input', 'no items can be made of it', nameField(input, 'no-items'))
  onStage({ kind: 'storing' })
  const quiz = { ...describeQuiz(deps, actor, input, found, seed), id }
  const newItems = added.map((item) => ({ ...item, personName: actor.name }))
  if ((await deps.quizzes.createQuiz(quiz, placed, newItems)) === 'known')
    return (await findMade(deps, actor, id, count)) ?? Promise.reject(new DomainError('not-found', `quiz ${id}`))
  const { rejected, engine, fellBack } = written
  return { quiz: { ...quiz, items: placed }, requested: count, made: placed.length, rejected, engine, fellBack }
}

/** Of a request with an id the name of its quiz: another input, or another person's, is another quiz. */
export function nameQuiz(
  { ids, secrets }: Pick<QuizDeps, 'ids' | 'secrets'>,
  actor: Actor,
  input: MakeQuizInput,
): string {
  if (input.requestId === undefined) return ids.next()
  const told = Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1))
  return secrets.hash(JSON.stringify([actor.personId, told])).slice(0, ID_CHARACTERS)
}

async function findMade(deps: QuizDeps, actor: Actor, id: string, requested: number): Promise<MadeQuiz | null> {
  const quiz = await deps.quizzes.findQuiz(id, actor.organisationId)
  return quiz && { quiz, requested, made: quiz.items.length, rejected: {}, engine: null, fellBack: null }
}

function nameField(choice: SourceChoice, reason: string): Record<string, string> {
  const field = choice.topic !== undefined ? 'topic' : choice.scenarioId !== undefined ? 'scenarioId' : 'documentIds'
  return { [field]: reason }
}

function describeQuiz(
  { clock }: QuizDeps,
  actor: Actor,
  input: MakeQuizInput,
  found: FoundSources,
  seed: string,
): Omit<QuizRecord, 'id'> {
  return {
    organisationId: chooseOwner(actor, found),
    title: input.title?.trim() || found.title,
    status: 'draft',
    origin: input.origin ?? found.origin,
    timeLimitMinutes: input.timeLimitMinutes ?? null,
    passPercent: input.passPercent ?? DEFAULT_PASS_PERCENT,
    seed,
    createdAt: clock.now(),
    createdById: actor.personId,
  }
}

/** What stands on an organisation's own texts never becomes everybody's. */
function chooseOwner(actor: Actor, found: FoundSources): OwnerId {
  return found.arePrivate ? actor.organisationId : ownerOf(actor)
}

/** What the bank has on these sources, situations of the same scenario included. */
async function listKnown(deps: QuizDeps, actor: Actor, found: FoundSources): Promise<PlacedItem[]> {
  const viewer = actor.organisationId
  const onSources = await deps.quizzes.listItemsOn(
    viewer,
    found.sources.map((one) => one.passageId),
  )
  if (!found.scenario) return onSources
  const { items } = await deps.quizzes.listItems(viewer, { type: 'situation' }, { offset: 0, limit: MAX_SITUATIONS })
  const seen = new Set(onSources.map((one) => one.itemId))
  const situations = items
    .filter(({ id, content }) => !seen.has(id) && isOfScenario(content, found.scenario!.id))
    .map(({ id, version, status, content }) => ({ itemId: id, version, status, content }))
  return [...onSources, ...situations]
}

const isOfScenario = (content: ItemContent, scenarioId: string) =>
  content.type === 'situation' && content.scenarioId === scenarioId

async function writeAll(deps: QuizDeps, actor: Actor, found: FoundSources, wish: Wish): Promise<WrittenContents> {
  const { scenario, sources } = found
  const plainTypes = wish.types.filter((one) => one !== 'situation')
  const situations = scenario && wish.types.includes('situation') ? writeSituations(deps, found, wish) : []
  const share = plainTypes.length === 0 ? wish.count : Math.ceil(wish.count * SITUATION_SHARE)
  const first = situations.slice(0, share)
  // Without a scenario the writer alone knows whether it can make a situation.
  const rest = await writeFromSources(deps, actor, sources, {
    ...wish,
    types: scenario ? plainTypes : wish.types,
    count: wish.count - first.length,
  })
  const missing = wish.count - first.length - rest.items.length
  return { ...rest, items: [...first, ...rest.items, ...situations.slice(share, share + missing)] }
}

/** What makes two contents the same question. */
const keyOf = (content: ItemContent) =>
  content.type === 'situation'
    ? JSON.stringify([content.type, content.situation, content.clientSays, content.stem])
    : JSON.stringify([content.type, content.stem])

type Placing = {
  found: FoundSources
  known: readonly PlacedItem[]
  types: readonly ItemType[]
  items: readonly ItemContent[]
  /** How many items the bank's own fill up to. */
  fillTo: number
}

/** Places what was written; where that is too little, what the bank has on the same sources, approved items first. */
function placeItems(
  deps: QuizDeps,
  actor: Actor,
  { found, known, types, items, fillTo }: Placing,
): { placed: PlacedItem[]; added: ItemRecord[] } {
  const usable = known.filter((one) => one.status !== 'retired' && types.includes(one.content.type))
  const byKey = new Map(usable.map((one) => [keyOf(one.content), one]))
  const placed = new Map<string, PlacedItem>()
  const added: ItemRecord[] = []
  for (const content of items) {
    const same = byKey.get(keyOf(content))
    const item = same ? null : toNewItem(deps, actor, found, content)
    if (item) added.push(item)
    const one: PlacedItem = same ?? { itemId: item!.id, version: 1, status: 'draft', content }
    byKey.set(keyOf(content), one)
    placed.set(one.itemId, one)
  }
  const inOrder = [...usable].sort((a, b) => Number(b.status === 'approved') - Number(a.status === 'approved'))
  for (const one of inOrder) if (placed.size < fillTo && !placed.has(one.itemId)) placed.set(one.itemId, one)
  return { placed: [...placed.values()], added }
}

function toNewItem({ ids, clock }: QuizDeps, actor: Actor, found: FoundSources, content: ItemContent): ItemRecord {
  const cited = content.citations[0]?.passageId
  return {
    id: ids.next(),
    organisationId: chooseOwner(actor, found),
    status: 'draft',
    origin: 'generated',
    version: 1,
    documentId:
      [...found.sources, ...found.situationSources].find((one) => one.passageId === cited)?.documentId ?? null,
    createdAt: clock.now(),
    createdById: actor.personId,
    content,
  }
}

type SituationWish = Pick<Wish, 'seed' | 'avoided'>

/** In an order of the seed's own. */
function writeSituations(deps: QuizDeps, found: FoundSources, { seed, avoided }: SituationWish): ItemContent[] {
  const seen = new Set(avoided.map((one) => keyOf(one.content)))
  const random = createSeededRandom(`${seed} situations`)
  return writeSituationItems(deps.content, found.scenario!, seed, found.situationSources)
    .filter((one) => !seen.has(keyOf(one)))
    .map((content) => ({ content, rank: random.next() }))
    .sort((a, b) => a.rank - b.rank)
    .map((one) => one.content)
}
