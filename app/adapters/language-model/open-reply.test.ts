import type OpenAI from 'openai'
import { describe, expect, test } from 'vitest'
import { createCapabilityLadder } from './capability-ladder'
import { DEFAULT_MODEL_SETTINGS } from './model-settings'
import { openReply } from './open-reply'
import type { ReplyPiece } from './open-stream'

/** A reply of one word from a server that ends it with `finish` and counts it as `usage`. */
async function reply(finish: string, usage: object | null): Promise<{ pieces: ReplyPiece[]; calls: number }> {
  let calls = 0
  const create = async function* () {
    calls++
    yield { choices: [{ index: 0, delta: { content: '您好。' }, finish_reason: finish }] }
    if (usage) yield { choices: [], usage }
  }
  const openai = { chat: { completions: { create: async () => create() } } } as unknown as OpenAI
  const settings = { ...DEFAULT_MODEL_SETTINGS, baseUrl: 'http://127.0.0.1:1/v1', apiKey: 'k' }
  const caller = {
    settings,
    openai,
    ladder: createCapabilityLadder(),
    clock: { now: () => new Date(0) },
    random: () => 0,
  }
  const { timeouts } = settings
  const input = { model: 'm', messages: [], ask: null, timeouts, kind: 'text' as const, onTry: () => {} }
  const pieces: ReplyPiece[] = []
  for await (const piece of openReply(caller, input, undefined)) pieces.push(piece)
  return { pieces, calls }
}

describe('openReply', () => {
  test('never says a reply again on another rung when it ends in an unknown way', async () => {
    const { pieces, calls } = await reply('tool_calls', null)
    expect(pieces.map((one) => (one.kind === 'text' ? one.text : one.kind))).toEqual(['您好。', 'failed'])
    expect(calls).toBe(1)
  })

  test.each([
    { total_tokens: 30 },
    { prompt_tokens: 12.5, completion_tokens: 3 },
    { prompt_tokens: -100, completion_tokens: 3 },
    { prompt_tokens: 5_000_000_000, completion_tokens: 3 },
    { prompt_tokens: null, completion_tokens: 3 },
  ])('does not believe a count such as %j', async (usage) => {
    const { pieces } = await reply('stop', usage)
    expect(pieces.at(-1)).toEqual({ kind: 'end', usage: null })
  })

  test('takes what the server counted', async () => {
    const { pieces } = await reply('stop', { prompt_tokens: 20, completion_tokens: 3 })
    expect(pieces.at(-1)).toEqual({ kind: 'end', usage: { prompt: 20, completion: 3, isEstimate: false } })
  })
})
