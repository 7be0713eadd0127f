import { describe, expect, test } from 'vitest'
import { isEmptyResponse, readResponse } from './read-response'

function formOf(...fields: [string, string][]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

describe('the fields of an answer', () => {
  test('options, a statement, words, pairs, text', () => {
    expect(readResponse('multiple', formOf(['option', 'a'], ['option', 'c']))).toEqual({
      type: 'choice',
      optionIds: ['a', 'c'],
    })
    expect(readResponse('true-false', formOf(['truth', 'false']))).toEqual({ type: 'true-false', isTrue: false })
    expect(readResponse('cloze', formOf(['word', ' 十日 '], ['word', '']))).toEqual({
      type: 'cloze',
      words: ['十日', ''],
    })
    expect(readResponse('matching', formOf(['right', '甲'], ['right', '']))).toEqual({
      type: 'matching',
      rights: ['甲', null],
    })
    expect(readResponse('short-answer', formOf(['text', '會虧損']))).toEqual({ type: 'short-answer', text: '會虧損' })
  })

  test.each([
    ['up:1', ['乙', '甲', '丙']],
    ['down:1', ['甲', '丙', '乙']],
    ['up:0', ['甲', '乙', '丙']],
    ['down:2', ['甲', '乙', '丙']],
    ['sideways', ['甲', '乙', '丙']],
  ])('steps moved by a button without a script: %s', (move, steps) => {
    const form = formOf(['step', '甲'], ['step', '乙'], ['step', '丙'], ['move', move])
    expect(readResponse('ordering', form)).toEqual({ type: 'ordering', steps })
  })

  test('what was left empty is no answer', () => {
    const isEmpty = (type: Parameters<typeof readResponse>[0], form: FormData) =>
      isEmptyResponse(readResponse(type, form), form)
    expect(isEmpty('single', formOf())).toBe(true)
    expect(isEmpty('true-false', formOf())).toBe(true)
    expect(isEmpty('true-false', formOf(['truth', 'false']))).toBe(false)
    expect(isEmpty('cloze', formOf(['word', ' ']))).toBe(true)
    expect(isEmpty('matching', formOf(['right', '']))).toBe(true)
    expect(isEmpty('short-answer', formOf(['text', ' \n']))).toBe(true)
    expect(isEmpty('ordering', formOf(['step', '甲']))).toBe(false)
  })
})
