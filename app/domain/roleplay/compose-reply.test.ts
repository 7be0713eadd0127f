import { describe, expect, test } from 'vitest'
import { plainPersona, plainScenario } from '../../../tests/fixtures/plain-persona'
import type { ClientState, Intent, Move } from './client-state'
import { composeReply } from './compose-reply'
import { openClientState } from './open-client-state'

const persona = plainPersona()
const scenario = plainScenario()
const state = openClientState(persona, scenario)

function compose(
  moves: Move[],
  changes: { persona?: typeof persona; state?: Partial<ClientState>; seed?: string } = {},
) {
  const intent: Intent = { moves, mood: 'neutral', ends: null }
  return composeReply({
    persona: changes.persona ?? persona,
    scenario,
    state: { ...state, ...changes.state },
    intent,
    seed: changes.seed ?? 's',
    turnIndex: 3,
  })
}

describe('composeReply', () => {
  test("says each move in order with the persona's own lines", () => {
    const { text } = compose([
      { kind: 'react', reaction: 'checked' },
      { kind: 'answer', topic: 'life.home' },
      { kind: 'ask', questionId: 'question-2' },
    ])
    expect(text).toMatch(/reaction checked [123]。life\.home [12]。question-2 asked [12]。$/)
  })

  test('notes what was said', () => {
    const next = compose([{ kind: 'agree' }])
    expect(next.state.saidLines).toContain(next.text.replace(/^.*?(agree \d)。$/, '$1').replace(' ', ''))
  })

  test('a worry is voiced in the order of its wordings', () => {
    const first = compose([{ kind: 'raise-worry', worryId: 'worry-1', times: 1 }], { seed: 'x' })
    expect(first.text).toContain('worry-1 voiced 1。')
    const second = compose([{ kind: 'raise-worry', worryId: 'worry-1', times: 2 }], {
      state: { saidLines: first.state.saidLines },
    })
    expect(second.text).toContain('worry-1 voiced 2。')
  })

  test('a mere reaction is left out where the reply grows longer than the client talks', () => {
    const quiet = {
      ...persona,
      temper: { ...persona.temper, talkativeness: 10 },
      remarks: ['一。二。三。四。', ...persona.remarks],
    }
    const { text } = compose(
      [
        { kind: 'react', reaction: 'empathy' },
        { kind: 'answer', topic: 'life.home' },
        { kind: 'answer', topic: 'life.hobby' },
        { kind: 'ask', questionId: 'question-1' },
      ],
      { persona: quiet },
    )
    expect(text).not.toContain('empathy')
    expect(text).toContain('question-1 asked')
  })

  test('a question of the client stands at the end: earlier pieces avoid question marks', () => {
    const asking = { ...persona, reactions: { ...persona.reactions, checked: ['你說呢？', '懂了。', '真的嗎？'] } }
    for (const seed of ['1', '2', '3', '4', '5']) {
      expect(
        compose(
          [
            { kind: 'react', reaction: 'checked' },
            { kind: 'ask', questionId: 'question-1' },
          ],
          { persona: asking, seed },
        ).text,
      ).toContain('懂了。')
    }
  })

  test('a line without an end mark gets a full stop', () => {
    const bare = { ...persona, stall: ['我再想想'] }
    expect(compose([{ kind: 'stall' }], { persona: bare }).text.endsWith('我再想想。')).toBe(true)
  })

  test('where the lines of a move are used up a remark takes their place', () => {
    const { text } = compose([{ kind: 'answer', topic: 'life.home' }], {
      state: { saidLines: ['lifehome1', 'lifehome2'] },
    })
    expect(text).toContain('remark')
  })

  test('where nothing at all is left the client takes leave and the talk is over', () => {
    const all = [persona.remarks, persona.stall, ...Object.values(persona.reactions)]
      .flat()
      .map((line) => String(line).replace(/[^\p{L}\p{N}]/gu, ''))
    const next = compose([{ kind: 'remark' }], { state: { saidLines: all } })
    expect(next.text).toMatch(/bye friendly \d。$/)
    expect(next.state.ended).toEqual({ reason: 'client-done', turnIndex: 3 })
  })

  test('the name: the surname alone for 先生, else as people call them', () => {
    expect(compose([{ kind: 'tell-name' }]).text).toContain('我姓甲。')
    expect(compose([{ kind: 'tell-name' }], { persona: { ...persona, address: '甲老師' } }).text).toContain(
      '大家都叫我甲老師。',
    )
  })
})
