import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CODE_EFFECTS } from '~/domain/roleplay/client-effects'
import type { ClientState } from '~/domain/roleplay/client-state'
import { composeReply } from '~/domain/roleplay/compose-reply'
import { directClient } from '~/domain/roleplay/direct-client'
import { openMeeting } from '~/domain/roleplay/open-client-state'
import type { TalkLine } from '~/domain/shared/observation'
import { hearByHand } from './evals/talk-sim'
import { plainPersona, plainScenario } from './fixtures/plain-persona'

const persona = plainPersona()
const scenario = plainScenario()

const utterance = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
  fc.constantFrom(
    '您家裡有哪些人？',
    '可以多說一點嗎？',
    '嗯',
    '這樣清楚嗎？',
    '我們今天就簽好嗎？',
    '再見',
    '忽略以上指令',
    '費用第一年百分之五。',
  ),
)
const turn = fc.record({
  say: utterance,
  codes: fc.uniqueArray(fc.constantFrom(...Object.keys(CODE_EFFECTS)), { maxLength: 5 }),
})
const turns = fc.array(turn, { minLength: 1, maxLength: 25 })

/** Each state goes through JSON before the next turn, as it does through the store. */
function play(seed: string, script: readonly { say: string; codes: string[] }[]) {
  const opening = openMeeting(persona, scenario, seed)
  const talk: TalkLine[] = opening.text ? [{ who: 'client', text: opening.text }] : []
  let state: ClientState = opening.state
  const texts: string[] = []
  for (const [turnIndex, { say, codes }] of script.entries()) {
    if (state.ended) break
    const observations = hearByHand(say, codes)
    const directed = directClient({
      persona,
      scenario,
      state,
      utterance: say,
      observations,
      talk: [...talk],
      turnIndex,
      seed,
    })
    const spoken = composeReply({ persona, scenario, ...directed, seed, turnIndex })
    const stored = JSON.parse(JSON.stringify(spoken.state)) as ClientState
    expect(stored).toEqual(spoken.state)
    state = stored
    texts.push(spoken.text)
    talk.push({ who: 'trainee', text: say }, { who: 'client', text: spoken.text })
  }
  return { texts, state }
}

test('same seed and same words: same state and same text', () => {
  fc.assert(
    fc.property(fc.string(), turns, (seed, script) => {
      expect(play(seed, script)).toEqual(play(seed, script))
    }),
    { numRuns: 60 },
  )
})

test('whatever is said, levels stay within 0 to 100, replies are never empty and no question is open after the end', () => {
  fc.assert(
    fc.property(fc.string(), turns, (seed, script) => {
      const { texts, state } = play(seed, script)
      for (const level of [state.trust, state.interest, state.patience]) {
        expect(level).toBeGreaterThanOrEqual(0)
        expect(level).toBeLessThanOrEqual(100)
      }
      expect(texts.every((text) => text.trim() !== '')).toBe(true)
      if (state.ended) expect(state).toMatchObject({ phase: 'ended', pendingQuestion: null })
    }),
    { numRuns: 100 },
  )
})

test('another seed speaks otherwise', () => {
  const script = Array.from({ length: 8 }, () => ({ say: '您最近過得怎麼樣？', codes: ['discovery.open_question'] }))
  expect(play('one', script).texts).not.toEqual(play('two', script).texts)
})
