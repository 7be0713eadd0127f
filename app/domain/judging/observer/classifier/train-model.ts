import { createSeededRandom } from '../../../shared/seeded-random'
import { FEATURE_SPACE, type Features } from './extract-features'
import { type CodeModel, encodeWeights, estimateCode, type ObserverModelFile } from './linear-model'

/** One training text: the codes it shows, those it may show (left out of their training), all others it does not. */
export type TrainingExample = { features: Features; shows: ReadonlySet<string>; unknown: ReadonlySet<string> }

type Labelled = { features: Features; label: 0 | 1 }

const EPOCHS = 30
const LEARNING_RATE = 0.8
const L2 = 0.00002
const FOLDS = 5
/** A positive weighs as (negatives / positives) to this power, at most `MAX_POSITIVE_WEIGHT`. */
const POSITIVE_POWER = 0.45
const MAX_POSITIVE_WEIGHT = 8

function shuffle(count: number, seed: string): number[] {
  const random = createSeededRandom(seed)
  const order = Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const j = random.index(i + 1)
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}

/** Logistic regression by AdaGrad in a fixed order, with weight decay once an epoch. */
function fit(examples: readonly Labelled[], seed: string): { weights: Float64Array; bias: number } {
  const weights = new Float64Array(FEATURE_SPACE)
  const squares = new Float64Array(FEATURE_SPACE).fill(0.1)
  const positives = examples.filter((one) => one.label === 1).length
  const boost = Math.min(MAX_POSITIVE_WEIGHT, ((examples.length - positives) / Math.max(1, positives)) ** POSITIVE_POWER)
  let [bias, biasSquares] = [-2, 0.1]
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const at of shuffle(examples.length, `${seed}/${epoch}`)) {
      const { features, label } = examples[at]!
      const value = 1 / Math.sqrt(Math.max(1, features.length))
      let sum = 0
      for (const index of features) sum += weights[index]!
      const p = 1 / (1 + Math.exp(-(bias + sum * value)))
      const error = (p - label) * (label === 1 ? boost : 1)
      if (Math.abs(error) < 0.002) continue
      const gradient = error * value
      for (const index of features) {
        squares[index]! += gradient * gradient
        weights[index]! -= (LEARNING_RATE * gradient) / Math.sqrt(squares[index]!)
      }
      biasSquares += error * error
      bias -= (LEARNING_RATE * 0.3 * error) / Math.sqrt(biasSquares)
    }
    const keep = 1 - L2 * examples.length * 0.1
    for (let i = 0; i < FEATURE_SPACE; i++) weights[i]! *= keep
  }
  return { weights, bias }
}

function quantise(trained: { weights: Float64Array; bias: number }): Pick<CodeModel, 'bias' | 'scale' | 'weights'> {
  let largest = 1e-9
  for (const weight of trained.weights) largest = Math.max(largest, Math.abs(weight))
  const scale = Number(largest.toPrecision(6))
  const weights = new Int8Array(FEATURE_SPACE)
  for (let i = 0; i < FEATURE_SPACE; i++) weights[i] = Math.max(-127, Math.min(127, Math.round((trained.weights[i]! / scale) * 127)))
  return { bias: Number(trained.bias.toFixed(4)), scale, weights }
}

export type Thresholds = { enough: number; veto: number; precision: number; recall: number }

/**
 * Chooses thresholds from held-out probabilities.
 *
 * `enough` is the lowest at which precision reaches the target with at least 5 hits (1 when none does); `veto` the
 * probability that all but one positive in 25 exceed, at most 0.2.
 */
export function chooseThresholds(scored: readonly { p: number; label: 0 | 1 }[], targetPrecision: number): Thresholds {
  const positives = scored.filter((one) => one.label === 1)
  const sorted = scored.toSorted((a, b) => b.p - a.p)
  let best: Thresholds = { enough: 1, veto: 0, precision: 0, recall: 0 }
  let hits = 0
  sorted.forEach((one, i) => {
    hits += one.label
    const precision = hits / (i + 1)
    if (one.label === 1 && hits >= 5 && precision >= targetPrecision) {
      best = { ...best, enough: Math.max(0.3, Math.floor(one.p * 1000) / 1000), precision: round(precision), recall: round(hits / positives.length) }
    }
  })
  const low = positives.map((one) => one.p).toSorted((a, b) => a - b)[Math.floor(positives.length / 25)] ?? 0
  return { ...best, veto: Math.min(0.2, Math.floor(low * 1000) / 1000) }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** Held-out probabilities of one code, each example scored by a model that has not seen it. */
function crossValidate(examples: readonly Labelled[], code: string): { p: number; label: 0 | 1 }[] {
  const order = shuffle(examples.length, `folds/${code}`)
  const scored: { p: number; label: 0 | 1 }[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const isHeldOut = (i: number) => i % FOLDS === fold
    const trained = quantise(fit(order.filter((_, i) => !isHeldOut(i)).map((at) => examples[at]!), `${code}/${fold}`))
    for (const at of order.filter((_, i) => isHeldOut(i))) {
      const { features, label } = examples[at]!
      scored.push({ p: estimateCode({ ...trained, enough: 1, veto: 0 }, features), label })
    }
  }
  return scored
}

/**
 * Trains one classifier a code. Same examples, same model, to the byte.
 *
 * @param targetPrecision by code, the precision at which the classifier alone is believed.
 */
export function trainModel(examples: readonly TrainingExample[], codes: readonly string[], targetPrecision: (code: string) => number): ObserverModelFile {
  const trained: ObserverModelFile['codes'] = {}
  for (const code of codes) {
    const labelled = examples
      .filter((one) => one.shows.has(code) || !one.unknown.has(code))
      .map((one): Labelled => ({ features: one.features, label: one.shows.has(code) ? 1 : 0 }))
    const thresholds = chooseThresholds(crossValidate(labelled, code), targetPrecision(code))
    const final = quantise(fit(labelled, code))
    trained[code] = { bias: final.bias, scale: final.scale, weights: encodeWeights(final.weights), ...thresholds }
  }
  return { version: 1, featureSpace: FEATURE_SPACE, codes: trained }
}
