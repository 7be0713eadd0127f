import { describe, expect, test } from 'vitest'
import { findNeededWords } from './find-needed-words'

/** What a pattern needs, sorted; null where no words can be named. */
const read = (source: string) => {
  const needed = findNeededWords(source)
  return needed && { words: [...needed.words].sort(), isWhole: needed.isWhole }
}
const whole = (...words: string[]) => ({ words, isWhole: true })
const some = (...words: string[]) => ({ words, isWhole: false })

describe('findNeededWords', () => {
  test('plain alternatives decide alone; a word that holds another one says no more than it', () => {
    expect(read('保證|穩賺')).toEqual(whole('保證', '穩賺'))
    expect(read('保|保證')).toEqual(whole('保'))
  })

  test('what may be left out and what is one of few is spelled out', () => {
    expect(read('不(?:能|可)說?')).toEqual(whole('不可', '不能'))
    expect(read('第[一二]年')).toEqual(whole('第一年', '第二年'))
    expect(read('[1-3]成')).toEqual(whole('1成', '2成', '3成'))
  })

  test('of two parts with a gap between them the rarer one is taken, and does not decide alone', () => {
    expect(read('您.{0,3}解約')).toEqual(some('解約'))
    expect(read('(?:退佣|退錢)[^。]{0,9}您')).toEqual(some('退佣', '退錢'))
  })

  test('anchors and looks around forbid a match, so that the words do not decide alone', () => {
    expect(read('^保單')).toEqual(some('保單'))
    expect(read('(?<!不)違法')).toEqual(some('違法'))
    expect(read('可以(?=嗎|嘛)')).toEqual(some('可以'))
  })

  test('what must stand at least once is needed, what may stand no time is not', () => {
    expect(read('(?:哈哈)+笑')).toEqual(some('哈哈'))
    expect(read('(?:契約){2,3}')).toEqual(some('契約'))
    expect(read('(?:契約)*')).toBeNull()
    expect(read('契約{0,2}[^。]')).toEqual(some('契'))
    // One character, of two code units.
    expect(read('契𠮷?約')).toEqual(whole('契約', '契𠮷約'))
  })

  test('one alternative without words leaves none to the whole', () => {
    expect(read('保證|[^。]{2}')).toBeNull()
    expect(read('保證|')).toBeNull()
    expect(read('\\S*')).toBeNull()
  })

  test('escapes: of marks, of digits, of a property, and one that is not known gives up', () => {
    expect(read('a\\.b')).toEqual(whole('a.b'))
    expect(read('\\d趴')!.words).toHaveLength(10)
    expect(read('\\p{L}契約')).toEqual(some('契約'))
    expect(read('\\cJ契約')).toBeNull()
  })

  test('named groups and lazy repeats are read like others', () => {
    expect(read('滿(?<n>[一二])年??')).toEqual(whole('滿一', '滿二'))
  })
})
