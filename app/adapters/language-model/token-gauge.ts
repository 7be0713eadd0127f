import type { UsagePurpose } from '../../domain/governance/model-usage'
import { estimateTokens } from './token-budget'

export type TokenGauge = {
  /** Tokens of a prompt before the server has counted them. */
  estimate(model: string, purpose: UsagePurpose, prompt: string): number
  /** The server has counted: models cut Chinese into pieces very differently. */
  learn(model: string, purpose: UsagePurpose, prompt: string, tokens: number): void
  /** No call went out for want of budget: what was learnt is dropped, or one count too high would keep it so for good. */
  forget(model: string, purpose: UsagePurpose): void
}

/** A server that counts absurdly must not close its own budget for good. */
const MOST = 4

/** Estimates prompts by what the server counted for the last one of its purpose; never below the plain estimate. */
export function createTokenGauge(): TokenGauge {
  const factors = new Map<string, number>()
  const keyOf = (model: string, purpose: UsagePurpose) => `${purpose} ${model}`
  return {
    estimate: (model, purpose, prompt) => Math.ceil(estimateTokens(prompt) * (factors.get(keyOf(model, purpose)) ?? 1)),
    learn(model, purpose, prompt, tokens) {
      const plain = estimateTokens(prompt)
      if (plain > 0) factors.set(keyOf(model, purpose), Math.min(MOST, Math.max(1, tokens / plain)))
    },
    forget: (model, purpose) => void factors.delete(keyOf(model, purpose)),
  }
}
