import { describe, expect, test } from 'vitest'
import { gatherQuantities, isKnownQuantity, isManner, listQuantities } from './list-quantities'

const read = (text: string) => listQuantities(text).map(({ kind, value }) => `${kind} ${value}`)

describe('listQuantities', () => {
  test('reads amounts as people say them', () => {
    expect(read('月退四萬八')).toEqual(['money 48000'])
    expect(read('兩千五百塊')).toEqual(['money 2500'])
    expect(read('一個月兩千五塊錢')).toEqual(['months 1', 'money 2500'])
    expect(read('4萬8千元')).toEqual(['money 48000'])
    expect(read('１，７８０元')).toEqual(['money 1780'])
    expect(read('宣告利率 3.6%')).toEqual(['percent 3.6'])
    expect(read('百分之四，也就是四趴')).toEqual(['percent 4', 'percent 4'])
    expect(read('扣三成')).toEqual(['percent 30'])
    expect(read('六年期，等三十天')).toEqual(['years 6', 'days 30'])
    expect(read('我六十七歲')).toEqual(['age 67'])
  })

  test('numerals that count nothing are left out', () => {
    expect(read('萬一有一個人，千萬不要跟他說三不五時的事')).toEqual([])
  })

  test('spans are those of the text as given', () => {
    const text = '萬一要解約，扣３％嗎'
    const [first] = listQuantities(text)
    expect(text.slice(first!.start, first!.end)).toBe('３％')
  })

  test('what is stated in one spelling is known in another', () => {
    const known = gatherQuantities(['月退四萬八', '宣告 3.6%', '編號 36'])
    const isKnown = (text: string) => listQuantities(text).every((each) => isKnownQuantity(known, each))
    expect(isKnown('48,000元')).toBe(true)
    expect(isKnown('4.8萬')).toBe(true)
    expect(isKnown('四萬九')).toBe(false)
    expect(isKnown('3.6')).toBe(true)
    expect(isKnown('36個月')).toBe(true)
    expect(isKnown('48000歲')).toBe(false)
  })

  test('small counts are a manner of speaking, ages and sums are not', () => {
    const manner = (text: string) => listQuantities(text).map(isManner)
    expect(manner('兩三年、三四萬')).toEqual([])
    expect(manner('想個三天')).toEqual([true])
    expect(manner('想個五天')).toEqual([false])
    expect(manner('三歲')).toEqual([false])
    expect(manner('五萬')).toEqual([false])
  })
})
