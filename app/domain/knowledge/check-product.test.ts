import { describe, expect, test } from 'vitest'
import { formatKeyPath } from '../shared/content-problem'
import { checkProduct } from './check-product'
import { productSchema } from './product-schema'

const both = { zh: '一', en: 'one' }
const plain = {
  id: 'plain',
  version: '1.0',
  effectiveFrom: '2024-07-01',
  name: both,
  shortName: '一',
  aliases: ['一'],
  kind: 'whole-life',
  currency: 'TWD',
  issueAge: { min: 0, max: 70 },
  isInterestSensitive: true,
  isInvestmentLinked: false,
  hasSurrenderValue: true,
  hasHealthQuestions: true,
  declaredRatePercent: 3,
  surrenderChargePercentByYear: [40, 28],
  benefits: [both],
  exclusions: [both],
  risks: [both],
  notFor: [both],
}
const check = (change: Record<string, unknown>) =>
  checkProduct(productSchema.parse({ ...plain, ...change })).map(
    ({ path, message }) => `${formatKeyPath(path)} ${message}`,
  )

describe('checkProduct', () => {
  test('finds nothing in a sound product', () => {
    expect(check({})).toEqual([])
  })

  test('finds ranges upside down', () => {
    expect(check({ issueAge: { min: 70, max: 20 }, minPremium: 500, maxPremium: 100 })).toEqual([
      'issueAge min 70 is above max 20',
      'maxPremium is below minPremium 500',
    ])
  })

  test('wants rates where they belong', () => {
    expect(check({ declaredRatePercent: undefined })).toEqual([
      'declaredRatePercent an interest-sensitive product needs its declared rate',
    ])
    expect(check({ isInterestSensitive: false, isInvestmentLinked: true, guaranteedRatePercent: 2 })).toEqual([
      'declaredRatePercent only an interest-sensitive product declares a rate',
      'guaranteedRatePercent an investment-linked product guarantees no rate',
    ])
    expect(check({ hasSurrenderValue: false })).toEqual([
      'surrenderChargePercentByYear there is no surrender value to charge',
    ])
  })

  test('works every surrender example out again', () => {
    // 28% of 10,000 is 2,800, so 7,200 is paid; in year 3 nothing is charged any more.
    const example = (policyYear: number, charge: number, paid: number) => ({
      policyYear,
      policyValue: 10000,
      charge,
      paid,
    })
    expect(check({ surrenderExamples: [example(2, 2800, 7200), example(3, 0, 10000)] })).toEqual([])
    expect(check({ surrenderExamples: [example(1, 4000, 6100), example(2, 4000, 6000)] })).toEqual([
      'surrenderExamples[0] year 1 of 10000 is a charge of 4000 and 6000 paid',
      'surrenderExamples[1] year 2 of 10000 is a charge of 2800 and 7200 paid',
    ])
  })
})
