import type { Clock } from '../../domain/ports'
import type { Embedded, Embedder } from '../../domain/retrieval/dense-half'
import { createCircuitBreaker } from './circuit-breaker'
import type { EmbeddingsClient } from './create-embeddings-client'
import type { ProtectOutgoing } from './protect-outgoing'
import type { VectorCache } from './vector-cache'

export type EmbedderDeps = {
  client: EmbeddingsClient
  /** Opened at the first use. */
  openCache: () => Promise<VectorCache>
  protect: ProtectOutgoing
  clock: Clock
}

/** What is asked for is kept so often; after each lot what came so far is on the disk. */
const LOT = 64
const MOST_QUERIES = 500
/** A search waits no longer for its vector. */
const QUERY_MS = 1_500
const BREAKER = { failures: 3, openMs: 30_000, openMostMs: 300_000 }

/** Embeds through a server, asks nothing twice, and masks personal data before anything leaves. */
export function createEmbedder({ client, openCache, protect, clock }: EmbedderDeps): Embedder {
  const breaker = createCircuitBreaker(BREAKER, clock)
  const queries = new Map<string, Float32Array>()
  let cache: Promise<VectorCache> | null = null
  const mask = (text: string): string => {
    const outgoing = protect([text])
    return outgoing.status === 'allowed' ? (outgoing.texts[0] ?? '') : ''
  }

  return {
    model: client.model,
    async embedDocuments(texts) {
      cache ??= openCache()
      const kept = await cache
      const vectors: Float32Array[] = []
      for (let i = 0; i < texts.length; i += LOT) {
        const embedded = await embedLot(client, kept, texts.slice(i, i + LOT).map(mask))
        if (embedded.status === 'failed') return embedded
        vectors.push(...embedded.vectors)
        // Masking a large library takes seconds; other work comes in between.
        await new Promise<void>((resolve) => setImmediate(resolve))
      }
      return { status: 'embedded', vectors }
    },
    async embedQuery(text, signal): Promise<Embedded> {
      const masked = mask(text)
      if (masked === '') return { status: 'failed', reason: 'blocked' }
      const known = queries.get(masked)
      if (known) return { status: 'embedded', vectors: [known] }
      const permit = breaker.enter()
      if (!permit) return { status: 'failed', reason: 'circuit-open' }
      const embedded = await client.embed([masked], { timeoutMs: QUERY_MS, maxRetries: 0 }, signal)
      if (embedded.status === 'failed') {
        permit.fail()
        return embedded
      }
      permit.succeed()
      if (queries.size >= MOST_QUERIES) queries.delete(queries.keys().next().value!)
      queries.set(masked, embedded.vectors[0]!)
      return embedded
    },
  }
}

/** Asks only for what is not kept yet, and keeps it before anything else is asked. */
async function embedLot(client: EmbeddingsClient, kept: VectorCache, texts: readonly string[]): Promise<Embedded> {
  const missing = [...new Set(texts.filter((text) => kept.find(text) === undefined))]
  if (missing.length > 0) {
    const embedded = await client.embed(missing)
    if (embedded.status === 'failed') return embedded
    await kept.keep(missing, embedded.vectors)
  }
  const vectors = texts.map((text) => kept.find(text)).filter((one) => one !== undefined)
  return vectors.length === texts.length ? { status: 'embedded', vectors } : { status: 'failed', reason: 'wrong-shape' }
}
