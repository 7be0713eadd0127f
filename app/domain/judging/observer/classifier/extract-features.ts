import { CLOSED, createPatternGate, MATCHES } from '../../../shared/patterns/pattern-gate'
import { hashText } from '../../../shared/seeded-random'
import type { ClientLine } from '../analyse-client-line'
import { CONCEPTS } from './concepts'

/** Size of the hashed feature space: 2^14, so that 60 codes of one byte a weight stay near 1 MB. */
export const FEATURE_SPACE = 1 << 14

/** Feature indexes, each once, and their values; the values of one text have length 1, so that long texts weigh no more. */
export type Features = { indexes: Uint16Array; values: Float64Array }

const CHARACTER_VALUE = 0.7
const CONCEPT_VALUE = 1.5

const FAMILIES: readonly (readonly [string, RegExp])[] = Object.entries(CONCEPTS).map(([name, words]) => [
  name,
  new RegExp(words, 'u'),
])

/** Turns of phrase that change who means what. */
const FRAMES: readonly (readonly [string, RegExp])[] = [
  ['negation', /不(?:能|可|會|要|用|必|行|得|是|准)|沒(?:有|辦法)?|無法|別|勿|袂|毋/u],
  ['refusal', /我(?:不能|不會|沒辦法|不敢|無法)|違法|違規|不建議|小心|千萬/u],
  ['reported', /有人|人家|別人|別家|網路|老師|聽說|叫您|跟您說|要您/u],
  ['question', /嗎|呢|什麼|怎麼|哪|幾|多少|誰|還是|\?/u],
  ['certainty', /一定|絕對|保證|鐵定|百分之百|完全|永遠|都/u],
  ['number', /\d|[一二兩三四五六七八九十百千萬]+(?:萬|千|百|年|天|趴|成|歲)/u],
  ['hedge', /可能|也許|大概|不一定|要看|或許/u],
  ['secret', /私下|不要說|別說|偷偷|沒人知道|不會知道|檯面下/u],
  ['imperative', /^(?:您)?(?:就|先|直接|趕快|快)|就好|就對了|就可以/u],
]

const TAGS = [...FAMILIES, ...FRAMES]
const GATE = createPatternGate(TAGS.map(([, regex]) => regex))

/** The low bits of FNV-1a hardly depend on the high bits of a Han character; a final mix (Murmur3's) spreads them. */
function mix(fnv: number): number {
  let hash = Math.imul(fnv ^ (fnv >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) % FEATURE_SPACE
}

const mixHash = (name: string) => mix(hashText(name))

const TAG_INDEXES = TAGS.map(([name]) => mixHash(`#${name}`))
/** Row by row for each pair of tags; -1 where it was not met yet. */
const PAIR_INDEXES = new Int16Array(TAGS.length * TAGS.length).fill(-1)

function indexOfPair(first: number, second: number): number {
  const at = first * TAGS.length + second
  if (PAIR_INDEXES[at]! < 0) PAIR_INDEXES[at] = mixHash(`#${TAGS[first]![0]}+${TAGS[second]![0]}`)
  return PAIR_INDEXES[at]!
}

/** @returns places in `TAGS`, rising. */
function findTags(text: string): number[] {
  const found: number[] = []
  GATE.read(text).forEach((state, i) => {
    if (state === MATCHES || (state !== CLOSED && TAGS[i]![1].test(text))) found.push(i)
  })
  return found
}

/** @returns what of the client's words before the classifier takes into account. */
export function listContext(line: ClientLine | null): string[] {
  if (line === null) return []
  const flags: string[] = []
  if (line.questions.length > 0) flags.push('@question')
  if (line.objections.length > 0) flags.push('@objection')
  if (line.worries.length > 0) flags.push('@worry')
  if (line.isRefusal) flags.push('@refusal')
  if (line.isEmotional) flags.push('@emotional')
  return flags
}

/** Features in the order in which they were first met; one met again takes its last value. */
class FeatureList {
  /** Place of each feature in the lists, plus one; 0 where it is not there. */
  private readonly places = new Uint16Array(FEATURE_SPACE)
  private readonly indexes: number[] = []
  private readonly values: number[] = []

  add(index: number, value: number): void {
    const place = this.places[index]!
    if (place > 0) {
      this.values[place - 1] = value
      return
    }
    this.places[index] = this.indexes.push(index)
    this.values.push(value)
  }

  /** Gives the features, scaled to length 1, and forgets them. */
  take(): Features {
    let square = 0
    for (const value of this.values) square += value * value
    const length = Math.sqrt(square)
    for (const index of this.indexes) this.places[index] = 0
    const features = {
      indexes: Uint16Array.from(this.indexes),
      values: Float64Array.from(this.values, (value) => value / length),
    }
    this.indexes.length = 0
    this.values.length = 0
    return features
  }
}

const list = new FeatureList()
const FNV_START = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** Each character and each pair of neighbours: `mixHash` of them, without cutting the text up. */
function addLetters(plain: string): void {
  for (let i = 0; i < plain.length; i++) {
    const one = Math.imul(FNV_START ^ plain.charCodeAt(i), FNV_PRIME)
    list.add(mix(one), CHARACTER_VALUE)
    if (i + 1 < plain.length) list.add(mix(Math.imul(one ^ plain.charCodeAt(i + 1), FNV_PRIME)), 1)
  }
}

/**
 * @param text normalised words (`read-utterance.ts`), a clause to a few sentences.
 * @param context from `listContext`; empty when the client's words are not known or not wanted.
 */
export function extractFeatures(text: string, context: readonly string[]): Features {
  addLetters(
    `^${text
      .replace(/\d[\d,.]*/gu, '0')
      .replace(/[「」『』()"'、~\s]/gu, '')
      .replace(/[。!?;:,.]+$/u, '')}$`,
  )
  const tags = findTags(text)
  for (const tag of tags) list.add(TAG_INDEXES[tag]!, CONCEPT_VALUE)
  for (let i = 0; i < tags.length; i++)
    for (let j = i + 1; j < tags.length; j++) list.add(indexOfPair(tags[i]!, tags[j]!), 1)
  for (const flag of context) {
    list.add(mixHash(flag), CONCEPT_VALUE)
    list.add(mixHash(`${flag}${text.includes('?') ? '?' : '.'}`), 1)
  }
  return list.take()
}
