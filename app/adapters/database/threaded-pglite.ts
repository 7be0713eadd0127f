import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ProtocolServer } from './pglite-pool'

const WORKER_FILE = 'server/embedded-database.mjs'

type Messages = Awaited<ReturnType<ProtocolServer['execProtocolStream']>>
type Answer = { id?: number; messages?: Messages; error?: string; isReady?: boolean; isClosed?: boolean }
type Waiting = { resolve: (messages: Messages) => void; reject: (error: Error) => void }

export type ThreadedPglite = ProtocolServer & { close(): Promise<void> }

/** Parse, Bind, Describe, Execute, Close: PostgreSQL need not answer them before the Sync or Flush that ends their series. */
const PARTS_OF_SERIES = new Set([...'PBDEC'].map((letter) => letter.charCodeAt(0)))

function joinSeries(series: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(series.reduce((length, one) => length + one.length, 0))
  let at = 0
  for (const one of series) {
    joined.set(one, at)
    at += one.length
  }
  return joined
}

/** The message as the pool expects it: errors are errors again, with every field that PostgreSQL gave them. */
function revive(message: Messages[number]): Messages[number] {
  return message.name === 'error'
    ? (Object.assign(new Error(Reflect.get(message, 'message')), message) as never)
    : message
}

/**
 * Opens an existing PGlite folder in a thread of its own.
 *
 * The process ends when the thread dies later: without its database the app can do nothing right.
 * @throws what the thread ended with, when it never gets ready.
 */
export async function openThreadedPglite(clusterDir: string): Promise<ThreadedPglite> {
  const worker = new Worker(pathToFileURL(path.resolve(WORKER_FILE)), { workerData: { clusterDir } })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let series: Uint8Array[] = []
  let onClosed = () => {}
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject)
    worker.on('message', ({ id, messages, error, isReady, isClosed }: Answer) => {
      if (isReady) resolve()
      if (isClosed) onClosed()
      const waiter = id === undefined ? undefined : waiting.get(id)
      if (id === undefined || !waiter) return
      waiting.delete(id)
      if (messages) waiter.resolve(messages.map(revive))
      else waiter.reject(new Error(error))
    })
  })
  worker.once('error', (error) => {
    console.warn('embedded database:', error)
    process.exit(1)
  })
  return {
    waitReady: Promise.resolve(),
    // A query is five messages: sent as one, they wake each thread once and not five times.
    execProtocolStream(message) {
      series.push(message)
      if (PARTS_OF_SERIES.has(message[0]!)) return Promise.resolve([])
      const joined = joinSeries(series)
      series = []
      return new Promise((resolve, reject) => {
        const id = ++lastId
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, message: joined }, [joined.buffer])
      })
    },
    async close() {
      const closed = new Promise<void>((resolve) => {
        onClosed = resolve
      })
      worker.postMessage({ close: true })
      await closed
      await worker.terminate()
    },
  }
}
