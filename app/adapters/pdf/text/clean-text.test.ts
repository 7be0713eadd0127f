import { describe, expect, test } from 'vitest'
import { createTextCleaner } from './clean-text'

const create = (lacks = '') =>
  createTextCleaner((codePoint) => codePoint < 0x1_0000 && ![...lacks].includes(String.fromCodePoint(codePoint)))

describe('createTextCleaner', () => {
  test.each([
    ['3～5 年', '3至5 年'],
    ['三～五年', '三至五年'],
    ['10%〜20%', '10%至20%'],
    ['第3～第5條', '第3至第5條'],
    ['好喔～謝謝', '好喔～謝謝'],
    ['甲\u200b乙\ufeff丙\u2060', '甲乙丙'],
    ['一\r\n二\u2028三\t四', '一\n二\n三 四'],
    ['e\u0301', 'é'],
  ])('%j becomes %j without a report', (text, expected) => {
    const cleaner = create()
    expect([cleaner.clean(text), cleaner.listMissing()]).toEqual([expected, []])
  })

  test('a character outside the font is shown by its number and reported once with its count', () => {
    const cleaner = create()
    expect(cleaner.clean('好👍嗎')).toBe('好〔U+1F44D〕嗎')
    expect(cleaner.clean('👍𠮷')).toBe('〔U+1F44D〕〔U+20BB7〕')
    expect(cleaner.listMissing()).toEqual([
      { character: '👍', codePoint: 'U+1F44D', shownAs: '〔U+1F44D〕', count: 2 },
      { character: '𠮷', codePoint: 'U+20BB7', shownAs: '〔U+20BB7〕', count: 1 },
    ])
  })

  test('the nearest character is taken where there is one, and reported too', () => {
    const cleaner = create('爲险ﬁ')
    expect(cleaner.clean('爲保险ﬁ')).toBe('為保險fi')
    expect(cleaner.listMissing().map((one) => [one.codePoint, one.shownAs])).toEqual([
      ['U+7232', '為'],
      ['U+9669', '險'],
      ['U+FB01', 'fi'],
    ])
  })
})
