import type pg from 'pg'
import type PgBoss from 'pg-boss'
import type { ImportPlace, JobQueue } from '~/domain/knowledge/knowledge-ports'

const QUEUE = 'knowledge-import'
const POLL_SECONDS = 0.5
const RETRIES = 3
/** A job that has not ended by then is given to another process; the longest file takes a tenth of it. */
const EXPIRE_SECONDS = 300
const STOP_MS = 5_000

/**
 * Jobs by pg-boss in the same database, embedded or PostgreSQL, through the one pool.
 *
 * @param onError hears of errors of the queue itself (a lost connection); it goes on by itself.
 */
export function createJobQueue(pool: pg.Pool, onError: (error: Error) => void): JobQueue {
  let running: Promise<PgBoss> | null = null
  const open = async () => {
    // A quarter of a second of code that a start need not wait for.
    const { default: Boss } = await import('pg-boss')
    const boss = new Boss({
      db: { executeSql: (text: string, values: unknown[]) => pool.query(text, values) },
      schedule: false,
    })
    boss.on('error', onError)
    await boss.start()
    await boss.createQueue(QUEUE)
    return boss
  }
  const started = () => {
    running ??= open()
    return running
  }
  return {
    async start(work) {
      const boss = await started()
      const worker: string = await boss.work<ImportPlace>(
        QUEUE,
        { pollingIntervalSeconds: POLL_SECONDS },
        async (jobs) => {
          for (const job of jobs) await work(job.data)
          // Where there was one there may be more: the next is fetched without waiting for the poll.
          boss.notifyWorker(worker)
        },
      )
    },
    async add(places) {
      if (places.length === 0) return
      const boss = await started()
      await boss.insert(
        places.map((data) => ({ name: QUEUE, data, retryLimit: RETRIES, expireInSeconds: EXPIRE_SECONDS })),
      )
    },
    async stop() {
      const boss = await running?.catch(() => null)
      await boss?.stop({ graceful: true, wait: true, timeout: STOP_MS, close: false })
    },
  }
}
