import { createParser } from 'eventsource-parser'
import type { Listening } from '~/domain/judging/observe-with-model/describe-engines'
import type { LedgerEntry, TurnScore } from '~/domain/judging/score-types'
import type { ClientState, Mood } from '~/domain/roleplay/client-state'
import type { LearntFact } from '~/domain/roleplay/describe-learnt'
import type { Speech } from '~/domain/roleplay/speak-with-model/describe-speech'

export type SentTurn = {
  turnId: string
  turnIndex: number
  text: string
  /** The trainee does not wait for the model: the built-in client answers. */
  withoutModel?: boolean
}

/** What an exam sends in place of a score. */
type WithheldScore = { status: 'withheld' }

export type TurnEvent =
  | { event: 'reply.delta'; data: { text: string } }
  | { event: 'reply'; data: { text: string; mood: Mood; speech?: Speech; listening?: Listening } }
  | { event: 'score'; data: { score: TurnScore | WithheldScore; ledger: LedgerEntry[] } }
  | { event: 'state'; data: Pick<ClientState, 'phase' | 'trust' | 'interest' | 'patience' | 'mood' | 'ended'> }
  | { event: 'done'; data: { ended: ClientState['ended']; learnt: LearntFact[] } }

/** The server said no; `status` tells why. Anything else that goes wrong is the line, and worth another try. */
export class TurnRefused extends Error {
  constructor(
    readonly status: number,
    readonly problem: string,
  ) {
    super(`${status} ${problem}`)
  }
}

/** The turn was given up on the server and not stored: it must be sent anew, from its beginning. */
export class TurnInterrupted extends Error {}

/** A pause of this length in the middle of an answer means that the line is dead: the server sends a sign of life every 15 s. */
const SILENCE_MS = 40_000

/**
 * Sends a turn and gives the events of its answer; sending the same one again is harmless.
 *
 * @param lastEventId continues an answer that broke off after that event.
 * @param left aborts when the page does not want this answer any longer.
 * @throws TurnRefused, TurnInterrupted, or what fetch throws when the line is down; Error when the answer ends without `done`.
 */
export async function* sendTurn(
  roleplayId: string,
  turn: SentTurn,
  lastEventId: string | null,
  left: AbortSignal,
): AsyncGenerator<TurnEvent & { id: string | null }> {
  const silence = new AbortController()
  let timer = setTimeout(() => silence.abort(), SILENCE_MS)
  const leave = () => silence.abort()
  left.addEventListener('abort', leave, { once: true })
  try {
    const response = await fetch(`/api/v1/roleplays/${roleplayId}/turns`, {
      method: 'POST',
      headers: {
        Accept: 'text/event-stream',
        'Content-Type': 'application/json',
        ...(lastEventId && { 'Last-Event-ID': lastEventId }),
      },
      body: JSON.stringify({
        turnId: turn.turnId,
        turnIndex: turn.turnIndex,
        text: turn.text,
        ...(turn.withoutModel && { engine: 'embedded' }),
      }),
      signal: silence.signal,
    })
    if (!response.ok || !response.body) throw new TurnRefused(response.status, await readProblem(response))
    const queue: (TurnEvent & { id: string | null })[] = []
    const parser = createParser({
      onEvent: ({ event, id, data }) =>
        queue.push({ event, id: id ?? null, data: JSON.parse(data) } as TurnEvent & { id: string | null }),
    })
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (;;) {
      const { done, value } = await reader.read()
      clearTimeout(timer)
      timer = setTimeout(() => silence.abort(), SILENCE_MS)
      if (value) parser.feed(value)
      for (const event of queue.splice(0)) {
        if ((event.event as string) === 'error') throw new TurnInterrupted('the turn was given up')
        yield event
        if (event.event === 'done') return
      }
      if (done) throw new Error('the answer broke off')
    }
  } finally {
    clearTimeout(timer)
    left.removeEventListener('abort', leave)
  }
}

async function readProblem(response: Response): Promise<string> {
  const problem = (await response.json().catch(() => null)) as { type?: string } | null
  return problem?.type?.split(':').at(-1) ?? 'unknown'
}
