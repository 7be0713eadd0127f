import { describe, expect, test } from 'vitest'
import { findClauses, isAsking, readUtterance } from './read-utterance'

describe('readUtterance', () => {
  test('full width, simplified, 妳 and case become one form', () => {
    expect(readUtterance('妳好，保证获利６％，OK？').text).toBe('您好,保證獲利6%,ok?')
  })

  test('hidden marks and word breakers are dropped, spans still point at the words as typed', () => {
    const typed = '我保\u200b證 *獲*利'
    const utterance = readUtterance(typed)
    expect(utterance.text).toContain('獲利')
    const at = utterance.text.indexOf('獲利')
    const { start, end } = utterance.toOriginal(at, at + 2)
    expect(typed.slice(start, end)).toBe('獲*利')
  })

  test('spelled-out words are joined', () => {
    expect(readUtterance('保 證 獲 利').text).toBe('保證獲利')
  })

  test('decimals and thousands do not end a clause', () => {
    const { clauses } = readUtterance('一年21,600，利率2.25。好')
    expect(clauses.map((clause) => clause.text)).toEqual(['一年21,600', '利率2.25', '好'])
  })

  test('sentences and questions', () => {
    const { sentences, clauses } = readUtterance('您好！您有小孩嗎？我今年五十歲。')
    expect(sentences).toHaveLength(3)
    expect(clauses.map((clause) => clause.isQuestion)).toEqual([false, true, false])
  })

  test('a request to tell asks without a mark', () => {
    const utterance = readUtterance('想請教您家裡的狀況')
    expect(isAsking(utterance, utterance.clauses[0]!)).toBe(true)
  })

  test('empty and blank texts have no clause', () => {
    expect(readUtterance('').clauses).toEqual([])
    expect(readUtterance(' ，。\n ').clauses).toEqual([])
  })

  test('findClauses gives those a span touches', () => {
    const utterance = readUtterance('甲乙，丙丁，戊己')
    expect(findClauses(utterance, 1, 4).map((clause) => clause.text)).toEqual(['甲乙', '丙丁'])
  })
})
