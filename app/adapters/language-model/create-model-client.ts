import OpenAI from 'openai'
import { type BudgetKeeper, createBudgetKeeper } from './budget-keeper'
import { createCapabilityLadder } from './capability-ladder'
import { type CircuitBreaker, createCircuitBreaker, type Permit } from './circuit-breaker'
import { completeJson } from './complete-json'
import { createLimitedFetch } from './limited-fetch'
import type { CallRecord, ModelClient, StreamEvent, TextRequest } from './model-client'
import { type Failed, isServerFailure, type TokenUsage } from './model-result'
import type { ModelServerSettings } from './model-settings'
import { type Caller, openReply } from './open-reply'
import type { ReplyPiece } from './open-stream'
import { type BudgetLimits, estimateTokens } from './token-budget'

export type ModelClientDeps = {
  clock: { now(): Date }
  /** In [0, 1), for spreading retries; not for anything secret. */
  random?: () => number
  budgets?: BudgetLimits
  onCall?: (record: CallRecord) => void
}

type Client = Caller & {
  breaker: CircuitBreaker
  budget: BudgetKeeper
  onCall: (record: CallRecord) => void
}

/** A client of one OpenAI-compatible server. Whatever the server does, callers get a value, and never wait longer than their times allow. */
export function createModelClient(settings: ModelServerSettings, deps: ModelClientDeps): ModelClient {
  const client: Client = {
    settings,
    openai: new OpenAI({
      baseURL: settings.baseUrl,
      apiKey: settings.apiKey,
      // Own retries: the library's would also retry what has timed out and would not see a stalled stream.
      maxRetries: 0,
      timeout: settings.timeouts.totalMs,
      logLevel: 'off',
      fetch: createLimitedFetch(settings.maxResponseBytes),
    }),
    breaker: createCircuitBreaker(settings.breaker, deps.clock),
    ladder: createCapabilityLadder(),
    budget: createBudgetKeeper(deps.budgets ?? null, deps.clock),
    clock: deps.clock,
    random: deps.random ?? Math.random,
    onCall: deps.onCall ?? (() => {}),
  }
  return {
    stream: (request, signal) => streamReply(client, request, null, signal),
    completeJson: (request, signal) => completeJson((each) => streamReply(client, each, request, signal), request),
    describe: () => ({
      breaker: client.breaker.describe(),
      capabilities: client.ladder.describe(),
      budget: client.budget.describe(),
    }),
  }
}

type JsonAsk = { schemaName: string; jsonSchema: Readonly<Record<string, unknown>> }
type Admission = { permit: Permit; settle(tokens: number): void; promptTokens: number }

/** @returns leave to call, or why there is none: a budget is used up, or the server is left alone. */
function admit(client: Client, request: TextRequest): Admission | Failed {
  const promptTokens = estimateTokens(request.messages.map((message) => message.content).join(''))
  const reserved = client.budget.reserve(request.scope ?? {}, promptTokens)
  if (reserved.status === 'refused') return { status: 'failed', reason: reserved.reason, detail: 'budget' }
  const permit = client.breaker.enter()
  if (permit) return { permit, settle: reserved.settle, promptTokens }
  reserved.settle(0)
  return { status: 'failed', reason: 'circuit-open', detail: 'the server is left alone for a while' }
}

/** One reply with everything around it: budget, breaker, ladder, retries, and the record of the call. */
async function* streamReply(
  client: Client,
  request: TextRequest,
  ask: JsonAsk | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<StreamEvent, void, void> {
  signal?.throwIfAborted()
  const admission = admit(client, request)
  if ('status' in admission) return yield { kind: 'failed', ...admission }
  const { permit, settle, promptTokens } = admission
  const begin = performance.now()
  const record = openRecord(request.model, ask === null ? 'text' : 'json')
  let text = ''
  const input = {
    ...request,
    ask,
    kind: record.kind,
    timeouts: request.timeouts ?? client.settings.timeouts,
    onTry: () => void record.tries++,
  }
  try {
    for await (const piece of openReply(client, input, signal)) {
      if (piece.kind === 'text') {
        record.firstTokenMs ??= performance.now() - begin
        text += piece.text
        yield { kind: 'delta', text: piece.text }
      } else {
        const usage = { prompt: promptTokens, completion: estimateTokens(text), isEstimate: true }
        return yield closeRecord(record, permit, piece, usage)
      }
    }
  } finally {
    permit.leave()
    record.totalMs = performance.now() - begin
    const sent = record.tries > 0 ? promptTokens : 0
    settle(record.usage ? record.usage.prompt + record.usage.completion : sent + estimateTokens(text))
    client.onCall(record)
  }
}

function openRecord(model: string, kind: CallRecord['kind']): CallRecord {
  return { model, kind, outcome: 'aborted', tries: 0, totalMs: 0, firstTokenMs: null, usage: null }
}

/** Notes how the call ended, for the record and for the breaker. */
function closeRecord(
  record: CallRecord,
  permit: Permit,
  piece: Exclude<ReplyPiece, { kind: 'text' }>,
  estimate: TokenUsage,
): StreamEvent {
  if (piece.kind === 'failed') {
    record.outcome = piece.reason
    if (isServerFailure(piece.reason)) permit.fail()
    else permit.succeed()
    return { kind: 'failed', status: 'failed', reason: piece.reason, detail: piece.detail }
  }
  record.outcome = 'ok'
  record.usage = piece.usage ?? estimate
  permit.succeed()
  return { kind: 'done', usage: record.usage }
}
