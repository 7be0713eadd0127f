import { describe, expect, test } from 'vitest'
import { createSeededRandom } from '../../../shared/seeded-random'
import { findQuantities } from './find-quantities'
import { varyQuantity } from './vary-quantity'

const texts = (statement: string) => findQuantities(statement).map((one) => `${one.unit} ${one.text}`)

describe('findQuantities', () => {
  test.each([
    ['應於知悉後五日內通知保險人', ['day 五日']],
    ['應於七個工作日內表明', ['day 七個工作日']],
    ['經過一個月不行使而消滅；或契約訂立後經過二年', ['month 一個月', 'year 二年']],
    ['年滿六十五歲以上之人', ['age 六十五歲']],
    ['應按實收總額百分之十五繳存保證金', ['percent 百分之十五']],
    ['不得少於保單價值準備金之四分之三', ['fraction 四分之三']],
    ['處新臺幣六十萬元以上六百萬元以下罰鍰', ['money-range 新臺幣六十萬元以上六百萬元以下']],
    ['予以三個月以上一年以下停止招攬行為之處分', ['time-range 三個月以上一年以下']],
    ['由二十人以上金融消費者以書面授與', ['people 二十人']],
    // Dates, ordinals, years of the Republic and single persons are nothing to ask for.
    ['中華民國一百零二年十一月七日', []],
    ['第三人對於第二十三條之請求', []],
    ['應置總經理一人以上', []],
  ])('%s', (statement, expected) => {
    expect(texts(statement)).toEqual(expected)
  })
})

describe('varyQuantity', () => {
  const vary = (statement: string, law = statement) =>
    varyQuantity(findQuantities(statement)[0]!, law, 3, createSeededRandom('1'))

  test('three others of the same wording, none of which the article holds', () => {
    const wrong = vary('應於五日內通知', '應於五日內通知，三日內補正，並於七日前公告。')
    expect(wrong).toHaveLength(3)
    for (const one of wrong) expect(one).toMatch(/^(?:二|十|十四|十五|二十|三十)日$/u)
  })

  test('no number that is the right one in another unit, or too near to it', () => {
    for (const seed of 'abcdefgh') {
      const wrong = varyQuantity(findQuantities('應於六十日內通知')[0]!, '三十日或二個月', 3, createSeededRandom(seed))
      expect(wrong).not.toContain('三十日')
      expect(wrong).not.toContain('六十日')
    }
    expect(vary('於十五日內報備')).not.toContain('十四日')
  })

  test('ranges and shares keep their form', () => {
    for (const one of vary('處新臺幣六十萬元以上六百萬元以下罰鍰')) expect(one).toMatch(/^新臺幣.+元以上.+元以下$/u)
    for (const one of vary('不得少於四分之三')) expect(one).toMatch(/^.分之.$/u)
    for (const one of vary('處三年以上十年以下有期徒刑')) expect(one).toMatch(/以上.+以下$/u)
  })
})
