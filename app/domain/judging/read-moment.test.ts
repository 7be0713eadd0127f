import { expect, test } from 'vitest'
import { observe, rubric } from '../../../tests/fixtures/judging-content'
import { type MomentInput, readMoment } from './read-moment'

const read = (line: string, codes: string[] = [], changes: Partial<MomentInput> = {}) =>
  readMoment(
    {
      observations: codes.map((code) => observe(code)),
      talk: line === '' ? [] : [{ who: 'client', text: line }],
      turnIndex: 4,
      seen: {},
      ...changes,
    },
    rubric,
  )

test('a question, a worry and a no are told apart from small talk', () => {
  expect(read('一年要繳多少？')).toMatchObject({ afterQuestion: true, afterWorry: false })
  expect(read('我很怕被騙。')).toMatchObject({ afterQuestion: false, afterWorry: true })
  expect(read('我先跟我太太商量。')).toMatchObject({ afterWorry: true })
  expect(read('茶在這裡，請坐。')).toMatchObject({ afterQuestion: false, afterWorry: false })
})

test('what was observed outranks the wording', () => {
  expect(read('茶在這裡。', ['listening.answer']).afterQuestion).toBe(true)
  expect(read('茶在這裡。', ['objection.acknowledge']).afterWorry).toBe(true)
})

test('need comes first until something was asked or offered', () => {
  expect(read('嗯。').beforeNeed).toBe(true)
  expect(read('嗯。', [], { seen: { 'discovery.family': 1 } }).beforeNeed).toBe(false)
  expect(read('嗯。', [], { seen: { 'explanation.feature': 1 } }).beforeNeed).toBe(false)
})

test('nobody spoke before: there is no line to answer', () => {
  expect(read('')).toMatchObject({ clientLine: '', afterQuestion: false, afterWorry: false })
  expect(
    read('', [], {
      talk: [
        { who: 'client', text: '好嗎？' },
        { who: 'trainee', text: '好' },
      ],
    }).clientLine,
  ).toBe('')
})
