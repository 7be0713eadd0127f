import type OpenAI from 'openai'
import { z } from 'zod'
import type { Embedded } from '../../domain/retrieval/dense-half'
import { classifyModelError } from './classify-model-error'
import { openOpenAi } from './open-openai'
import { waitFor } from './wait-for'

export type EmbeddingsSettings = {
  /** Ends with the version, e.g. `http://127.0.0.1:11434/v1`. */
  baseUrl: string
  apiKey: string
  model: string
  /** Texts in one request, and their characters together. */
  batchTexts: number
  batchCharacters: number
  timeoutMs: number
  /** Tries after the first, for what may pass. */
  maxRetries: number
  retryBaseMs: number
  /** A server that asks for a longer wait is not waited for. */
  retryMostMs: number
  maxResponseBytes: number
}

export const DEFAULT_EMBEDDINGS_SETTINGS: Omit<EmbeddingsSettings, 'baseUrl' | 'apiKey' | 'model'> = {
  batchTexts: 32,
  batchCharacters: 24_000,
  timeoutMs: 30_000,
  maxRetries: 2,
  retryBaseMs: 400,
  retryMostMs: 10_000,
  maxResponseBytes: 32 * 1024 * 1024,
}

export type EmbeddingsClient = {
  model: string
  /** All texts or none. @param limits for one call, e.g. of a search that must not wait. */
  embed(
    texts: readonly string[],
    limits?: { timeoutMs?: number; maxRetries?: number },
    signal?: AbortSignal,
  ): Promise<Embedded>
}

const MAX_DIMENSIONS = 8_192
const replySchema = z.object({
  data: z.array(
    z.object({ index: z.number().int().min(0), embedding: z.array(z.number()).min(1).max(MAX_DIMENSIONS) }),
  ),
})

/** A client of an OpenAI-compatible embeddings endpoint. Whatever the server does, callers get a value. */
export function createEmbeddingsClient(settings: EmbeddingsSettings): EmbeddingsClient {
  const openai = openOpenAi(settings, { timeoutMs: settings.timeoutMs, maxBytes: settings.maxResponseBytes })
  return {
    model: settings.model,
    async embed(texts, limits = {}, signal) {
      const vectors: Float32Array[] = []
      for (const batch of cutIntoBatches(texts, settings)) {
        const embedded = await embedBatch(openai, { ...settings, ...limits }, batch, signal)
        if (embedded.status === 'failed') return embedded
        if (vectors.length > 0 && vectors[0]!.length !== embedded.vectors[0]?.length)
          return { status: 'failed', reason: 'wrong-shape' }
        vectors.push(...embedded.vectors)
      }
      return { status: 'embedded', vectors }
    },
  }
}

function cutIntoBatches(
  texts: readonly string[],
  { batchTexts, batchCharacters }: Pick<EmbeddingsSettings, 'batchTexts' | 'batchCharacters'>,
): string[][] {
  const batches: string[][] = []
  let characters = 0
  for (const text of texts) {
    const last = batches.at(-1)
    if (!last || last.length >= batchTexts || characters + text.length > batchCharacters) {
      batches.push([text])
      characters = text.length
    } else {
      last.push(text)
      characters += text.length
    }
  }
  return batches
}

async function embedBatch(
  openai: OpenAI,
  settings: EmbeddingsSettings,
  batch: string[],
  signal: AbortSignal | undefined,
): Promise<Embedded> {
  for (let tries = 0; ; tries++) {
    try {
      const reply = await openai.embeddings.create(
        { model: settings.model, input: batch, encoding_format: 'float' },
        { timeout: settings.timeoutMs, ...(signal && { signal }) },
      )
      return readVectors(reply, batch.length)
    } catch (error) {
      if (signal?.aborted) return { status: 'failed', reason: 'aborted' }
      const { reason, canRetry, retryAfterMs } = classifyModelError(error, new Date())
      const wait = retryAfterMs ?? settings.retryBaseMs * 2 ** tries
      if (!canRetry || tries >= settings.maxRetries || wait > settings.retryMostMs) return { status: 'failed', reason }
      await waitFor(wait, signal).catch(() => {})
    }
  }
}

/** Vectors in the order of the texts, scaled to length 1. */
function readVectors(reply: unknown, count: number): Embedded {
  const parsed = replySchema.safeParse(reply)
  const failed: Embedded = { status: 'failed', reason: 'wrong-shape' }
  if (!parsed.success || parsed.data.data.length !== count) return failed
  const vectors: Float32Array[] = []
  const { data } = parsed.data
  for (const { index, embedding } of data) {
    const length = Math.hypot(...embedding)
    if (index >= count || embedding.length !== data[0]!.embedding.length || !(length > 0)) return failed
    vectors[index] = Float32Array.from(embedding, (value) => value / length)
  }
  return vectors.filter(Boolean).length === count ? { status: 'embedded', vectors } : failed
}
