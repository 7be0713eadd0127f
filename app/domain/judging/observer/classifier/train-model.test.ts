import { describe, expect, test } from 'vitest'
import { extractFeatures } from './extract-features'
import { estimateCode, readObserverModel } from './linear-model'
import { chooseThresholds, type TrainingExample, trainModel } from './train-model'

const example = (text: string, ...codes: string[]): TrainingExample => ({
  features: extractFeatures(text, []),
  shows: new Set(codes),
  unknown: new Set(),
})
const examples = [
  ...['佣金退您一半', '佣金我還您', '佣金給您三成', '退您佣金', '佣金折給您', '我的佣金都給您'].map((text) =>
    example(text, 'violation.rebate', 'violation.any'),
  ),
  ...['您有小孩嗎', '家裡有幾個小孩', '小孩多大了', '孩子幾歲', '小孩讀幾年級', '有小孩要養嗎'].map((text) =>
    example(text, 'discovery.family'),
  ),
]
const codes = ['discovery.family', 'violation.any', 'violation.rebate']

describe('trainModel', () => {
  test('the same examples give the same model to the byte', () => {
    expect(JSON.stringify(trainModel(examples, codes, () => 0.8))).toBe(
      JSON.stringify(trainModel(examples, codes, () => 0.8)),
    )
  })

  test('it tells the two apart on words it has not seen together', () => {
    const model = readObserverModel(trainModel(examples, codes, () => 0.8))
    const features = extractFeatures('佣金退您三成', [])
    expect(estimateCode(model.get('violation.rebate')!, features)).toBeGreaterThan(
      estimateCode(model.get('discovery.family')!, features),
    )
  })
})

describe('chooseThresholds', () => {
  test('the lowest probability at which precision holds', () => {
    const scored = [0.9, 0.8, 0.7, 0.6]
      .map((p) => ({ p, label: 1 as const }))
      .concat([
        { p: 0.5, label: 0 as never },
        { p: 0.4, label: 1 as never },
      ])
    // At 0.6: 4 of 4. At 0.4: 5 of 6 = 0.83, under 0.9.
    expect(chooseThresholds(scored, 0.9)).toMatchObject({ enough: 0.6, precision: 1, recall: 0.8 })
    expect(chooseThresholds(scored, 0.8)).toMatchObject({ enough: 0.4, precision: 0.833, recall: 1 })
  })

  test('never believed alone when precision is never reached', () => {
    expect(
      chooseThresholds(
        [
          { p: 0.9, label: 0 },
          { p: 0.1, label: 1 },
        ],
        0.9,
      ).enough,
    ).toBe(1)
  })
})
