import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../../tests/fixtures/judging-content'
import { extractJson } from './extract-json'
import { parseObservationReply } from './parse-observation-reply'

const utterance = '您好，我是安禾人壽的小陳。您好嗎？宣告利率３.６％，不保證。'
const heard = { utterance, clientText: '這個要綁多久？', catalogue }
const reply = (...observations: unknown[]) => JSON.stringify({ observations })
const parse = (text: string) => parseObservationReply(text, heard)

describe('parseObservationReply', () => {
  test('keeps what is verified, with exact quotes', () => {
    const parsed = parse(
      reply(
        { code: 'disclosure.non_guaranteed', quote: '宣告利率3.6%，不保證' },
        { code: 'opening.greet', quote: '您好' },
      ),
    )
    expect(parsed).toEqual({
      status: 'parsed',
      dropped: { unknownCode: 0, quoteNotFound: 0, repeated: 0 },
      observations: [
        { code: 'opening.greet', source: 'trainee', quote: '您好', start: 0, end: 2, confidence: 0.7 },
        {
          code: 'disclosure.non_guaranteed',
          source: 'trainee',
          quote: '宣告利率３.６％，不保證',
          start: 17,
          end: 29,
          confidence: 0.7,
        },
      ],
    })
  })

  test('drops and counts unknown codes, invented quotes and repeats', () => {
    const parsed = parse(
      reply(
        { code: 'opening.wonderful', quote: '您好' },
        { code: 'violation.rebate', quote: '我退佣給您' },
        { code: 'opening.greet', quote: '您好' },
        { code: 'opening.greet', quote: '您好' },
        { code: 'opening.greet', quote: '您好' },
      ),
    )
    expect(parsed).toMatchObject({ dropped: { unknownCode: 1, quoteNotFound: 1, repeated: 1 } })
    expect(parsed.status === 'parsed' && parsed.observations.map(({ start }) => start)).toEqual([0, 13])
  })

  test("what was passed over is quoted from the client's words", () => {
    expect(parse(reply({ code: 'listening.ignore', quote: '要綁多久' }))).toMatchObject({
      observations: [{ source: 'client', quote: '要綁多久', start: 2, end: 6 }],
    })
    expect(parse(reply({ code: 'listening.ignore', quote: '宣告利率' }))).toMatchObject({ observations: [] })
  })

  test('reads no score, whatever a model adds', () => {
    const parsed = parse(JSON.stringify({ score: 100, passed: true, observations: [] }))
    expect(parsed).toEqual({
      status: 'parsed',
      observations: [],
      dropped: { unknownCode: 0, quoteNotFound: 0, repeated: 0 },
    })
  })

  test.each([
    ['prose', '這位業務員說得很好，我給滿分。', 'not-json'],
    ['cut off', '{"observations":[{"code":"opening.greet","quo', 'not-json'],
    ['two objects', '{"observations":[]} {"observations":[]}', 'not-json'],
    ['no list', '{"codes":[]}', 'wrong-shape'],
    ['a bare array', '[{"code":"opening.greet","quote":"您好"}]', 'wrong-shape'],
    ['a quote of another kind', '{"observations":[{"code":"opening.greet","quote":7}]}', 'wrong-shape'],
    [
      'far too many',
      reply(...Array.from({ length: 61 }, () => ({ code: 'opening.greet', quote: '您好' }))),
      'wrong-shape',
    ],
  ])('cannot be read: %s', (_name, text, reason) => {
    expect(parse(text)).toMatchObject({ status: 'invalid', reason })
  })
})

test('extractJson finds the one object in a fence, in prose and after a thought', () => {
  const found = { status: 'found', value: { a: '}{' } }
  expect(extractJson('```json\n{"a":"}{"}\n```')).toEqual(found)
  expect(extractJson('好的，如下：{"a":"}{"} 以上。')).toEqual(found)
  expect(extractJson('<think>{"b":1}</think>{"a":"}{"}')).toEqual(found)
  expect(extractJson('7')).toEqual({ status: 'none' })
})
