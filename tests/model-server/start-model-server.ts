import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ChatBody, readPrompt, SCENARIOS, type ScenarioName, writeReply } from './scenarios'
import { countUsage, fault, HUGE_LETTERS, streamReply } from './stream-reply'

export type RecordedRequest = {
  path: string
  query: Record<string, string>
  scenario: ScenarioName
  headers: Record<string, string | string[] | undefined>
  /** null where the request has none. */
  body: ChatBody | null
  at: number
}

export type ModelServerSettings = {
  /** Between two pieces of a stream. */
  tokenMs?: number
  /** Letters in a piece. */
  tokenLetters?: number
  /** Until the first piece of `slow-first-token`. */
  slowMs?: number
  retryAfterSeconds?: number
  port?: number
}

export type ModelServer = {
  /** Ends with `/v1`. */
  baseUrl: string
  requests: RecordedRequest[]
  /** Requests of one path, e.g. `/v1/chat/completions`. */
  countRequests(path?: string): number
  /** For all calls from now on, or those to one model or with one mark (`<plan>`) in the prompt; null goes back to the model's name. */
  setScenario(scenario: ScenarioName | null, model?: string): void
  reset(): void
  /** Streams that the caller has left before their end. */
  countAborted(): number
  close(): Promise<void>
}

export type ServerState = {
  settings: Required<ModelServerSettings>
  requests: RecordedRequest[]
  override: ScenarioName | null
  overrideOf: Map<string, ScenarioName>
  seen: Map<ScenarioName, number>
  aborted: number
  timers: Set<NodeJS.Timeout>
}

const isScenario = (name: string | undefined): name is ScenarioName => SCENARIOS.includes(name as ScenarioName)

/**
 * A real HTTP server on the loopback that speaks the chat-completions protocol and misbehaves as asked.
 *
 * The scenario of a call is what `setScenario` says (for all, else for its model), else the header `x-scenario`, else the model's name, else `good`.
 */
export async function startModelServer(settings: ModelServerSettings = {}): Promise<ModelServer> {
  const server: ServerState = {
    settings: { tokenMs: 0, tokenLetters: 2, slowMs: 2_000, retryAfterSeconds: 1, port: 0, ...settings },
    requests: [],
    override: null,
    overrideOf: new Map(),
    seen: new Map(),
    aborted: 0,
    timers: new Set(),
  }
  const http = createServer((request, response) => void answer(server, request, response))
  await new Promise<void>((resolve) => http.listen(server.settings.port, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests: server.requests,
    countRequests: (path) => server.requests.filter((request) => path === undefined || request.path === path).length,
    setScenario: (scenario, model) => {
      if (model === undefined) server.override = scenario
      else if (scenario === null) server.overrideOf.delete(model)
      else server.overrideOf.set(model, scenario)
    },
    reset: () => {
      server.requests.length = 0
      server.seen.clear()
      server.override = null
      server.overrideOf.clear()
      server.aborted = 0
    },
    countAborted: () => server.aborted,
    close: async () => {
      for (const timer of server.timers) clearTimeout(timer)
      http.closeAllConnections()
      await new Promise<void>((resolve) => http.close(() => resolve()))
    },
  }
}

async function readBody(request: IncomingMessage): Promise<ChatBody | null> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text === '' ? null : (JSON.parse(text) as ChatBody)
}

function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

async function answer(server: ServerState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const path = url.pathname
  const body = await readBody(request).catch(() => null)
  const header = request.headers['x-scenario']
  const ofModel = server.overrideOf.get(body?.model ?? '')
  const ofPrompt = [...server.overrideOf].find(([mark]) => mark.startsWith('<') && holdsMark(body, mark))?.[1]
  const named = [server.override, ofPrompt, ofModel, header, body?.model].find((name) => isScenario(name as string)) as
    | ScenarioName
    | undefined
  const scenario = named ?? 'good'
  const query = Object.fromEntries(url.searchParams)
  server.requests.push({ path, query, scenario, headers: request.headers, body, at: performance.now() })
  if (path.endsWith('/models')) return sendJson(response, 200, { object: 'list', data: SCENARIOS.map(describeModel) })
  if (path.endsWith('/embeddings') && body) return answerEmbeddings(server, scenario, body, response)
  if (!path.endsWith('/chat/completions') || !body) return sendJson(response, 404, fault('no such path', 'not_found'))
  const times = (server.seen.get(scenario) ?? 0) + 1
  server.seen.set(scenario, times)
  if (refuse(server, scenario, times, body, response)) return
  await complete(server, scenario, body, response)
}

const holdsMark = (body: ChatBody | null, mark: string) =>
  body?.messages?.some((message) => message.role === 'user' && message.content.includes(mark)) ?? false

async function answerEmbeddings(
  server: ServerState,
  scenario: ScenarioName,
  body: ChatBody,
  response: ServerResponse,
): Promise<void> {
  const times = (server.seen.get(scenario) ?? 0) + 1
  server.seen.set(scenario, times)
  if (refuse(server, scenario, times, body, response)) return
  if (scenario === 'slow-first-token') await new Promise((resolve) => setTimeout(resolve, server.settings.slowMs))
  const reply = embed(body as unknown as { input: string | string[]; model: string })
  // Fewer vectors than texts.
  if (scenario === 'truncated-json') reply.data.pop()
  sendJson(response, 200, reply)
}

const describeModel = (id: string) => ({ id, object: 'model', created: 0, owned_by: 'tests' })

/** Hashes pairs of letters into 64 places; equal texts have equal vectors, like texts like ones. */
function embed({ input, model }: { input: string | string[]; model: string }) {
  const texts = Array.isArray(input) ? input : [input]
  const data = texts.map((text, index) => {
    const vector = new Array<number>(64).fill(0)
    for (let i = 0; i + 1 < text.length; i++) vector[(text.charCodeAt(i) * 31 + text.charCodeAt(i + 1)) % 64]! += 1
    const length = Math.hypot(...vector) || 1
    return { object: 'embedding', index, embedding: vector.map((value) => value / length) }
  })
  return {
    object: 'list',
    model,
    data,
    usage: { prompt_tokens: texts.join('').length, total_tokens: texts.join('').length },
  }
}

/** Answers with an error where the scenario says so. @returns whether it did. */
function refuse(
  server: ServerState,
  scenario: ScenarioName,
  times: number,
  body: ChatBody,
  response: ServerResponse,
): boolean {
  const format = body.response_format?.type
  const limited = fault('Rate limit reached', 'rate_limit_exceeded')
  const broken = fault('The server had an error', 'server_error')
  switch (scenario) {
    case 'rate-limited':
      sendJson(response, 429, limited)
      return true
    case 'rate-limited-retry-after':
      sendJson(response, 429, limited, { 'retry-after': String(server.settings.retryAfterSeconds) })
      return true
    case 'rate-limited-once':
      if (times > 1) return false
      sendJson(response, 429, limited, { 'retry-after': String(server.settings.retryAfterSeconds) })
      return true
    case 'server-error':
      sendJson(response, 500, broken)
      return true
    case 'server-error-once':
      if (times > 1) return false
      sendJson(response, 503, broken)
      return true
    case 'unauthorised':
      sendJson(response, 401, fault('Incorrect API key provided', 'invalid_api_key'))
      return true
    case 'wrong-content-type':
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end('<html><body>Sign in to the hotel network</body></html>')
      return true
    case 'no-json-schema':
      if (format !== 'json_schema') return false
      sendJson(response, 400, fault("'response_format.type' must be 'text' or 'json_object'", 'invalid_request_error'))
      return true
    case 'plain-only':
      if (format === undefined) return false
      sendJson(response, 400, fault('response_format is not supported', 'invalid_request_error'))
      return true
    case 'no-extras':
      if (!('temperature' in body || 'seed' in body)) return false
      sendJson(response, 400, fault("Unsupported value: 'temperature'", 'invalid_request_error'))
      return true
    case 'no-system-role':
      if (body.messages[0]?.role !== 'system') return false
      sendJson(response, 400, fault('System role not supported', 'BadRequestError'))
      return true
    default:
      return false
  }
}

async function complete(
  server: ServerState,
  scenario: ScenarioName,
  body: ChatBody,
  response: ServerResponse,
): Promise<void> {
  const isRepair = body.messages.filter((message) => message.role === 'assistant').length > 0
  const text = scenario === 'empty-reply' ? '' : writeReply(scenario, readPrompt(body), isRepair)
  if (body.stream) return streamReply(server, scenario, body, text, response)
  const content = scenario === 'huge-reply' ? '好'.repeat(HUGE_LETTERS / 3) : text
  const isRefusal = scenario === 'refusal'
  sendJson(response, 200, {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 0,
    model: body.model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: isRefusal ? null : content,
          refusal: isRefusal ? '抱歉，我無法協助。' : null,
        },
        finish_reason: scenario === 'content-filter' ? 'content_filter' : 'stop',
      },
    ],
    usage: countUsage(body, content),
  })
}
