import { describe, expect, test } from 'vitest'
import { type AnalysedAnswer, analyseItems } from './analyse-items'
import type { ItemContent } from './item'

const content = (keys: string[] = ['a']): ItemContent => ({
  type: 'single',
  stem: '題幹',
  options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id, isKey: keys.includes(id), reason: '' })),
  explanation: '',
  citations: [],
  difficulty: 1,
  ability: 'recall',
  dimension: null,
})
const item = (itemId: string, own: ItemContent = content()) => ({ itemId, version: 1, content: own })
const choose = (attemptId: string, itemId: string, optionId: string): AnalysedAnswer => ({
  attemptId,
  itemId,
  itemVersion: 1,
  points: optionId === 'a' ? 1 : 0,
  response: { type: 'choice', optionIds: [optionId] },
})
/** One letter for each attempt: what was chosen; `.` for no answer. */
const answersOf = (itemId: string, letters: string) =>
  [...letters].flatMap((letter, at) => (letter === '.' ? [] : [choose(`t${at}`, itemId, letter)]))
const statisticsOf = (analysis: ReturnType<typeof analyseItems>, itemId: string) =>
  analysis.items.find((one) => one.itemId === itemId)!

describe('by hand', () => {
  // Four attempts, three items; rows t0..t3: 111, 110, 100, 000. Totals 3, 2, 1, 0.
  const answers = [...answersOf('x', 'aaab'), ...answersOf('y', 'aabb'), ...answersOf('z', 'abbb')]
  const analysis = analyseItems(answers, [item('x'), item('y'), item('z')])

  test('difficulty and mean', () => {
    expect(analysis.attempts).toBe(4)
    // (3 + 2 + 1 + 0) / 4 of 3.
    expect(analysis.meanPercent).toBeCloseTo(50)
    expect(analysis.items.map((one) => one.difficulty)).toEqual([0.75, 0.5, 0.25])
  })

  test('Kuder-Richardson 20', () => {
    // Sum of pq = .1875 + .25 + .1875 = .625; variance of totals 3, 2, 1, 0 = 1.25; 3/2 × (1 − .625/1.25) = .75.
    expect(analysis.kr20).toBeCloseTo(0.75)
  })

  test('point-biserial with the rest score', () => {
    // x = 1,1,1,0 with rest 2,1,0,0: means .75 and .75; covariance (.3125 + .0625 − .1875 + .5625)/4 = .1875;
    // deviations √.1875 = .4330 and √.6875 = .8292; r = .1875/.3590 = .5222.
    expect(statisticsOf(analysis, 'x').discrimination).toBeCloseTo(0.5222, 3)
    // y = 1,1,0,0 with rest 2,1,1,0: covariance (.5 + 0 + 0 + .5)/4 = .25; deviations .5 and √.5; r = .7071.
    expect(statisticsOf(analysis, 'y').discrimination).toBeCloseTo(Math.SQRT1_2, 3)
  })

  test('option counts, those never chosen among them', () => {
    expect(statisticsOf(analysis, 'y').optionCounts).toEqual({ a: 2, b: 2, c: 0, d: 0 })
  })

  test('four answers are too few to say more', () => {
    expect(analysis.items.map((one) => one.flags)).toEqual(Array(3).fill(['too-few-answers']))
  })
})

describe('flags from ten answers on', () => {
  const items = ['easy', 'hard', 'good', 'wrong'].map((id) => item(id))
  const letters = {
    easy: 'aaaaaaaaaaaa',
    hard: 'abbbbbccccdd',
    good: 'aaaaaabbbccd',
    // Those who know the rest choose b: the key is probably not a.
    wrong: 'bbbbbbaaaacd',
  }
  const analysis = analyseItems(
    Object.entries(letters).flatMap(([id, own]) => answersOf(id, own)),
    items,
  )
  const flagsOf = (id: string) => statisticsOf(analysis, id).flags

  test('all right: too easy, no discrimination to tell, dead distractors', () => {
    expect(statisticsOf(analysis, 'easy').discrimination).toBeNull()
    expect(flagsOf('easy')).toEqual(['too-easy', 'dead-distractor'])
  })
  test('1 of 12 is under .2', () => expect(flagsOf('hard')).toContain('too-hard'))
  test('a key that the best avoid is suspect', () => {
    expect(statisticsOf(analysis, 'wrong').discrimination).toBeLessThan(0)
    expect(flagsOf('wrong')).toContain('key-suspect')
    expect(flagsOf('wrong')).toContain('discriminates-badly')
  })
  test('a distractor that 1 of 12 chose is alive', () => expect(flagsOf('good')).not.toContain('dead-distractor'))
})

test('at the thresholds themselves there is no flag', () => {
  // 20 attempts: 19 right is .95, not over it; 4 right is .2, not under it; 1 of 20 is 5 %, not under it.
  const items = [item('e'), item('h')]
  const answers = [...answersOf('e', 'aaaaaaaaaaaaaaaaaaab'), ...answersOf('h', 'aaaabbbbbbbbbbbbbccd')]
  const analysis = analyseItems(answers, items)
  expect(statisticsOf(analysis, 'e').flags).not.toContain('too-easy')
  expect(statisticsOf(analysis, 'h').flags).not.toContain('too-hard')
  expect(statisticsOf(analysis, 'h').flags).not.toContain('dead-distractor')
})

test('what was left out counts 0 in the scores and is no answer', () => {
  const analysis = analyseItems([...answersOf('x', 'aa'), ...answersOf('y', 'a.')], [item('x'), item('y')])
  expect(analysis.meanPercent).toBeCloseTo(75)
  expect(statisticsOf(analysis, 'y')).toMatchObject({ answers: 1, difficulty: 0.5 })
})

test('answers to another version or an unknown item do not count', () => {
  const old = { ...choose('t0', 'x', 'a'), itemVersion: 2 }
  const analysis = analyseItems([old, choose('t0', 'gone', 'a')], [item('x')])
  expect(analysis).toEqual({
    attempts: 0,
    meanPercent: null,
    kr20: null,
    items: [
      {
        itemId: 'x',
        answers: 0,
        difficulty: null,
        discrimination: null,
        optionCounts: { a: 0, b: 0, c: 0, d: 0 },
        flags: ['too-few-answers'],
      },
    ],
  })
})

test('no reliability without variance, with one item or with one attempt', () => {
  const two = [item('x'), item('y')]
  expect(analyseItems([...answersOf('x', 'aa'), ...answersOf('y', 'bb')], two).kr20).toBeNull()
  expect(analyseItems(answersOf('x', 'ab'), [item('x')]).kr20).toBeNull()
  expect(analyseItems([...answersOf('x', 'a'), ...answersOf('y', 'b')], two).kr20).toBeNull()
})
