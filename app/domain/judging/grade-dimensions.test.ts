import { describe, expect, test } from 'vitest'
import { catalogue, observe, rubric } from '../../../tests/fixtures/judging-content'
import { type GradedTurn, gradeDimensions } from './grade-dimensions'

const turnsOf = (codes: string[][], lines: string[] = []): GradedTurn[] =>
  codes.map((list, index) => ({
    index,
    observations: list.map((code) => observe(code, `說${code}`)),
    clientLineBefore: lines[index] ?? '嗯，好。',
  }))
const grade = (turns: GradedTurn[], dutyIds: string[] = []) =>
  gradeDimensions({ turns, ledger: dutyIds.map((dutyId) => ({ dutyId })) }, rubric, catalogue)

describe('gradeDimensions', () => {
  test('opening: name and certificate 3.0 is good, with a greeting 3.5 exemplary, a greeting alone token', () => {
    expect(grade(turnsOf([['opening.identify', 'opening.licence']])).opening).toMatchObject({ level: 4 })
    expect(grade(turnsOf([['opening.greet', 'opening.identify', 'opening.licence']])).opening).toMatchObject({
      level: 5,
    })
    expect(grade(turnsOf([['opening.greet']])).opening).toMatchObject({ level: 2 })
    expect(grade(turnsOf([[]])).opening).toMatchObject({ level: 1 })
  })

  test('discovery: asking again earns a quarter', () => {
    // goal 1.5 + family 1 + family again .25 + finance 1 = 3.75: adequate; with coverage 4.75: good.
    const asked = [['discovery.goal', 'discovery.family'], ['discovery.family'], ['discovery.finance']]
    expect(grade(turnsOf(asked)).discovery).toMatchObject({ level: 3 })
    expect(grade(turnsOf([...asked, ['discovery.coverage']])).discovery).toMatchObject({ level: 4 })
  })

  test('compliance falls with the worst violation', () => {
    const level = (...codes: string[]) => grade(turnsOf([codes, [], [], [], []])).compliance
    expect(level()).toMatchObject({ level: 5 })
    expect(level('violation.disparage')).toMatchObject({ level: 3 })
    expect(level('violation.disparage', 'violation.conceal')).toMatchObject({ level: 2 })
    expect(level('violation.rebate', 'violation.conceal')).toMatchObject({ level: 1 })
  })

  test('a talk of mostly poor turns is limited in every dimension', () => {
    const opening = ['opening.greet', 'opening.identify', 'opening.licence']
    const fault = ['listening.ignore']
    expect(grade(turnsOf([opening, fault, fault, [], []])).opening).toMatchObject({ level: 3 })
    expect(grade(turnsOf([opening, fault, fault, fault, []])).opening).toMatchObject({ level: 2 })
    const breach = ['violation.conceal']
    expect(grade(turnsOf([opening, breach, breach, [], []].slice(0, 4))).opening).toMatchObject({ level: 1 })
  })

  test('no occasion is not applicable; an occasion that was not used is level 1', () => {
    const calm = grade(turnsOf([[], []]))
    expect(calm.objection).toEqual({ status: 'not-applicable' })
    expect(calm.disclosure).toEqual({ status: 'not-applicable' })
    expect(calm.closing).toEqual({ status: 'not-applicable' })
    expect(grade(turnsOf([[], []], ['', '我很怕虧錢。'])).objection).toMatchObject({ level: 1 })
    expect(grade(turnsOf([[], []]), ['premium-term']).disclosure).toMatchObject({ level: 1 })
  })

  test('evidence shows what went wrong first, with turn and words', () => {
    const result = grade(turnsOf([['listening.empathy'], ['listening.ignore']])).listening
    expect(result).toMatchObject({
      evidence: [
        { turnIndex: 1, code: 'listening.ignore', quote: '說listening.ignore' },
        { turnIndex: 0, code: 'listening.empathy' },
      ],
    })
  })
})
