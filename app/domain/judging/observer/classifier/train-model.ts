import { createSeededRandom } from '../../../shared/seeded-random'
import { FEATURE_SPACE, type Features } from './extract-features'
import { ANY_VIOLATION, type CodeModel, encodeWeights, estimateCode, type ObserverModelFile } from './linear-model'

/** One training text: the codes it shows, those it may show (left out of their training), all others it does not. */
export type TrainingExample = { features: Features; shows: ReadonlySet<string>; unknown: ReadonlySet<string> }

type Labelled = { features: Features; label: 0 | 1 }

const EPOCHS = 20
const LEARNING_RATE = 1.5
const RATE_DECAY = 0.1
const L2 = 0.000005
const FOLDS = 5
/** A positive weighs as (negatives / positives) to this power, at most `MAX_POSITIVE_WEIGHT`. */
const POSITIVE_POWER = 0.5
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

/** Logistic regression by gradient descent in a fixed order, one example at a time, with weight decay once an epoch. */
function fitWeights(examples: readonly Labelled[], seed: string): { weights: Float64Array; bias: number } {
  const weights = new Float64Array(FEATURE_SPACE)
  const positives = examples.filter((one) => one.label === 1).length
  const boost = Math.min(
    MAX_POSITIVE_WEIGHT,
    ((examples.length - positives) / Math.max(1, positives)) ** POSITIVE_POWER,
  )
  let bias = -3
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = LEARNING_RATE / (1 + epoch * RATE_DECAY)
    for (const at of shuffle(examples.length, `${seed}/${epoch}`)) {
      const { features, label } = examples[at]!
      const { indexes, values } = features
      let sum = bias
      for (let i = 0; i < indexes.length; i++) sum += weights[indexes[i]!]! * values[i]!
      const error = (1 / (1 + Math.exp(-sum)) - label) * (label === 1 ? boost : 1)
      if (Math.abs(error) < 0.001) continue
      for (let i = 0; i < indexes.length; i++) weights[indexes[i]!]! -= rate * error * values[i]!
      bias -= rate * 0.1 * error
    }
    const keep = 1 - L2 * rate * examples.length
    for (let i = 0; i < FEATURE_SPACE; i++) weights[i]! *= keep
  }
  return { weights, bias }
}

function quantise(trained: { weights: Float64Array; bias: number }): Pick<CodeModel, 'bias' | 'scale' | 'weights'> {
  let largest = 1e-9
  for (const weight of trained.weights) largest = Math.max(largest, Math.abs(weight))
  const scale = Number(largest.toPrecision(6))
  const weights = new Int8Array(FEATURE_SPACE)
  for (let i = 0; i < FEATURE_SPACE; i++)
    weights[i] = Math.max(-127, Math.min(127, Math.round((trained.weights[i]! / scale) * 127)))
  return { bias: Number(trained.bias.toFixed(4)), scale, weights }
}

export type Thresholds = { enough: number; veto: number; precision: number; recall: number }

/**
 * Chooses thresholds from held-out probabilities.
 *
 * `enough` is the lowest at which precision reaches the target with at least 4 hits (1 when none does); `veto` the
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
    if (one.label === 1 && hits >= 4 && precision >= targetPrecision) {
      best = {
        ...best,
        enough: Math.max(0.1, Math.floor(one.p * 1000) / 1000),
        precision: round(precision),
        recall: round(hits / positives.length),
      }
    }
  })
  const low = positives.map((one) => one.p).toSorted((a, b) => a - b)[Math.floor(positives.length / 25)] ?? 0
  return { ...best, veto: Math.min(0.2, Math.floor(low * 1000) / 1000) }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** Held-out probability of every example: each is scored by a model that has not seen it. Unlabelled ones are scored too. */
function crossValidate(examples: readonly TrainingExample[], code: string): number[] {
  const held = new Array<number>(examples.length).fill(0)
  const order = shuffle(examples.length, 'folds')
  for (let fold = 0; fold < FOLDS; fold++) {
    const isHeldOut = (_: number, i: number) => i % FOLDS === fold
    const rest = order.filter((at, i) => !isHeldOut(at, i)).map((at) => examples[at]!)
    const trained = { ...quantise(fitWeights(labelFor(rest, code), `${code}/${fold}`)), enough: 1, veto: 0 }
    for (const at of order.filter(isHeldOut)) held[at] = estimateCode(trained, examples[at]!.features)
  }
  return held
}

function isLabelled(example: TrainingExample, code: string): boolean {
  return example.shows.has(code) || !example.unknown.has(code)
}

function labelFor(examples: readonly TrainingExample[], code: string): Labelled[] {
  return examples
    .filter((one) => isLabelled(one, code))
    .map((one) => ({ features: one.features, label: one.shows.has(code) ? 1 : 0 }))
}

/**
 * Trains one classifier a code. Same examples, same model, to the byte.
 *
 * A violation's `enough` holds for the geometric mean of its own probability and that of any violation at all.
 *
 * @param targetPrecision by code, the precision at which the classifier alone is believed.
 */
export function trainModel(
  examples: readonly TrainingExample[],
  codes: readonly string[],
  targetPrecision: (code: string) => number,
): ObserverModelFile {
  const anyViolation = crossValidate(examples, ANY_VIOLATION)
  const trained: ObserverModelFile['codes'] = {}
  for (const code of codes) {
    const held = code === ANY_VIOLATION ? anyViolation : crossValidate(examples, code)
    const isJoint = code.startsWith('violation.') && code !== ANY_VIOLATION
    const scored = examples.flatMap((one, i) =>
      isLabelled(one, code)
        ? [
            {
              p: isJoint ? Math.sqrt(held[i]! * anyViolation[i]!) : held[i]!,
              label: one.shows.has(code) ? (1 as const) : (0 as const),
            },
          ]
        : [],
    )
    const final = quantise(fitWeights(labelFor(examples, code), code))
    trained[code] = {
      bias: final.bias,
      scale: final.scale,
      weights: encodeWeights(final.weights),
      ...chooseThresholds(scored, targetPrecision(code)),
    }
  }
  return { version: 1, featureSpace: FEATURE_SPACE, codes: trained }
}
