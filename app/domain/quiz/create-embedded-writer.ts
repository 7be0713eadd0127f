import { groupBy } from '../shared/group-by'
import { createSeededRandom, type SeededRandom } from '../shared/seeded-random'
import { createStemKeeper } from './check/is-near-duplicate'
import { checkItem } from './check-item'
import { ITEM_TYPES, type ItemContent, type ItemSource, type ItemType } from './item'
import type { ItemWriter, WriteItemsInput, WrittenItems } from './quiz-ports'
import type { ItemGenerator } from './write/candidate'
import { writeGuideItems } from './write/guides/write-guide-items'
import { writeProductItems } from './write/products/write-product-items'
import { writeRegulationItems } from './write/regulation/write-regulation-items'

/** Who writes from which kind of source, best first. */
const GENERATORS: Readonly<Record<ItemSource['kind'], readonly ItemGenerator[]>> = {
  regulation: [writeRegulationItems],
  product: [writeProductItems],
  guide: [writeGuideItems],
}

/** Sound candidates for each item asked for, and the least in all, from which no more sources are read. */
const ENOUGH = { perItem: 10, least: 200 }

/**
 * The writer that needs no model: it reads the structure of statutes, product sheets and guides, and keeps only what `checkItem` finds no fault with.
 *
 * Same input, same items. They are spread over types, passages and abilities as evenly as the sources allow; sources are read in an order drawn from the
 * seed, and no more of them than it takes to choose freely.
 */
export function createEmbeddedWriter(): ItemWriter {
  return {
    async write(input, signal) {
      const pool: Candidate[] = []
      const rejected: Record<string, number> = {}
      const byId = new Map(input.sources.map((one) => [one.passageId, one]))
      const context = readContext(input)
      const enough = Math.max(input.count * ENOUGH.perItem, ENOUGH.least)
      for (const source of shuffle(input.sources, createSeededRandom(`${input.seed} sources`))) {
        signal?.throwIfAborted()
        pool.push(...writeFrom(source, context, byId, rejected))
        if (pool.length >= enough) break
      }
      return chooseItems(pool, input, rejected)
    },
  }
}

type Candidate = { content: ItemContent; passageId: string; isRemote: boolean }
type Context = Omit<Parameters<ItemGenerator>[1], 'random'> & { seed: string }

function readContext({ sources, types, seed }: WriteItemsInput): Context {
  const byDocument = groupBy(sources, (one) => one.documentId)
  return { sources, seed, types: new Set(types), listSiblings: (documentId) => byDocument.get(documentId) ?? [] }
}

/** @returns the sound candidates of one source; what is wrong with the others is counted in `rejected`. */
function writeFrom(
  source: ItemSource,
  context: Context,
  byId: ReadonlyMap<string, ItemSource>,
  rejected: Record<string, number>,
): Candidate[] {
  const random = createSeededRandom(`${context.seed} ${source.passageId}`)
  const written = GENERATORS[source.kind].flatMap((write) => write(source, { ...context, random }))
  return written.flatMap((content) => {
    if (!context.types.has(content.type)) return []
    const [fault] = checkItem(content, byId)
    if (fault === undefined) return [{ content, passageId: source.passageId, isRemote: isRemote(source, content) }]
    rejected[fault.code] = (rejected[fault.code] ?? 0) + 1
    return []
  })
}

function chooseItems(
  pool: readonly Candidate[],
  input: WriteItemsInput,
  rejected: Record<string, number>,
): WrittenItems {
  const random = createSeededRandom(`${input.seed} choose`)
  const stems = createStemKeeper(input.existingStems)
  const queues = new Map<ItemType, Candidate[]>(
    ITEM_TYPES.map((type) => [
      type,
      shuffle(
        pool.filter((one) => one.content.type === type),
        random,
      ),
    ]),
  )
  const perPassage = new Map<string, number>()
  const perAbility = new Map<string, number>()
  const items: ItemContent[] = []
  const wanted = input.types.filter((one, i) => input.types.indexOf(one) === i)
  while (items.length < input.count && wanted.some((type) => queues.get(type)!.length > 0)) {
    for (const type of wanted) {
      if (items.length >= input.count) break
      const chosen = takeFreshest(queues.get(type)!, stems, perPassage, perAbility, rejected)
      if (chosen === null) continue
      items.push(chosen.content)
    }
  }
  return { status: 'written', items, rejected }
}

/** What a company, its licence, its organs and its supervisors have to do; of a sale and its client it says nothing. */
const OF_COMPANIES =
  /公會|安定基金|爭議處理機構|評議|董事|監事|監察人|接管|重整|清[理算]|合作社|中華郵政|總經理|發起人|股東|資本|營運資金|保證金|分公司|執業證照|會計師|精算|罰鍰|罰金|徒刑|停業|解散|提撥/u

/** Whether a salesperson has little to do with it: asked after what is nearer, and before nothing at all. */
function isRemote({ kind }: ItemSource, { stem, explanation }: ItemContent): boolean {
  return kind === 'regulation' && OF_COMPANIES.test(`${stem}${explanation}`)
}

function countUse(
  { passageId, content, isRemote: isFar }: Candidate,
  perPassage: ReadonlyMap<string, number>,
  perAbility: ReadonlyMap<string, number>,
): number {
  return (perPassage.get(passageId) ?? 0) * 1000 + (isFar ? 500 : 0) + (perAbility.get(content.ability) ?? 0)
}

/** Takes the candidate whose passage, then nearness to a sale, then ability, was used least. Near duplicates met on the way are dropped. */
function takeFreshest(
  queue: Candidate[],
  stems: ReturnType<typeof createStemKeeper>,
  perPassage: Map<string, number>,
  perAbility: Map<string, number>,
  rejected: Record<string, number>,
): Candidate | null {
  while (queue.length > 0) {
    let best = 0
    let bestUse = Number.POSITIVE_INFINITY
    for (const [i, candidate] of queue.entries()) {
      const use = countUse(candidate, perPassage, perAbility)
      if (use < bestUse) [best, bestUse] = [i, use]
    }
    const [chosen] = queue.splice(best, 1)
    if (stems.isNear(chosen!.content.stem)) {
      rejected['near-duplicate'] = (rejected['near-duplicate'] ?? 0) + 1
      continue
    }
    stems.keep(chosen!.content.stem)
    perPassage.set(chosen!.passageId, (perPassage.get(chosen!.passageId) ?? 0) + 1)
    perAbility.set(chosen!.content.ability, (perAbility.get(chosen!.content.ability) ?? 0) + 1)
    return chosen!
  }
  return null
}

function shuffle<T>(items: readonly T[], random: SeededRandom): T[] {
  const shuffled = [...items]
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = random.index(i + 1)
    ;[shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!]
  }
  return shuffled
}
