import type { StoredTalk, TurnRecord } from '../domain/ports'
import type { LearntFact } from '../domain/roleplay/describe-learnt'
import { viewTurn } from './api/views'

export type StreamEvent = { id: string; event: string; data: unknown }

/** About what a person speaks in a second; the page paces the words, this only keeps pieces small. */
const DELTA_CHARACTERS = 6

/**
 * The events of a stored turn, the same however often they are asked for: a stream that broke resumes by `Last-Event-ID`.
 *
 * Ids are `<turnIndex>-<position>`. `done` is always last.
 */
function buildTurnEvents(
  turn: TurnRecord,
  roleplay: StoredTalk['roleplay'],
  learnt: readonly LearntFact[],
): StreamEvent[] {
  const view = viewTurn(turn, roleplay)
  const characters = Array.from(view.reply.text)
  const events: Omit<StreamEvent, 'id'>[] = []
  for (let i = 0; i < characters.length; i += DELTA_CHARACTERS)
    events.push({ event: 'reply.delta', data: { text: characters.slice(i, i + DELTA_CHARACTERS).join('') } })
  events.push(
    {
      event: 'reply',
      data: {
        ...view.reply,
        ...(view.listening && { listening: view.listening }),
        turnId: view.turnId,
        turnIndex: view.turnIndex,
      },
    },
    { event: 'score', data: { turnId: view.turnId, score: view.score, ledger: view.ledger } },
    { event: 'state', data: view.state },
    { event: 'done', data: { turnId: view.turnId, turnIndex: view.turnIndex, ended: view.state.ended, learnt } },
  )
  return events.map((event, position) => ({ id: `${turn.turnIndex}-${position}`, ...event }))
}

/** @param lastEventId what the caller has already; unknown or absent means nothing. */
function eventsAfter(events: readonly StreamEvent[], lastEventId: string | null): readonly StreamEvent[] {
  const position = events.findIndex((event) => event.id === lastEventId)
  return events.slice(position + 1)
}

type Outcome = { turn: TurnRecord; roleplay: StoredTalk['roleplay']; learnt: readonly LearntFact[] }

/**
 * The events of a turn while it is taken: pieces as the client speaks, the rest once the turn is stored.
 *
 * Waits for the first piece or the end, so that a refusal can still be answered with its status.
 * @throws what `take` throws before the first piece.
 */
export async function followTurn(
  take: (onDelta: (text: string) => void) => Promise<Outcome>,
  lastEventId: string | null,
): Promise<AsyncIterable<StreamEvent>> {
  const pieces: string[] = []
  let wake = () => {}
  const nextPiece = () => new Promise<void>((resolve) => (wake = resolve))
  let woken = nextPiece()
  const finished = take((text) => {
    pieces.push(text)
    wake()
  })
  await Promise.race([finished, woken])
  return (async function* () {
    let isOver = false
    const over = finished.then(
      () => (isOver = true),
      () => (isOver = true),
    )
    let sent = 0
    for (;;) {
      woken = nextPiece()
      if (sent < pieces.length) {
        // What has come meanwhile goes out as one: on a busy machine there is less to write, and nothing waits.
        const text = pieces.slice(sent).join('')
        sent = pieces.length
        yield { id: `live-${sent - 1}`, event: 'reply.delta', data: { text } }
      }
      if (isOver) break
      await Promise.race([over, woken])
    }
    const { turn, roleplay, learnt } = await finished
    const events = buildTurnEvents(turn, roleplay, learnt)
    // Whoever has pieces already, from now or from before, is given the whole reply next.
    const hasPieces = sent > 0 || lastEventId?.startsWith('live-')
    yield* hasPieces ? events.filter((event) => event.event !== 'reply.delta') : eventsAfter(events, lastEventId)
  })()
}

const HEARTBEAT_MS = 15_000

/** Server-sent events (WHATWG HTML, 9.2), one line of JSON each; ends with the source or when the caller leaves. */
export function eventStreamResponse(
  source: AsyncIterable<StreamEvent> | Iterable<StreamEvent>,
  closed: AbortSignal,
): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => {
        if (!closed.aborted) controller.enqueue(encoder.encode(text))
      }
      const beat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS)
      try {
        for await (const { id, event, data } of source) {
          if (closed.aborted) break
          send(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
        }
      } catch {
        // The turn was not stored: the sender sends it again, and is told what is wrong then.
        send('event: error\ndata: {"type":"urn:duilian:problem:interrupted"}\n\n')
      } finally {
        clearInterval(beat)
        if (!closed.aborted) controller.close()
      }
    },
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}
