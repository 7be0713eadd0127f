import { describe, expect, test } from 'vitest'
import { findRetold } from './find-retold'

describe('findRetold', () => {
  test.each([
    ['六十七歲，國小退休', ['67 歲，國小退休老師，領月退'], { clause: '67歲', at: 0 }],
    ['三十八歲，已婚', ['38歲', '別的'], { clause: '38歲', at: 0 }],
    ['已婚，兩個小孩，房貸', ['竹科工程師', '已婚，兩個小孩，有房貸'], { clause: '已婚', at: 1 }],
    ['事前寄了試算表', ['事先寄了一份試算表給你'], { clause: '事前寄試算表', at: 0 }],
    ['三張保單都已繳清', ['有三張繳清的舊保單'], { clause: '3保單已繳清', at: 0 }],
    ['太太管帳', ['工廠老闆，太太管帳'], { clause: '太太管帳', at: 0 }],
    ['那筆定存月底到期', ['在郵局有一筆定存'], null],
    ['領老農津貼', ['一個人住', '領月退'], null],
    ['', ['一個人住'], null],
  ])('%s', (text, others, expected) => {
    expect(findRetold(text, others)).toEqual(expected)
  })

  test('three letters of four are a retelling, two are not', () => {
    expect(findRetold('甲乙丙丁', ['丙乙甲己'])).toEqual({ clause: '甲乙丙丁', at: 0 })
    expect(findRetold('甲乙丙丁', ['乙甲戊己'])).toBeNull()
  })
})
