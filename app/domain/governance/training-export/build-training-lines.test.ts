import { describe, expect, test } from 'vitest'
import { buildTrainingLines, type ExportedTalk } from './build-training-lines'

const text = (zh: string) => ({ zh, en: zh })
const input = {
  persona: { name: '林秀琴', address: '林老師', age: 67, occupation: text('退休老師'), place: text('台南') },
  scenario: {
    id: 'some-scenario',
    briefing: { where: text('客戶家'), goal: text('了解需求'), known: [text('剛退休')] },
  },
  talk: {
    owner: { name: '陳大文' },
    roleplay: { openingText: null, scorecard: { status: 'scored', overall: 81 } },
    turns: [
      {
        text: '林老師您好，我是安禾人壽的陳大文，電話 0912-345-678。',
        replyText: '大文你好，0912345678 是嗎？',
        score: { status: 'scored', total: 60, betterWording: { text: '林老師您好，方便請教嗎？', total: 75 } },
      },
      {
        text: '今天簽最划算。',
        replyText: '我再想想。',
        score: { status: 'scored', total: 10, betterWording: null },
      },
    ],
  },
} as unknown as ExportedTalk

describe('buildTrainingLines', () => {
  test('a talk as messages: the user speaks first, no name and no number of a real person is left', () => {
    const [line] = buildTrainingLines(input, { format: 'chat', side: 'agent' })
    expect(line).toMatchObject({
      messages: [
        { role: 'system' },
        { role: 'user', content: '（對方在等你先開口。）' },
        { role: 'assistant', content: '林老師您好，我是安禾人壽的⟦姓名⟧，電話 ⟦電話1⟧。' },
        { role: 'user', content: '⟦姓名⟧你好，⟦電話1-2⟧ 是嗎？' },
        { role: 'assistant', content: '今天簽最划算。' },
        { role: 'user', content: '我再想想。' },
      ],
      source: { scenario: 'some-scenario', turnIndex: null, score: 81 },
    })
  })

  test('from the client’s side the trainee is the user', () => {
    const [line] = buildTrainingLines(input, { format: 'chat', side: 'client' })
    expect(line && 'messages' in line && line.messages.map((one) => one.role)).toEqual([
      'system',
      'user',
      'assistant',
      'user',
      'assistant',
    ])
  })

  test('a preference for each turn with a wording that scored higher', () => {
    const lines = buildTrainingLines(input, { format: 'preference', side: 'agent' })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({
      chosen: [{ role: 'assistant', content: '林老師您好，方便請教嗎？' }],
      rejected: [{ role: 'assistant', content: '林老師您好，我是安禾人壽的⟦姓名⟧，電話 ⟦電話1⟧。' }],
      source: { turnIndex: 0, score: 60 },
    })
  })
})
