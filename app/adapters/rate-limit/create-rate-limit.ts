import type pg from 'pg'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { RateLimit } from '~/domain/ports'

export type Limit = { name: string; calls: number; perSeconds: number }

/** Counts calls per key: in this process for the embedded database (there is only one), in the database for PostgreSQL. */
export async function createRateLimit(limit: Limit, shared: pg.Pool | null): Promise<RateLimit> {
  const limiter = shared ? await createShared(limit, shared) : new RateLimiterMemory(toOptions(limit))
  return {
    async take(key) {
      try {
        await limiter.consume(key)
        return 0
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
        throw refusal
      }
    },
  }
}

const toOptions = (limit: Limit) => ({ keyPrefix: limit.name, points: limit.calls, duration: limit.perSeconds })

function createShared(limit: Limit, pool: pg.Pool): Promise<RateLimiterPostgres> {
  return new Promise((resolve, reject) => {
    const limiter = new RateLimiterPostgres(
      { ...toOptions(limit), storeClient: pool, tableName: 'RateLimit', tableCreated: false },
      (error) => (error ? reject(error) : resolve(limiter)),
    )
  })
}
