import { expect, test } from 'vitest'
import modelFile from '../../../../../content/observer/model.json'
import { extractFeatures, FEATURE_SPACE } from './extract-features'
import {
  decodeWeights,
  encodeWeights,
  estimateCode,
  estimateCodes,
  observerModelSchema,
  placeOfCode,
  readObserverModel,
} from './linear-model'

const listFeatures = (...all: [index: number, value: number][]) => ({
  indexes: Uint16Array.from(all, ([index]) => index),
  values: Float64Array.from(all, ([, value]) => value),
})

test('weights survive base64, whatever their number', () => {
  for (const values of [[], [1], [-1, 127], [-127, 0, 5], [1, 2, 3, -4]]) {
    expect([...decodeWeights(encodeWeights(Int8Array.from(values)))]).toEqual(values)
  }
})

test('base64 is the usual one: 77 97 110 is TWFu', () => {
  expect(encodeWeights(Int8Array.from([77, 97, 110]))).toBe('TWFu')
})

test('probability: bias 0 and no feature give one half; 127 of scale 2 at value 0.5 adds 1', () => {
  const weights = new Int8Array(FEATURE_SPACE)
  weights[7] = 127
  const model = { bias: 0, scale: 2, weights, enough: 1, veto: 0 }
  expect(estimateCode(model, listFeatures())).toBe(0.5)
  // 1 / (1 + e^-1) = 0.7311
  expect(estimateCode(model, listFeatures([7, 0.5]))).toBeCloseTo(0.7311, 4)
})

test('all codes at once: the same probabilities to the last bit as one by one', () => {
  const model = readObserverModel(observerModelSchema.parse(modelFile))
  const texts = ['佣金我退您三成,不要說出去', '您家裡有幾個小孩?', '這張提前解約會虧,第一年扣40%', '好']
  for (const text of texts) {
    const features = extractFeatures(text, ['@question', '@worry'])
    const all = estimateCodes(model, features)
    for (const [code, one] of model) expect(all[placeOfCode(model, code)!]).toBe(estimateCode(one, features))
  }
  expect(placeOfCode(model, 'no.code')).toBeUndefined()
})

test('a model with too few weights is refused', () => {
  const one = {
    bias: 0,
    scale: 1,
    weights: encodeWeights(new Int8Array(3)),
    enough: 1,
    veto: 0,
    precision: 0,
    recall: 0,
  }
  expect(() => readObserverModel({ version: 1, featureSpace: FEATURE_SPACE, codes: { 'a.b': one } })).toThrow('a.b')
})
