import { z } from 'zod'
import { FEATURE_SPACE, type Features } from './extract-features'

const share = z.number().min(0).max(1)

/** `content/observer/model.json`, made by `npm run train:observer`. */
export const observerModelSchema = z.strictObject({
  version: z.literal(1),
  featureSpace: z.literal(FEATURE_SPACE),
  codes: z.record(
    z.string(),
    z.strictObject({
      bias: z.number(),
      /** A stored weight of 127 means this much. */
      scale: z.number().positive(),
      /** Base64 of one signed byte a feature. */
      weights: z.string(),
      /** Probability from which the classifier alone is believed; 1 when it never is. */
      enough: share,
      /** Probability under which a rule is not believed. */
      veto: share,
      /** How it did in cross-validation on the exemplars, at `enough`. */
      precision: share,
      recall: share,
    }),
  ),
})
export type ObserverModelFile = z.infer<typeof observerModelSchema>

/** Not a code: whether any violation shows. Its exemplars are those of all of them, so it is the surer judge. */
export const ANY_VIOLATION = 'violation.any'

export type CodeModel = { bias: number; scale: number; weights: Int8Array; enough: number; veto: number }
export type ObserverModel = ReadonlyMap<string, CodeModel>

/** Decodes base64 without help from Node or the browser, since the domain has neither. */
export function decodeWeights(base64: string): Int8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const lookup = new Uint8Array(128)
  for (let i = 0; i < alphabet.length; i++) lookup[alphabet.charCodeAt(i)] = i
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0
  const bytes = new Int8Array((base64.length / 4) * 3 - padding)
  for (let i = 0, out = 0; i < base64.length; i += 4) {
    const chunk =
      (lookup[base64.charCodeAt(i)]! << 18) |
      (lookup[base64.charCodeAt(i + 1)]! << 12) |
      (lookup[base64.charCodeAt(i + 2) & 127]! << 6) |
      lookup[base64.charCodeAt(i + 3) & 127]!
    for (const shift of [16, 8, 0]) if (out < bytes.length) bytes[out++] = (chunk >> shift) & 255
  }
  return bytes
}

export function encodeWeights(weights: Int8Array): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  let text = ''
  for (let i = 0; i < weights.length; i += 3) {
    const rest = weights.length - i
    const chunk = ((weights[i]! & 255) << 16) | (((weights[i + 1] ?? 0) & 255) << 8) | ((weights[i + 2] ?? 0) & 255)
    text += alphabet[chunk >> 18]! + alphabet[(chunk >> 12) & 63]!
    text += (rest > 1 ? alphabet[(chunk >> 6) & 63]! : '=') + (rest > 2 ? alphabet[chunk & 63]! : '=')
  }
  return text
}

/** @throws Error when a code's weights are not one byte a feature. */
export function readObserverModel(file: ObserverModelFile): ObserverModel {
  return new Map(
    Object.entries(file.codes).map(([code, one]) => {
      const weights = decodeWeights(one.weights)
      if (weights.length !== file.featureSpace) throw new Error(`Observer model: ${code} has ${weights.length} weights`)
      return [code, { bias: one.bias, scale: one.scale, weights, enough: one.enough, veto: one.veto }]
    }),
  )
}

/** @returns the probability, 0 to 1, that the code shows. */
export function estimateCode(model: CodeModel, { indexes, values }: Features): number {
  let sum = 0
  for (let i = 0; i < indexes.length; i++) sum += model.weights[indexes[i]!]! * values[i]!
  return toProbability(model, sum)
}

function toProbability({ bias, scale }: CodeModel, sum: number): number {
  return 1 / (1 + Math.exp(-(bias + (sum * scale) / 127)))
}

/** The weights of all codes feature by feature, zeros left out: those of feature `i` stand from `starts[i]` to `starts[i + 1]`. */
type WeightTable = {
  models: readonly CodeModel[]
  places: ReadonlyMap<string, number>
  starts: Uint32Array
  codes: Uint8Array
  weights: Int8Array
}

const tables = new WeakMap<ObserverModel, WeightTable>()

function openTable(model: ObserverModel): WeightTable {
  const known = tables.get(model)
  if (known !== undefined) return known
  const models = [...model.values()]
  const starts = new Uint32Array(FEATURE_SPACE + 1)
  const [codes, weights]: [number[], number[]] = [[], []]
  for (let feature = 0; feature < FEATURE_SPACE; feature++) {
    models.forEach((one, code) => {
      const weight = one.weights[feature]!
      if (weight === 0) return
      codes.push(code)
      weights.push(weight)
    })
    starts[feature + 1] = codes.length
  }
  const table = {
    models,
    places: new Map([...model.keys()].map((code, place) => [code, place])),
    starts,
    codes: Uint8Array.from(codes),
    weights: Int8Array.from(weights),
  }
  tables.set(model, table)
  return table
}

/** @returns where a code's probability stands in what `estimateCodes` gives; undefined for a code that the model does not know. */
export function placeOfCode(model: ObserverModel, code: string): number | undefined {
  return openTable(model).places.get(code)
}

/**
 * What `estimateCode` gives for every code, in one walk over the features.
 *
 * @returns probabilities in the order of the model's codes; the same to the last bit, since each sum is added up in the same order.
 */
export function estimateCodes(model: ObserverModel, { indexes, values }: Features): Float64Array {
  const { models, starts, codes, weights } = openTable(model)
  const sums = new Float64Array(models.length)
  for (let i = 0; i < indexes.length; i++) {
    const value = values[i]!
    const end = starts[indexes[i]! + 1]!
    for (let at = starts[indexes[i]!]!; at < end; at++) sums[codes[at]!]! += weights[at]! * value
  }
  return sums.map((sum, place) => toProbability(models[place]!, sum))
}
