import { describe, expect, test } from 'vitest'
import { insurerSchema, type Product, productSchema } from '../../../knowledge/product-schema'
import { readUtterance } from '../text/read-utterance'
import { checkClaims } from './check-claims'

const localised = (zh: string) => ({ zh, en: zh })
function product(own: Record<string, unknown>): Product {
  return productSchema.parse({
    id: 'test-product',
    version: '1.0',
    effectiveFrom: '2024-07-01',
    name: localised('測試商品'),
    shortName: '測試',
    aliases: ['測試'],
    kind: 'whole-life',
    currency: 'TWD',
    issueAge: { min: 0, max: 70 },
    isInterestSensitive: false,
    isInvestmentLinked: false,
    hasSurrenderValue: true,
    hasHealthQuestions: true,
    benefits: [localised('身故')],
    exclusions: [localised('犯罪')],
    risks: [localised('解約損失')],
    notFor: [localised('短期資金')],
    ...own,
  })
}
const insurer = insurerSchema.parse({
  name: localised('測試人壽'),
  hotline: '0800-000-000',
  complaint: '0800-000-000',
  coolingOffDays: 10,
  graceDays: 30,
  reinstatementYears: 2,
  contestableYears: 2,
})
const verdicts = (text: string, ...products: Product[]) =>
  checkClaims(readUtterance(text), products, insurer).map((claim) => claim.verdict)

describe('checkClaims', () => {
  const medical = product({
    kind: 'medical',
    waitingDays: 30,
    acceptsReceiptCopies: false,
    exclusions: [localised('酒駕'), localised('美容整形')],
    limits: [{ id: 'misc', zh: '住院醫療雜費', en: 'misc', amount: 240_000 }],
    coverToAge: 85,
  })
  const whole = product({
    surrenderChargePercentByYear: [40, 28, 20, 13, 8, 4],
    declaredRatePercent: 3.6,
    guaranteedRatePercent: 2.25,
    loadPercent: { min: 5.5, max: 12.8 },
  })
  const term = product({ kind: 'term-life', hasSurrenderValue: false, issueAge: { min: 20, max: 60 } })
  const accident = product({
    kind: 'accident',
    premiumExamples: [
      { zh: '每百萬 第一類', en: 'one', yearlyPremium: 790 },
      { zh: '每百萬 第四類', en: 'four', yearlyPremium: 1780 },
    ],
  })

  test.each([
    ['疾病等待期三十天', 'supported'],
    ['等待期九十天', 'contradicted'],
    ['這張沒有等待期', 'contradicted'],
    ['副本也可以理賠', 'contradicted'],
    ['酒駕也會賠', 'contradicted'],
    ['住院雜費一次24萬', 'supported'],
    ['雜費五十萬', 'contradicted'],
    ['保證續保到八十五歲', 'supported'],
  ])('medical: %s is %s', (text, verdict) => {
    expect(verdicts(text, medical)).toContain(verdict)
  })

  test.each(['意外沒有等待期', '副本不可以', '酒駕不賠', '等待期是九十天嗎？', '有人說副本也可以，那不對'])(
    'nothing contradicted in: %s',
    (text) => {
      expect(verdicts(text, medical)).not.toContain('contradicted')
    },
  )

  test.each([
    ['第一年解約扣四成，第二年扣兩成八', ['supported', 'supported']],
    ['第一年解約只扣5%', ['contradicted']],
    ['宣告利率3.6%', ['supported']],
    ['宣告利率四點五趴', ['contradicted']],
    ['附加費用率20%', ['contradicted']],
    ['沒有任何費用', ['contradicted']],
    ['解約都不用扣', ['contradicted']],
    ['第七年以後解約就不扣了', []],
    ['收到保單十天內可以撤銷', ['supported']],
    ['收到保單三十天內都能反悔', ['contradicted']],
    ['八十歲也可以買', ['contradicted']],
  ])('whole life: %s', (text, expected) => {
    expect(verdicts(text, whole)).toEqual(expected)
  })

  test('term life gives nothing back', () => {
    expect(verdicts('期滿可以領回全部保費', term)).toEqual(['contradicted'])
    expect(verdicts('期滿沒有給付', term)).toEqual([])
  })

  test('accident: the price of an occupation class, and its multiples', () => {
    expect(verdicts('第四類每百萬一年1,780', accident)).toEqual(['supported'])
    expect(verdicts('第四類三百萬一年5,340', accident)).toEqual(['supported'])
    expect(verdicts('第四類一百萬一年790', accident)).toEqual(['contradicted'])
    expect(verdicts('外送算第一類', accident)).toEqual(['contradicted'])
  })

  test('the period in which a contract can be withdrawn is the insurer’s, never ours', () => {
    expect(checkClaims(readUtterance('收到保單三十天內都能反悔'), [], undefined)).toEqual([])
  })

  test('without a product only general facts are checked', () => {
    expect(verdicts('等待期九十天')).toEqual([])
    expect(verdicts('收到保單三十天內都能反悔')).toEqual(['contradicted'])
  })
})
