import { afterEach, expect, test } from 'vitest'
import { usageCount } from '../../../tests/fixtures/usage-count'
import type { ModelUsageStore, UsageCount, UsageScope } from '../../domain/governance/model-usage'
import { createBudgetKeeper } from './budget-keeper'
import { createUsageBook, type UsageBook } from './usage-book'

// What one process knows of the use of all, on a store that several of them share.

const NOW = { ms: Date.parse('2026-11-01T04:00:00Z') }
const clock = { now: () => new Date(NOW.ms) }
const DAY: UsageScope = { kind: 'day', id: '' }
const used = (tokens: number, more: Partial<UsageCount> = {}) =>
  usageCount('2026-11-01', { promptTokens: tokens, ...more })

/** Rows in memory; `isAway` makes every call fail, `isSilent` lets none end. */
function createRows() {
  const rows: UsageCount[] = []
  const state = { isAway: false, isSilent: false, adds: 0, reads: 0, removed: [] as { turns: string; all: string }[] }
  const answer = async () => {
    if (state.isSilent) await new Promise(() => {})
    if (state.isAway) throw new Error('the database is away')
  }
  const store: ModelUsageStore = {
    async add(counts) {
      state.adds++
      await answer()
      rows.push(...counts)
    },
    async readTokens(scopes, localDate) {
      state.reads++
      await answer()
      return scopes.map(({ kind, id }) =>
        rows
          .filter((row) => row.scopeKind === kind && row.scopeId === id)
          .filter((row) => kind === 'talk' || kind === 'turn' || row.localDate === localDate)
          .reduce((sum, row) => sum + row.promptTokens + row.completionTokens, 0),
      )
    },
    listServer: async () => rows,
    listPersons: async () => [],
    removeBefore: async (dates) => void state.removed.push(dates),
  }
  return { rows, state, store }
}

const books: UsageBook[] = []
function open(store: ModelUsageStore | null, faults: unknown[] = []): UsageBook {
  const times = { freshMs: 2_000, writeAfterMs: 5, waitMs: 40 }
  const book = createUsageBook({ store, clock, onFault: (error) => faults.push(error), times })
  books.push(book)
  return book
}
afterEach(async () => {
  await Promise.all(
    books.splice(0).map((book) => Promise.race([book.close(), new Promise((end) => setTimeout(end, 50))])),
  )
})

test('what was used before a restart counts after it', async () => {
  const { store, rows } = createRows()
  const before = open(store)
  before.note([used(30), used(12, { purpose: 'judging' })])
  await before.close()
  expect(rows).toHaveLength(2)
  expect(await open(store).readTokens([DAY])).toEqual([42])
})

test('use is written together, a little later, and counted once', async () => {
  const { store, rows, state } = createRows()
  const book = open(store)
  for (let i = 0; i < 20; i++) book.note([used(10)])
  expect(await book.readTokens([DAY])).toEqual([200])
  await expect.poll(() => rows.length).toBe(1)
  expect(rows[0]).toMatchObject({ calls: 20, promptTokens: 200 })
  expect(state.adds).toBe(1)
  expect(await book.readTokens([DAY])).toEqual([200])
  NOW.ms += 2_000
  expect(await book.readTokens([DAY])).toEqual([200])
  await expect.poll(() => state.removed).toEqual([{ turns: '2026-10-30', all: '2025-09-27' }])
})

test('what another process used is known within two seconds', async () => {
  const { store } = createRows()
  const [here, there] = [open(store), open(store)]
  expect(await here.readTokens([DAY])).toEqual([0])
  there.note([used(70)])
  await there.close()
  expect(await here.readTokens([DAY])).toEqual([0])
  NOW.ms += 2_000
  expect(await here.readTokens([DAY])).toEqual([70])
})

test('a new day begins at nothing in Taiwan, while a talk goes on', async () => {
  const { store } = createRows()
  const book = open(store)
  const talk: UsageScope = { kind: 'talk', id: 'k' }
  book.note([used(8), used(8, { scopeKind: 'talk', scopeId: 'k' })])
  expect(await book.readTokens([DAY, talk])).toEqual([8, 8])
  NOW.ms = Date.parse('2026-11-01T16:00:00Z')
  expect(await book.readTokens([DAY, talk])).toEqual([0, 8])
  NOW.ms = Date.parse('2026-11-01T04:00:00Z')
})

test('with the database away this process counts for itself, says so, and writes it all when it is back', async () => {
  const { store, rows, state } = createRows()
  const faults: unknown[] = []
  const book = open(store, faults)
  state.isAway = true
  book.note([used(50)])
  expect(await book.readTokens([DAY])).toEqual([50])
  await expect.poll(() => state.adds).toBe(1)
  await expect.poll(() => faults.length).toBeGreaterThanOrEqual(2)
  book.note([used(5)])
  expect(await book.readTokens([DAY])).toEqual([55])
  state.isAway = false
  await book.close()
  expect(rows).toEqual([used(55, { calls: 2 })])
  NOW.ms += 4_000
  expect(await book.readTokens([DAY])).toEqual([55])
})

test('a database that does not answer is not waited for', async () => {
  const { store, state } = createRows()
  const faults: unknown[] = []
  const book = open(store, faults)
  state.isSilent = true
  const begin = performance.now()
  expect(await book.readTokens([DAY])).toEqual([0])
  expect(performance.now() - begin).toBeLessThan(1_000)
  expect(faults).toHaveLength(1)
})

test('without a store it counts all the same', async () => {
  const book = open(null)
  book.note([used(3), used(4)])
  expect(await book.readTokens([DAY])).toEqual([7])
})

test('calls at once cannot all slip through, also when the first read is still on its way', async () => {
  const { store, rows } = createRows()
  rows.push(used(1_000))
  const budgets = { perTurn: null, perTalk: null, perUserAndDay: null, perDay: 2_000 }
  const keeper = createBudgetKeeper(budgets, { book: open(store), clock })
  // Each reserves 100 and 400: 1,000 are left, room for two.
  const all = await Promise.all(Array.from({ length: 8 }, () => keeper.reserve({}, 'speech', 100)))
  expect(all.map((one) => one.status).filter((status) => status === 'reserved')).toHaveLength(2)
  const [first] = all
  if (first?.status !== 'reserved') throw new Error('the first is let through')
  // What was reserved too much is given back: 1,000 and 500 and 60 leave room for 440.
  first.settle({ prompt: 40, completion: 20 })
  expect(await keeper.reserve({}, 'speech', 100)).toMatchObject({ status: 'reserved' })
})

test('only what a budget asks about is kept of turns, talks and persons', async () => {
  const { store, rows } = createRows()
  const book = open(store)
  const limits = { perTurn: null, perTalk: 5_000, perUserAndDay: null, perDay: 9_000 }
  const reserved = await createBudgetKeeper(limits, { book, clock }).reserve(
    { turnId: 't', talkId: 'k', userId: 'u' },
    'judging',
    10,
  )
  if (reserved.status === 'reserved') reserved.settle({ prompt: 10, completion: 2 })
  await book.close()
  expect(rows.map((row) => [row.scopeKind, row.scopeId, row.purpose, row.promptTokens + row.completionTokens])).toEqual(
    [['talk', 'k', 'judging', 12]],
  )
})

test('a scope that is new while thousands wait for the database is counted too', async () => {
  const { store, state } = createRows()
  state.isAway = true
  const book = open(store)
  const ofTalk = (id: string) => used(10, { scopeKind: 'talk', scopeId: id, model: '', outcome: '' })
  for (let i = 0; i < 5_001; i++) book.note([ofTalk(`k${i}`)])
  book.note([ofTalk('new')])
  book.note([ofTalk('new')])
  expect(await book.readTokens([{ kind: 'talk', id: 'new' }])).toEqual([20])
})
