import { describe, expect, test } from 'vitest'
import { plainPersona, plainScenario } from '../../../tests/fixtures/plain-persona'
import type { ClientQuestion } from '../persona/persona-schema'
import { askFromProduct } from './ask-from-product'
import { composeReply } from './compose-reply'
import { directClient } from './direct-client'
import { openClientState } from './open-client-state'
import { productQuestionsFileSchema } from './product-question-schema'

const kinds = productQuestionsFileSchema.parse([
  {
    id: 'charge',
    concern: 'surrender',
    phase: 'proposal',
    measure: 'share',
    finds: '第 ?(?<year>[1-3]) ?年 ?{n} ?%',
    within: '解約',
    lines: ['第{year}年解約會扣幾趴？', '第{year}年拿出來扣多少？'],
    again: ['第{year}年到底扣多少？', '扣多少你還沒講。'],
  },
  {
    id: 'waiting',
    concern: 'waiting',
    phase: 'proposal',
    measure: 'time',
    finds: '等待期 ?{n} ?天',
    lines: ['要等幾天才賠？', '等待期是幾天？'],
    again: ['到底幾天？', '幾天你還沒說。'],
  },
])
const passages = [
  { id: 'p@1#4.1', heading: '費用', text: '第 1 年 3%，第 2 年 2%。' },
  { id: 'p@1#5.1', heading: '解約金', text: '第 2 年 28%、第 3 年 20%。' },
]

describe('askFromProduct', () => {
  test('asks only what the documents speak of, from the passage that does', () => {
    const questions = askFromProduct(kinds, 'p', passages)
    expect(questions).toEqual([
      {
        id: 'document.p.charge',
        concern: 'surrender',
        products: ['p'],
        phase: 'proposal',
        lines: ['第2年解約會扣幾趴？', '第2年拿出來扣多少？'],
        again: ['第2年到底扣多少？', '扣多少你還沒講。'],
        askedFrom: { passageId: 'p@1#5.1', measure: 'share' },
      },
    ])
  })

  test('silent documents raise no question', () => {
    expect(askFromProduct(kinds, 'p', [])).toEqual([])
  })
})

describe('a client with a document', () => {
  const persona = { ...plainPersona(), questions: [], worries: [] }
  const plain = plainScenario()
  const questions: ClientQuestion[] = askFromProduct(kinds, plain.products[0]!, passages)
  const scenario = { ...plain, extraQuestions: questions, extraWorries: [] }
  const state = { ...openClientState(persona, scenario), phase: 'proposal' as const, trust: 60 }
  const ask = (seed: string) =>
    directClient({
      persona,
      scenario,
      state,
      utterance: '您有什麼想問的嗎？',
      observations: [],
      talk: [],
      turnIndex: 5,
      seed,
    })

  test('asks from it when invited, the same with the same seed, and remembers the passage', () => {
    const { intent, state: after } = ask('a')
    expect(intent.moves).toContainEqual({
      kind: 'ask',
      questionId: `document.${plain.products[0]}.charge`,
      passageId: 'p@1#5.1',
    })
    expect(after.pendingQuestion).toMatchObject({ passageId: 'p@1#5.1', concern: 'surrender' })
    expect(ask('a')).toEqual(ask('a'))
    const reply = composeReply({ persona, scenario, state: after, intent, seed: 'a', turnIndex: 5 })
    expect(reply.text).toMatch(/第2年(?:解約會扣幾趴|拿出來扣多少)？/u)
  })

  test('does not ask out of the document what was asked in own words', () => {
    const own: ClientQuestion = {
      id: 'own',
      concern: 'surrender',
      products: [],
      phase: 'proposal',
      lines: ['解約會怎樣？', '中途解約呢？'],
      again: ['解約呢？', '你還沒說解約。'],
    }
    const { intent } = directClient({
      persona: { ...persona, questions: [own] },
      scenario,
      state: { ...state, askedQuestions: ['own'] },
      utterance: '您有什麼想問的嗎？',
      observations: [],
      talk: [],
      turnIndex: 5,
      seed: 'a',
    })
    expect(intent.moves.filter((move) => move.kind === 'ask')).toEqual([])
  })
})
