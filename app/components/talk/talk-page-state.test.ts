import { describe, expect, test } from 'vitest'
import {
  findBreach,
  type ReduceOptions,
  reduceTalkPage,
  type TalkPageEvent,
  type TalkPageState,
} from './talk-page-state'

const OPTIONS: ReduceOptions = {
  mode: 'practice',
  breaches: { 'violation.rebate': 'critical', 'violation.disparage': 'minor' },
  pick: (text) => text.zh,
}
const EMPTY: TalkPageState = {
  turns: [],
  ledger: [],
  learnt: [],
  mood: 'neutral',
  ended: null,
  connection: 'saved',
  stoppedBy: null,
}
const SENT: TalkPageEvent = { kind: 'send', turn: { turnId: 'a', turnIndex: 0, text: '您好' } }
const run = (events: TalkPageEvent[], from = EMPTY) =>
  events.reduce((state, event) => reduceTalkPage(state, event, OPTIONS), from)
const server = (event: Extract<TalkPageEvent, { kind: 'server' }>['event']): TalkPageEvent => ({
  kind: 'server',
  turnId: 'a',
  event,
})
const score = (codes: string[]) => ({
  status: 'scored' as const,
  total: 0,
  items: codes.map((code) => ({ code, points: -10, quote: code })),
  observations: [],
  advice: [{ code: codes[0]!, zh: '不可以', en: 'No' }],
  betterWording: null,
})

describe('the talk page', () => {
  test('pieces grow into the reply, and the whole reply replaces them', () => {
    const growing = run([
      SENT,
      server({ event: 'reply.delta', data: { text: '你' } }),
      server({ event: 'reply.delta', data: { text: '好' } }),
    ])
    expect(growing.turns[0]).toMatchObject({ mine: { status: 'saved' }, reply: { text: '你好', status: 'speaking' } })
    const whole = run([server({ event: 'reply', data: { text: '你好。', mood: 'warm' } })], growing)
    expect(whole.turns[0]?.reply).toEqual({ text: '你好。', mood: 'warm', status: 'done' })
  })

  test('the reply says who spoke; a turn that is sent anew forgets it', () => {
    const speech = { by: 'embedded' as const, replaced: 'circuit-open' }
    const spoken = run([SENT, server({ event: 'reply', data: { text: '你好。', mood: 'warm', speech } })])
    expect(spoken.turns[0]?.speech).toEqual(speech)
    expect(run([SENT], spoken).turns[0]?.speech).toBeNull()
  })

  test('a turn that is sent anew starts over and stays one turn', () => {
    const again = run([SENT, server({ event: 'reply.delta', data: { text: '你' } }), SENT])
    expect(again.turns).toHaveLength(1)
    expect(again.turns[0]).toMatchObject({ mine: { status: 'sending' }, reply: { text: '', status: 'waiting' } })
  })

  test('a turn that could not be sent keeps its words', () => {
    const failed = run([SENT, { kind: 'fail', turnId: 'a', isOffline: true }])
    expect(failed).toMatchObject({
      connection: 'offline',
      turns: [{ mine: { text: '您好', status: 'failed' }, reply: null }],
    })
  })

  test('a turn that must be said again on a page read anew is taken off, and the page says why', () => {
    expect(run([SENT, { kind: 'stop', turnId: 'a', reason: 'signed-out' }])).toEqual({
      ...EMPTY,
      connection: 'connected',
      stoppedBy: 'signed-out',
    })
  })

  test('what an exam withholds changes nothing', () => {
    const before = run([SENT])
    expect(run([server({ event: 'score', data: { score: { status: 'withheld' }, ledger: [] } })], before)).toEqual(
      before,
    )
  })

  test('stops at the gravest breach, with its words, until one goes on', () => {
    const breached = run([
      SENT,
      server({ event: 'score', data: { score: score(['violation.disparage', 'violation.rebate']), ledger: [] } }),
    ])
    expect(breached.turns[0]?.breach).toMatchObject({
      code: 'violation.rebate',
      severity: 'critical',
      quote: 'violation.rebate',
    })
    expect(run([{ kind: 'go-on', turnId: 'a' }], breached).turns[0]?.breach).toBeNull()
  })

  test('no breach where none was scored', () => {
    expect(findBreach({ status: 'not-scored', reason: 'x' }, OPTIONS.breaches, OPTIONS.pick)).toBeNull()
    expect(findBreach(score(['listening.answer']), OPTIONS.breaches, OPTIONS.pick)).toBeNull()
  })
})
