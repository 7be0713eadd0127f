import type { ServerResponse } from 'node:http'
import type { ChatBody, ScenarioName } from './scenarios'
import type { ServerState } from './start-model-server'

/** Bytes of the reply of `huge-reply`. */
export const HUGE_LETTERS = 10 * 1024 * 1024

export const fault = (message: string, type: string) => ({ error: { message, type, code: type, param: null } })

export function countUsage(body: ChatBody, text: string) {
  const prompt = body.messages.reduce((sum, message) => sum + message.content.length, 0)
  return { prompt_tokens: prompt, completion_tokens: text.length, total_tokens: prompt + text.length }
}

type Stream = {
  server: ServerState
  scenario: ScenarioName
  body: ChatBody
  response: ServerResponse
  /** The reply has ended, or the caller has left. */
  isOver: boolean
}

const DONE = 'data: [DONE]\n\n'

function write({ body, response }: Stream, chunk: object): boolean {
  const head = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 0, model: body.model }
  return response.write(`data: ${JSON.stringify({ ...head, ...chunk })}\n\n`)
}

function send(stream: Stream, delta: object, finish: string | null = null): boolean {
  return write(stream, { choices: [{ index: 0, delta, finish_reason: finish }] })
}

function finish(stream: Stream, last = ''): void {
  if (stream.isOver) return
  stream.isOver = true
  stream.response.end(last)
}

function wait({ server }: Stream, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      server.timers.delete(timer)
      resolve()
    }, ms)
    server.timers.add(timer)
  })
}

const FINISHES: Partial<Record<ScenarioName, string>> = {
  'content-filter': 'content_filter',
  'odd-finish': 'eos_token',
}

/** Streams the reply, with the trouble that the scenario asks for. */
export async function streamReply(
  server: ServerState,
  scenario: ScenarioName,
  body: ChatBody,
  text: string,
  response: ServerResponse,
): Promise<void> {
  const stream: Stream = { server, scenario, body, response, isOver: false }
  response.on('close', () => {
    if (!stream.isOver) server.aborted++
    stream.isOver = true
  })
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
  response.flushHeaders()
  await open(stream)
  if (stream.isOver) return
  if (scenario === 'huge-reply') return sendHuge(stream)
  if (scenario === 'refusal') send(stream, { refusal: '抱歉，我無法協助。' })
  else await sendWords(stream, text)
  if (stream.isOver || scenario === 'stall') return
  if (scenario === 'no-finish') return finish(stream)
  send(stream, {}, FINISHES[scenario] ?? 'stop')
  write(stream, { choices: [], usage: countUsage(body, text) })
  finish(stream, scenario === 'no-done' ? '' : DONE)
}

async function open(stream: Stream): Promise<void> {
  const { scenario, server } = stream
  if (scenario === 'empty-choices') write(stream, { choices: [], prompt_filter_results: [{ prompt_index: 0 }] })
  if (scenario === 'slow-first-token') await wait(stream, server.settings.slowMs)
  if (!stream.isOver) send(stream, { role: 'assistant', content: '' })
  if (scenario === 'thinks-apart') await think(stream)
}

/** Thoughts under a name of their own, for longer than the first word may take. */
async function think(stream: Stream): Promise<void> {
  for (let i = 0; i < 4 && !stream.isOver; i++) {
    send(stream, { reasoning: '評分標準是什麼呢？' })
    await wait(stream, stream.server.settings.slowMs / 4)
  }
}

async function sendWords(stream: Stream, text: string): Promise<void> {
  const { tokenLetters, tokenMs } = stream.server.settings
  const letters = [...text]
  for (let i = 0; i < letters.length && !stream.isOver; i += tokenLetters) {
    if (i > 0 && tokenMs > 0) await wait(stream, tokenMs)
    if (stream.isOver || (i >= letters.length / 2 - 1 && (await breakOff(stream)))) return
    const text = letters.slice(i, i + tokenLetters).join('')
    send(stream, { content: stream.scenario === 'content-in-parts' ? [{ type: 'text', text }] : text })
  }
}

/** In the middle of the reply. @returns whether the scenario ends it there. */
async function breakOff(stream: Stream): Promise<boolean> {
  switch (stream.scenario) {
    case 'stall':
      return true
    case 'cut-socket':
      stream.isOver = true
      // What was written reaches the caller before the cut.
      await wait(stream, 20)
      stream.response.socket?.destroy()
      return true
    case 'garbled-stream':
      finish(stream, 'data: {"choices":[{"index":0,"delta":{"cont\n\n')
      return true
    case 'error-in-stream':
      finish(stream, `data: ${JSON.stringify(fault('The engine died', 'server_error'))}\n\n`)
      return true
    default:
      return false
  }
}

/** In pieces of 64 KB, as fast as the caller reads. */
async function sendHuge(stream: Stream): Promise<void> {
  const piece = '好'.repeat(21_845)
  for (let sent = 0; sent < HUGE_LETTERS && !stream.isOver; sent += 65_535)
    if (!send(stream, { content: piece })) await waitForRoom(stream.response)
  finish(stream)
}

function waitForRoom(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      response.off('drain', go).off('close', go)
      resolve()
    }
    response.on('drain', go).on('close', go)
  })
}
