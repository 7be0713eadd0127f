import { toLocalDate } from '../../domain/shared/to-local-date'
import { type BudgetKeeper, createBudgetKeeper, type Reserved } from './budget-keeper'
import { createCapabilityLadder } from './capability-ladder'
import { type CircuitBreaker, createCircuitBreaker, type Permit } from './circuit-breaker'
import { completeJson } from './complete-json'
import type { CallRecord, ModelClient, StreamEvent, TextRequest } from './model-client'
import { type Failed, isServerFailure, type ModelFailure, type TokenUsage } from './model-result'
import type { ModelServerSettings } from './model-settings'
import { openOpenAi } from './open-openai'
import { type Caller, openReply } from './open-reply'
import type { ReplyPiece } from './open-stream'
import { type BudgetLimits, estimateTokens } from './token-budget'
import { createTokenGauge, type TokenGauge } from './token-gauge'
import { createUsageBook, type UsageBook } from './usage-book'

export type ModelClientDeps = {
  clock: { now(): Date }
  /** In [0, 1), for spreading retries; not for anything secret. */
  random?: () => number
  budgets?: BudgetLimits
  /** Counts what is used; of this process alone when left out. */
  book?: UsageBook
  onCall?: (record: CallRecord) => void
}

type Client = Caller & {
  /** By model and kind of reply: a judge that fails does not silence the speaker. */
  breakers: Map<string, CircuitBreaker>
  book: UsageBook
  budget: BudgetKeeper
  gauge: TokenGauge
  onCall: (record: CallRecord) => void
}

/** A client of one OpenAI-compatible server. Whatever the server does, callers get a value, and never wait longer than their times allow. */
export function createModelClient(settings: ModelServerSettings, deps: ModelClientDeps): ModelClient {
  const { clock } = deps
  const book = deps.book ?? createUsageBook({ store: null, clock })
  const client: Client = {
    settings,
    openai: openOpenAi(settings, { timeoutMs: settings.timeouts.totalMs, maxBytes: settings.maxResponseBytes }),
    breakers: new Map(),
    ladder: createCapabilityLadder(),
    book,
    budget: createBudgetKeeper(deps.budgets ?? null, { book, clock }),
    gauge: createTokenGauge(),
    clock,
    random: deps.random ?? Math.random,
    onCall: deps.onCall ?? (() => {}),
  }
  return {
    stream: (request, signal) => streamReply(client, request, null, signal),
    async completeJson(request, signal) {
      const result = await completeJson((each) => streamReply(client, each, request, signal), request)
      // The calls ended well, and yet there is no answer in them.
      if (result.status === 'failed' && (result.reason === 'not-json' || result.reason === 'wrong-shape'))
        noteFailure(client, request, result.reason)
      return result
    },
    describe: () => describe(client),
  }
}

function describe({ breakers, ladder, budget }: Client): ReturnType<ModelClient['describe']> {
  const channels = [...breakers].map(([key, breaker]) => {
    const { model, kind } = JSON.parse(key) as { model: string; kind: CallRecord['kind'] }
    return { model, kind, breaker: breaker.describe(), rung: ladder.find(model, kind) }
  })
  return { channels, limits: budget.limits }
}

function findBreaker({ breakers, settings, clock }: Client, model: string, kind: 'text' | 'json'): CircuitBreaker {
  const key = JSON.stringify({ model, kind })
  const known = breakers.get(key)
  if (known) return known
  const breaker = createCircuitBreaker(settings.breaker, clock)
  breakers.set(key, breaker)
  return breaker
}

type JsonAsk = { schemaName: string; jsonSchema: Readonly<Record<string, unknown>> }
type Admission = { permit: Permit; settle: Settle; promptTokens: number }
type Settle = Extract<Reserved, { status: 'reserved' }>['settle']

const joinWords = ({ messages }: TextRequest) => messages.map((message) => message.content).join('')

/** @returns leave to call, or why there is none: a budget is used up, or the server is left alone. */
async function admit(client: Client, request: TextRequest, kind: 'text' | 'json'): Promise<Admission | Failed> {
  const purpose = request.purpose ?? 'other'
  const promptTokens = client.gauge.estimate(request.model, purpose, joinWords(request))
  const reserved = await client.budget.reserve(request.scope ?? {}, purpose, promptTokens)
  if (reserved.status === 'refused') {
    client.gauge.forget(request.model, purpose)
    noteFailure(client, request, reserved.reason)
    return { status: 'failed', reason: reserved.reason, detail: 'budget' }
  }
  const permit = findBreaker(client, request.model, kind).enter()
  if (permit) return { permit, settle: reserved.settle, promptTokens }
  reserved.settle({ prompt: 0, completion: 0 })
  noteFailure(client, request, 'circuit-open')
  return { status: 'failed', reason: 'circuit-open', detail: 'the server is left alone for a while' }
}

/** Counts something that went wrong without a call of its own. */
function noteFailure(client: Client, { model, purpose = 'other' }: TextRequest, outcome: ModelFailure): void {
  noteCall(client, { model, purpose, outcome, firstTokenMs: null }, { prompt: 0, completion: 0 })
}

function noteCall(
  { book, clock }: Client,
  { model, purpose, outcome, firstTokenMs }: Pick<CallRecord, 'model' | 'purpose' | 'outcome' | 'firstTokenMs'>,
  used: Pick<TokenUsage, 'prompt' | 'completion'>,
): void {
  book.note([
    {
      localDate: toLocalDate(clock.now()),
      scopeKind: 'day',
      scopeId: '',
      purpose,
      model,
      outcome,
      calls: 1,
      promptTokens: used.prompt,
      completionTokens: used.completion,
      firstWordMs: Math.round(firstTokenMs ?? 0),
      firstWords: firstTokenMs === null ? 0 : 1,
    },
  ])
}

/** One reply with everything around it: budget, breaker, ladder, retries, and the record of the call. */
async function* streamReply(
  client: Client,
  request: TextRequest,
  ask: JsonAsk | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<StreamEvent, void, void> {
  signal?.throwIfAborted()
  const record = openRecord(request, ask === null ? 'text' : 'json')
  const admission = await admit(client, request, record.kind)
  if ('status' in admission) return yield { kind: 'failed', ...admission }
  const { permit, settle, promptTokens } = admission
  const begin = performance.now()
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
    const used = record.usage ?? { prompt: record.tries > 0 ? promptTokens : 0, completion: estimateTokens(text) }
    if (record.usage?.isEstimate === false)
      client.gauge.learn(request.model, record.purpose, joinWords(request), record.usage.prompt)
    settle(used)
    noteCall(client, record, used)
    client.onCall(record)
  }
}

function openRecord({ model, purpose = 'other' }: TextRequest, kind: CallRecord['kind']): CallRecord {
  return { model, purpose, kind, outcome: 'aborted', tries: 0, totalMs: 0, firstTokenMs: null, usage: null }
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
