import { describe, expect, test } from 'vitest'
import { analyseClientLine } from './analyse-client-line'

describe('analyseClientLine', () => {
  test('a question about fees, with its exact words', () => {
    const text = '了解。那解約要扣多少費用？'
    const line = analyseClientLine(text)
    expect(line.questions).toHaveLength(1)
    const [question] = line.questions
    expect(question!.kind).toBe('amount')
    expect(question!.concerns).toEqual(expect.arrayContaining(['fee', 'surrender']))
    expect(text.slice(question!.start, question!.end)).toBe('那解約要扣多少費用')
  })

  test('kinds of question', () => {
    const kind = (text: string) => analyseClientLine(text).questions[0]?.kind
    expect(kind('會不會虧錢？')).toBe('yes-no')
    expect(kind('為什麼我需要買？')).toBe('why')
    expect(kind('繳十年還是二十年？')).toBe('choice')
    expect(kind('等待期是什麼？')).toBe('open')
  })

  test('tags, echoes and a question left behind are none', () => {
    expect(analyseClientLine('美元會跌，對吧？').questions).toEqual([])
    expect(analyseClientLine('四成？那麼多').questions).toEqual([])
    expect(analyseClientLine('你知道現在房租多貴嗎？好啦你問。').questions).toEqual([])
  })

  test('objections, worries, refusals', () => {
    expect(analyseClientLine('這也太貴了吧').objections.length).toBeGreaterThan(0)
    expect(analyseClientLine('我怕以後賠不到').worries.length).toBeGreaterThan(0)
    expect(analyseClientLine('我想先問我太太').isRefusal).toBe(true)
    expect(analyseClientLine('我還沒說要買').isRefusal).toBe(true)
    expect(analyseClientLine('好，那就這樣').isRefusal).toBe(false)
  })

  test('one who says it is clear now objects to nothing', () => {
    expect(analyseClientLine('原來提早解約會虧，現在我明白多了').objections).toEqual([])
  })

  test('an empty line is an empty reading', () => {
    const line = analyseClientLine('')
    expect([line.questions, line.worries, line.objections, line.requests]).toEqual([[], [], [], []])
  })
})
