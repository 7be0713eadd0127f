import { expect, test } from 'vitest'
import type { Product } from '../knowledge/product-schema'
import type { ItemSource } from '../quiz/item'
import { buildChargeTables } from './build-product-table'

const PRODUCT = {
  id: 'sheet',
  currency: 'USD',
  surrenderChargePercentByYear: [4, 3],
  surrenderChargePayYears: 6,
  frontLoadPercentByYear: [],
  surrenderExamples: [{ policyYear: 1, policyValue: 10_000, charge: 400, paid: 9_600 }],
} as unknown as Product
const clause = (place: string, text: string, documentId = 'sheet'): ItemSource => ({
  passageId: `${documentId}@1.0#${place}`,
  documentId,
  kind: 'product',
  title: '試驗保險',
  article: place,
  headings: ['5. 解約'],
  text,
  label: `試驗保險 › ${place}`,
})
const RATES = clause('5.1', '6 年期繳費：第 1 年 4%、第 2 年 3%，第 3 年起 0%。')

test('charges by year, cited to the clause that holds every figure', () => {
  expect(buildChargeTables(PRODUCT, [clause('5.0', '解約要扣費用。'), RATES])).toEqual([
    {
      kind: 'table',
      caption: '解約費用率（6 年期繳費），依保單年度',
      head: ['保單年度', '解約費用率'],
      rows: [
        ['第 1 年', '4%'],
        ['第 2 年', '3%'],
      ],
      citations: [{ passageId: 'sheet@1.0#5.1', label: '試驗保險 › 5.1' }],
    },
  ])
})

test('an example in the money of the product', () => {
  const example = clause('5.2', '保單價值 10,000 美元，第 1 年扣 400 美元，領回 9,600 美元。')
  const [table] = buildChargeTables(PRODUCT, [example])
  expect(table!.rows).toEqual([['第 1 年', '10,000 美元', '400 美元', '9,600 美元']])
})

test('no table where the sheet holds other figures, or the lesson is about another product', () => {
  expect(buildChargeTables(PRODUCT, [clause('5.1', '第 1 年 5%、第 2 年 3%。')])).toEqual([])
  expect(buildChargeTables(PRODUCT, [clause('5.1', RATES.text, 'other')])).toEqual([])
})
