import { describe, expect, test } from 'vitest'
import { createSeededRandom } from '../../../shared/seeded-random'
import { chooseWrongValues, formOf } from './vary-value'

const wrong = (value: string, pool: string[] = [], held = value, seed = 's') =>
  chooseWrongValues(
    value,
    pool.map((text) => ({ text, of: '別的商品' })),
    held,
    3,
    createSeededRandom(seed),
  )

test.each([
  ['30 天', '# 天'],
  ['0 歲到 70 歲', '# 歲到 # 歲'],
  ['1,000,000 元', '# 元'],
  ['5.5% 到 12.8%', '#% 到 #%'],
])('the form of %s is %s', (value, form) => {
  expect(formOf(value)).toBe(form)
})

describe('wrong values', () => {
  test('come from other products first, up to all but one', () => {
    const found = wrong('30 天', ['90 天', '60 天', '45 天'])
    expect(found.filter((one) => one.of === '別的商品')).toHaveLength(2)
    expect(found.filter((one) => one.of === null)).toHaveLength(1)
  })

  test('are in the same form and of about the same size', () => {
    expect(wrong('30 天', ['2 年', '30 日起', '9,000 天']).every((one) => one.of === null)).toBe(true)
  })

  test.each([
    '30 天',
    '10 日',
    '2 年',
    '105 歲',
    '3%',
    '5.5% 到 12.8%',
    '15 歲到 75 歲',
    '900,000 元',
    '1 到 11 級',
    'CDR 2',
    '1.025 倍',
  ])('near %s there are three, all different', (value) => {
    const texts = wrong(value).map((one) => one.text)
    expect(new Set([...texts, value]).size).toBe(4)
    for (const text of texts) expect(formOf(text)).toBe(formOf(value))
  })

  test('of a range the first stays under the last', () => {
    for (let i = 0; i < 30; i++) {
      for (const { text } of wrong('20,000 元到 50,000 元', [], '20,000 元到 50,000 元', String(i))) {
        const [from, to] = text.match(/[\d,]+/gu)!.map((one) => Number(one.replace(/,/gu, '')))
        expect(from).toBeLessThan(to!)
      }
    }
  })

  test('never hold what the sentence holds too', () => {
    const held = '第 1 年 4%、第 2 年 3%、第 3 年 2%、第 4 年 1%'
    for (let i = 0; i < 30; i++)
      for (const { text } of wrong('4%', ['3%', '1%'], held, String(i))) expect(held).not.toContain(` ${text}`)
  })
})
