import { createStemKeeper } from '../../domain/quiz/check/is-near-duplicate'
import { checkItem } from '../../domain/quiz/check-item'
import { findBlockingFault } from '../../domain/quiz/find-blocking-fault'
import type { ItemContent, ItemSource } from '../../domain/quiz/item'
import type { ItemWriter, WriteItemsInput, WriteScope, WrittenItems } from '../../domain/quiz/quiz-ports'
import { createSeededRandom } from '../../domain/shared/seeded-random'
import { buildItemMessages, ITEM_REPLY_JSON_SCHEMA, ITEM_REPLY_NAME } from './build-item-messages'
import type { ModelClient } from './model-client'
import type { ModelTimeouts } from './model-settings'
import type { ProtectOutgoing } from './protect-outgoing'
import { readItemReply } from './read-item-reply'

export type ModelItemWriterDeps = {
  client: ModelClient
  model: string
  protect: ProtectOutgoing
  timeouts?: ModelTimeouts
  /** For one quiz; 90 s when left out. */
  mostMs?: number
}

const ITEMS_AT_ONCE = 8
const SOURCES_AT_ONCE = 8
const CALLS_AT_ONCE = 3
/** Some items are ruled out, so a little more is asked for; beyond this many calls too much is. */
const EXTRA_CALLS = 2
const MAX_STEMS = 40
const UNREADABLE = 'unreadable'
/** A batch of items is a long reply. */
const LONG: ModelTimeouts = { firstTokenMs: 20_000, idleMs: 10_000, totalMs: 80_000 }
/** Somebody waits for the quiz: what is not there by then is written without the model. */
const MOST_MS = 90_000

/**
 * Writes items with a language model, batch by batch, from passages drawn by the seed. Every item has to pass the same checks as those of the embedded writer, with
 * the exact words that hold its key; what does not is dropped and counted. Personal data is masked before anything leaves.
 *
 * `failed` when the model gives nothing at all; a failure after some items, or the end of the time, ends the writing with those.
 */
export function createModelItemWriter(deps: ModelItemWriterDeps): ItemWriter {
  return {
    async write(input, signal, scope, onWritten) {
      const draft = openDraft(input)
      const time = AbortSignal.timeout(deps.mostMs ?? MOST_MS)
      const calls = Math.ceil(input.count / ITEMS_AT_ONCE) + EXTRA_CALLS
      for (let call = 0; call < calls && draft.items.length < input.count && input.sources.length > 0; ) {
        const orders = planCalls(input, draft, call, calls)
        call += orders.length
        const failure = await writeRound(deps, input, draft, orders, { signal, time, scope })
        onWritten?.(draft.items.length)
        if (failure !== null) return draft.items.length > 0 ? close(draft) : { status: 'failed', reason: failure }
      }
      return close(draft)
    },
  }
}

type Around = { signal: AbortSignal | undefined; time: AbortSignal; scope: WriteScope | undefined }

/** @returns why every call of the round failed, or null. */
async function writeRound(
  deps: ModelItemWriterDeps,
  input: WriteItemsInput,
  draft: Draft,
  orders: readonly Order[],
  around: Around,
): Promise<string | null> {
  const replies = await Promise.all(orders.map((order) => askForItems(deps, { input, draft, ...order }, around)))
  let failure: string | null = null
  for (const [i, reply] of replies.entries()) {
    if (reply.status === 'failed') failure ??= reply.reason
    else keepAll(draft, reply, orders[i]!.sources, input.count)
  }
  return replies.some((reply) => reply.status === 'written') ? null : failure
}

type Order = { sources: readonly ItemSource[]; count: number }

/** As many calls at once as what is missing needs, each with passages of its own. */
function planCalls(input: WriteItemsInput, draft: Draft, from: number, most: number): Order[] {
  const missing = input.count - draft.items.length
  const calls = Math.min(CALLS_AT_ONCE, Math.ceil(missing / ITEMS_AT_ONCE), most - from)
  const count = Math.min(ITEMS_AT_ONCE, Math.ceil(missing / calls))
  return Array.from({ length: calls }, (_, i) => ({ sources: drawSources(input, from + i), count }))
}

type Draft = {
  items: ItemContent[]
  rejected: Record<string, number>
  stems: ReturnType<typeof createStemKeeper>
}

const openDraft = (input: WriteItemsInput): Draft => ({
  items: [],
  rejected: {},
  stems: createStemKeeper(input.existingStems),
})

const close = ({ items, rejected }: Draft): WrittenItems => ({ status: 'written', items, rejected })

/** Other passages in every call, as long as there are any. */
function drawSources({ sources, seed }: WriteItemsInput, call: number): ItemSource[] {
  const random = createSeededRandom(`${seed} sources`)
  const ranked = sources.map((source) => ({ source, rank: random.next() })).sort((a, b) => a.rank - b.rank)
  const rounds = Math.max(1, Math.ceil(ranked.length / SOURCES_AT_ONCE))
  const from = (call % rounds) * SOURCES_AT_ONCE
  return ranked.slice(from, from + SOURCES_AT_ONCE).map((one) => one.source)
}

type Reply = { status: 'written'; items: ItemContent[]; unreadable: number } | { status: 'failed'; reason: string }

async function askForItems(
  { client, model, protect, timeouts = LONG }: ModelItemWriterDeps,
  { input, draft, sources, count }: Order & { input: WriteItemsInput; draft: Draft },
  { signal, time, scope }: Around,
): Promise<Reply> {
  const outgoing = protect(
    sources.map((one) => one.text),
    scope?.dataPolicy,
  )
  if (outgoing.status === 'blocked') return { status: 'failed', reason: 'blocked' }
  const existingStems = [...input.existingStems, ...draft.items.map((one) => one.stem)].slice(-MAX_STEMS)
  const told = sources.map(({ label }, i) => ({ label, text: outgoing.texts[i] ?? '' }))
  try {
    const result = await client.completeJson(
      {
        model,
        messages: buildItemMessages(told, { count, types: input.types, existingStems }),
        schemaName: ITEM_REPLY_NAME,
        jsonSchema: ITEM_REPLY_JSON_SCHEMA,
        temperature: 0.4,
        parse: (reply) => readItemReply(outgoing.unmask(reply), sources, input.types),
        timeouts,
        ...(scope === undefined ? {} : { scope }),
      },
      signal ? AbortSignal.any([signal, time]) : time,
    )
    return result.status === 'failed'
      ? { status: 'failed', reason: result.reason }
      : { status: 'written', ...result.value }
  } catch (error) {
    if (signal?.aborted || !time.aborted) throw error
    return { status: 'failed', reason: 'timeout-total' }
  }
}

function keepAll(
  draft: Draft,
  { items, unreadable }: Extract<Reply, { status: 'written' }>,
  sources: readonly ItemSource[],
  most: number,
): void {
  count(draft, UNREADABLE, unreadable)
  const byId = new Map(sources.map((one) => [one.passageId, one]))
  for (const content of items) if (draft.items.length < most) keep(draft, content, byId)
}

function keep(draft: Draft, content: ItemContent, sources: ReadonlyMap<string, ItemSource>): void {
  const fault = findBlockingFault(content)?.code ?? checkItem(content, sources)[0]?.code
  if (fault !== undefined) count(draft, fault, 1)
  else if (draft.stems.isNear(content.stem)) count(draft, 'near-duplicate', 1)
  else {
    draft.stems.keep(content.stem)
    draft.items.push(content)
  }
}

function count(draft: Draft, reason: string, more: number): void {
  if (more > 0) draft.rejected[reason] = (draft.rejected[reason] ?? 0) + more
}
