import type { ItemResponse } from '~/domain/quiz/item'

/** `ended`: the attempt takes no more answers. `refused`: no answer that this item can have. `failed`: the line or the server; what was answered is still in the form. */
export type SaveOutcome = 'stored' | 'ended' | 'refused' | 'failed'

const BAD_INPUT = 400
const CONFLICT = 409
const AGAIN_MS = [800, 2_000]

/** Sends one answer, and again after a while when the line breaks: the same answer twice is one answer. */
export async function saveAnswer(attemptId: string, itemId: string, response: ItemResponse): Promise<SaveOutcome> {
  for (const waitMs of [...AGAIN_MS, null]) {
    const outcome = await sendOnce(attemptId, itemId, response)
    if (outcome !== 'failed' || waitMs === null) return outcome
    await new Promise((resolve) => setTimeout(resolve, waitMs))
  }
  return 'failed'
}

async function sendOnce(attemptId: string, itemId: string, response: ItemResponse): Promise<SaveOutcome> {
  try {
    const answer = await fetch(`/api/v1/attempts/${attemptId}/answers`, {
      method: 'POST',
      // Goes out even when the page is left now.
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ itemId, response }),
    })
    if (answer.ok) return 'stored'
    if (answer.status === BAD_INPUT) return 'refused'
    return answer.status === CONFLICT ? 'ended' : 'failed'
  } catch {
    return 'failed'
  }
}
