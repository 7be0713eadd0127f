import { type ModelUsageStore, toUsageKey, type UsageCount, type UsageScope } from '../../domain/governance/model-usage'
import { subtractDays, toLocalDate } from '../../domain/shared/to-local-date'

export type UsageBook = {
  /** Counts use at once in this process; it is written soon after, together with what else came, and nobody waits for it. */
  note(counts: readonly UsageCount[]): void
  /** Tokens used in each scope. Never fails: without the database, what this process knows. */
  readTokens(scopes: readonly UsageScope[]): Promise<number[]>
  /** Writes what is left. Never fails. */
  close(): Promise<void>
}

export type UsageBookDeps = {
  /** null: counted in this process alone. */
  store: ModelUsageStore | null
  clock: { now(): Date }
  onFault?: (error: unknown) => void
  times?: Partial<typeof TIMES>
}

const TIMES = {
  /** What other processes used is known after so long. */
  freshMs: 2_000,
  /** What was used here is written after so long; a crash loses no more. */
  writeAfterMs: 250,
  /** A call does not wait longer for the database. */
  waitMs: 300,
}

/** Scopes that are remembered; the oldest are read anew. */
const MOST_KEPT = 5_000
const KEEP_DAYS = 400
const KEEP_TURN_DAYS = 2

/** `stored` is what the database had when it was read, or 0; `unwritten` came on top here. */
type Sum = { stored: number; unwritten: number; readAt: number }

const scopeKey = ({ kind, id }: UsageScope, localDate: string) =>
  kind === 'talk' || kind === 'turn' ? `${kind} ${id}` : `${kind} ${id} ${localDate}`

/**
 * Keeps sums of use in the database for all processes, with what is known of them here.
 *
 * Reads and writes of one process follow each other, so that nothing is counted twice. What another process used is missing for at most
 * `freshMs + writeAfterMs`.
 */
export function createUsageBook({ store, clock, onFault = () => {}, times }: UsageBookDeps): UsageBook {
  const { freshMs, writeAfterMs, waitMs } = { ...TIMES, ...times }
  const sums = new Map<string, Sum>()
  const unwritten = new Map<string, UsageCount>()
  let tail: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | null = null
  let cleanedOn: string | null = null
  const today = () => toLocalDate(clock.now())
  const nowMs = () => clock.now().getTime()

  function inTurn(job: () => Promise<void>): Promise<void> {
    const run = tail.then(job).catch(onFault)
    tail = run
    return run
  }

  function findSum(key: string): Sum {
    const known = sums.get(key)
    if (known) return known
    const sum = { stored: 0, unwritten: 0, readAt: Number.NEGATIVE_INFINITY }
    // Before it is there: the new one must not be the one that goes.
    if (sums.size >= MOST_KEPT) forgetOldest(sums)
    sums.set(key, sum)
    return sum
  }

  async function write(): Promise<void> {
    if (store === null || unwritten.size === 0) return
    const counts = [...unwritten.values()]
    unwritten.clear()
    try {
      await store.add(counts)
    } catch (error) {
      putBack(unwritten, counts)
      plan(freshMs)
      throw error
    }
    for (const count of counts) {
      const sum = sums.get(keyOf(count))
      if (!sum) continue
      sum.stored += tokensOf(count)
      sum.unwritten -= tokensOf(count)
    }
  }

  async function clean(): Promise<void> {
    const date = today()
    if (store === null || cleanedOn === date) return
    cleanedOn = date
    await store.removeBefore({ turns: subtractDays(date, KEEP_TURN_DAYS), all: subtractDays(date, KEEP_DAYS) })
  }

  function plan(afterMs: number): void {
    if (store === null || timer !== null) return
    timer = setTimeout(() => {
      timer = null
      void inTurn(write).then(() => inTurn(clean))
    }, afterMs)
    timer.unref()
  }

  async function refresh(scopes: readonly UsageScope[], localDate: string): Promise<void> {
    const stale = scopes.filter((scope) => nowMs() - findSum(scopeKey(scope, localDate)).readAt >= freshMs)
    if (store === null || stale.length === 0) return
    try {
      const tokens = await store.readTokens(stale, localDate)
      for (const [i, scope] of stale.entries()) findSum(scopeKey(scope, localDate)).stored = tokens[i] ?? 0
    } finally {
      // Also after a failure: the next call does not wait again at once.
      for (const scope of stale) findSum(scopeKey(scope, localDate)).readAt = nowMs()
    }
  }

  return {
    note(counts) {
      for (const count of counts) {
        addUp(unwritten, count)
        if (count.scopeKind !== 'reply') findSum(keyOf(count)).unwritten += tokensOf(count)
      }
      if (store === null) unwritten.clear()
      else plan(writeAfterMs)
    },
    async readTokens(scopes) {
      const localDate = today()
      const isStale = scopes.some((scope) => nowMs() - findSum(scopeKey(scope, localDate)).readAt >= freshMs)
      if (store !== null && isStale)
        await withinTime(
          inTurn(() => refresh(scopes, localDate)),
          waitMs,
          onFault,
        )
      return scopes.map((scope) => {
        const sum = findSum(scopeKey(scope, localDate))
        return sum.stored + sum.unwritten
      })
    },
    async close() {
      if (timer !== null) clearTimeout(timer)
      timer = null
      await inTurn(write)
      if (timer !== null) clearTimeout(timer)
    },
  }
}

const tokensOf = (count: UsageCount) => count.promptTokens + count.completionTokens
const keyOf = ({ scopeKind, scopeId, localDate }: UsageCount) => scopeKey({ kind: scopeKind, id: scopeId }, localDate)

function addUp(counts: Map<string, UsageCount>, count: UsageCount): void {
  const key = toUsageKey(count)
  const before = counts.get(key)
  if (!before) return void counts.set(key, { ...count })
  before.calls += count.calls
  before.promptTokens += count.promptTokens
  before.completionTokens += count.completionTokens
  before.firstWordMs += count.firstWordMs
  before.firstWords += count.firstWords
}

/** With a database that is away for long the sums of this process hold, while the oldest of what is to be written goes. */
function putBack(unwritten: Map<string, UsageCount>, counts: readonly UsageCount[]): void {
  for (const count of counts) addUp(unwritten, count)
  while (unwritten.size > MOST_KEPT) unwritten.delete(unwritten.keys().next().value!)
}

/** What is not written yet is known here alone and stays. */
function forgetOldest(sums: Map<string, Sum>): void {
  for (const [key, sum] of sums) {
    if (sum.unwritten !== 0) continue
    sums.delete(key)
    return
  }
}

async function withinTime(work: Promise<void>, ms: number, onFault: (error: unknown) => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      onFault(new Error(`the use of models was not read within ${ms} ms`))
      resolve()
    }, ms)
  })
  await Promise.race([work, late])
  clearTimeout(timer)
}
