import type { UsagePurpose } from '../../domain/governance/model-usage'
import type { ChatMessage } from '../../domain/roleplay/speak-with-model/chat-message'
import type { Rung } from './capability-ladder'
import type { CircuitBreaker } from './circuit-breaker'
import type { Failed, TokenUsage } from './model-result'
import type { ModelTimeouts } from './model-settings'
import type { BudgetLimits, BudgetScope } from './token-budget'

export type TextRequest = {
  model: string
  /** For the count of use; `other` when left out. */
  purpose?: UsagePurpose
  messages: readonly ChatMessage[]
  timeouts?: ModelTimeouts
  temperature?: number
  scope?: BudgetScope
}
export type JsonRequest<T> = TextRequest & {
  schemaName: string
  jsonSchema: Readonly<Record<string, unknown>>
  /** Validates the reply; a reply that is refused is sent back once for repair. */
  parse(
    reply: string,
  ): { status: 'ok'; value: T } | { status: 'invalid'; reason: 'not-json' | 'wrong-shape'; detail: string }
}

export type StreamEvent =
  | { kind: 'delta'; text: string }
  | { kind: 'done'; usage: TokenUsage }
  | ({ kind: 'failed' } & Failed)
export type JsonResult<T> = { status: 'ok'; value: T; repaired: boolean; usage: TokenUsage } | Failed

/** One call, for logs and counters; holds no words. */
export type CallRecord = {
  model: string
  purpose: UsagePurpose
  kind: 'text' | 'json'
  outcome: 'ok' | 'aborted' | Failed['reason']
  tries: number
  totalMs: number
  firstTokenMs: number | null
  usage: TokenUsage | null
}

export type ModelClient = {
  /**
   * A reply piece by piece, ending with exactly one `done` or `failed`. Leaving the loop or aborting ends the request at the server.
   *
   * @throws only the signal's reason, when the caller aborts.
   */
  stream(request: TextRequest, signal?: AbortSignal): AsyncGenerator<StreamEvent, void, void>
  /** @throws only the signal's reason, when the caller aborts. */
  completeJson<T>(request: JsonRequest<T>, signal?: AbortSignal): Promise<JsonResult<T>>
  describe(): {
    /** Of each model and kind of reply that was asked for; `rung` null before the first call that succeeded. */
    channels: {
      model: string
      kind: CallRecord['kind']
      breaker: ReturnType<CircuitBreaker['describe']>
      rung: Rung | null
    }[]
    limits: BudgetLimits
  }
}
