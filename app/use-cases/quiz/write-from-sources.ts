import type { Actor } from '../../domain/governance/authorise'
import { dropInstructions } from '../../domain/knowledge/find-suspicious-text'
import type { ItemContent, ItemSource, ItemType } from '../../domain/quiz/item'
import type { ItemWriter, PlacedItem, WriteItemsInput, WrittenItems } from '../../domain/quiz/quiz-ports'
import { createSeededRandom } from '../../domain/shared/seeded-random'
import { clearOutgoing } from '../models/plan-model-turn'
import type { QuizDeps } from './quiz-deps'

/** Passages that may leave for a language model for one quiz. */
const MAX_MODEL_SOURCES = 80

export type WrittenContents = {
  items: ItemContent[]
  /** Candidates that were ruled out, by their fault. */
  rejected: Readonly<Record<string, number>>
  /** Who wrote the first of them. */
  engine: 'llm' | 'embedded'
  /** Why the language model's items were not used; null when they were, or none is set up. */
  fellBack: string | null
}
export type Wish = {
  count: number
  types: readonly ItemType[]
  seed: string
  /** Nothing near to these is written. */
  avoided: readonly PlacedItem[]
  /** Hears who is writing, and how many items there are so far. */
  onStage?: ((stage: { kind: 'writing'; engine: 'llm' | 'embedded'; written: number }) => void) | undefined
}

/** With the first writer that works; the next ones fill up what is missing. */
export async function writeFromSources(
  deps: QuizDeps,
  actor: Actor,
  sources: readonly ItemSource[],
  wish: Wish,
): Promise<WrittenContents> {
  const stems = wish.avoided.map((one) => one.content.stem)
  const written: WrittenContents = { items: [], rejected: {}, engine: 'embedded', fellBack: null }
  if (wish.types.length === 0) return written
  // Words in a document that speak to a model are no matter for a question, whoever writes it.
  const sound = sources.map((one) => ({ ...one, text: dropInstructions(one.text) })).filter((one) => one.text !== '')
  for (const { engine, writer } of deps.itemWriters) {
    const count = wish.count - written.items.length
    if (count === 0) break
    const existingStems = [...stems, ...written.items.map((one) => one.stem)]
    const order = { sources: sound, count, types: wish.types, seed: wish.seed, existingStems }
    const before = written.items.length
    const tell = (more: number) => wish.onStage?.({ kind: 'writing', engine, written: before + more })
    tell(0)
    const result = engine === 'llm' ? await writeOutside(deps, actor, writer, order, tell) : await writer.write(order)
    if (result.status === 'failed') {
      written.fellBack = result.reason
      continue
    }
    if (written.items.length === 0 && result.items.length > 0) written.engine = engine
    written.items.push(...result.items)
    written.rejected = addCounts(written.rejected, result.rejected)
  }
  return written
}

/** On a language model: under the organisation's policy, and with an entry of what the passages held. */
async function writeOutside(
  deps: QuizDeps,
  actor: Actor,
  writer: ItemWriter,
  order: WriteItemsInput,
  onWritten: (count: number) => void,
): Promise<WrittenItems> {
  const random = createSeededRandom(`${order.seed} outside`)
  const ranked = order.sources.map((source) => ({ source, rank: random.next() })).sort((a, b) => a.rank - b.rank)
  const sources = ranked.slice(0, MAX_MODEL_SOURCES).map((one) => one.source)
  const { organisationId, personId } = actor
  const { status, dataPolicy } = await clearOutgoing(
    deps,
    { organisationId, personId, roleplayId: null, turnIndex: null, purposes: ['items'] },
    sources.map((one) => one.text),
  )
  if (status === 'blocked') return { status: 'failed', reason: 'blocked' }
  return writer.write({ ...order, sources }, undefined, { userId: personId, dataPolicy }, onWritten)
}

function addCounts(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> {
  const sum: Record<string, number> = { ...a }
  for (const [key, count] of Object.entries(b)) sum[key] = (sum[key] ?? 0) + count
  return sum
}
