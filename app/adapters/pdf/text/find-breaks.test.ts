import { describe, expect, test } from 'vitest'
import { findBreaks } from './find-breaks'

/** The text with a bar at every place where a line may end. */
const show = (text: string) => {
  const breaks = findBreaks(text)
  return [...text].reduce<[string, number]>(
    ([shown, at], one) => [`${shown}${breaks[at] ? '|' : ''}${one}`, at + one.length],
    ['', 0],
  )[0]
}

describe('findBreaks', () => {
  test.each([
    ['between Chinese characters', '保險業務', '保|險|業|務'],
    ['no closing mark begins a line', '保費，年繳。', '保|費，|年|繳。'],
    ['no opening mark ends one', '依「保險法」（下稱本法）', '依|「保|險|法」|（下|稱|本|法）'],
    ['marks in a row cling together', '嗎？」他說', '嗎？」|他|說'],
    ['a word stays whole', '用 Excel 表', '用 |Excel |表'],
    ['a Latin word beside Chinese', '以Excel表', '以|Excel|表'],
    ['numbers with their unit', '繳費20年', '繳|費|20年'],
    ['also with a space', '滿 65 歲者', '滿 |65 歲|者'],
    ['and a unit of two words', '約 1,200 萬元整', '約 |1,200 萬元|整'],
    ['percent', '利率2.25%起', '利|率|2.25%|起'],
    ['currency before', '共 NT$30,000 元', '共 |NT$30,000 元'],
    ['articles', '依第 64 條與 §6-1-11', '依|第 64 條|與 |§6-1-11'],
    ['dates', '自 2025-06-18 起', '自 |2025-06-18 |起'],
    ['ranges', '等待期3至5日內', '等|待|期|3至5日|內'],
    ['dash and dots are not parted, and begin no line', '是嗎……那', '是|嗎……|那'],
    ['a compound word may end at its hyphen', 'long-term 險', 'long-|term |險'],
    ['a rare character of two code units', '龘𠮷寺', '龘|𠮷|寺'],
    ['a sub-item in brackets', '依 §6-1-5(3)、本法(草案)', '依 |§6-1-5(3)、|本|法|(草|案)'],
    ['a full-width bracket begins a word', '辦理 CRM（系統）', '辦|理 |CRM|（系|統）'],
    ['a slash', '業務員/保經', '業|務|員/|保|經'],
    ['straight quotation marks cling to both sides', '說"好"吧', '說"好"吧'],
  ])('%s: %s', (_name, text, expected) => {
    expect(show(text)).toBe(expected)
  })
})
