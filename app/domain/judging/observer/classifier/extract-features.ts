import { hashText } from '../../../shared/seeded-random'
import type { ClientLine } from '../analyse-client-line'
import { CONCEPTS } from './concepts'

/** Size of the hashed feature space: 2^14, so that 60 codes of one byte a weight stay near 1 MB. */
export const FEATURE_SPACE = 1 << 14

/** Feature index and value; the values of one text have length 1, so that long texts weigh no more. */
export type Features = readonly (readonly [index: number, value: number])[]

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

/** The low bits of FNV-1a hardly depend on the high bits of a Han character; a final mix (Murmur3's) spreads them. */
function mixHash(name: string): number {
  let hash = hashText(name)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) % FEATURE_SPACE
}

function listContext(line: ClientLine | null): string[] {
  if (line === null) return []
  const flags: string[] = []
  if (line.questions.length > 0) flags.push('@question')
  if (line.objections.length > 0) flags.push('@objection')
  if (line.worries.length > 0) flags.push('@worry')
  if (line.isRefusal) flags.push('@refusal')
  if (line.isEmotional) flags.push('@emotional')
  return flags
}

/**
 * @param text normalised words (`read-utterance.ts`), a clause to a few sentences.
 * @param line the client's words before, or null when not known or not wanted.
 */
export function extractFeatures(text: string, line: ClientLine | null): Features {
  const plain = `^${text
    .replace(/\d[\d,.]*/gu, '0')
    .replace(/[「」『』()"'、~\s]/gu, '')
    .replace(/[。!?;:,.]+$/u, '')}$`
  const values = new Map<number, number>()
  const add = (name: string, value: number) => values.set(mixHash(name), value)
  for (let i = 0; i < plain.length; i++) {
    add(plain.charAt(i), CHARACTER_VALUE)
    if (i + 1 < plain.length) add(plain.slice(i, i + 2), 1)
  }
  const tags = [...FAMILIES, ...FRAMES].filter(([, regex]) => regex.test(text)).map(([name]) => name)
  for (const tag of tags) add(`#${tag}`, CONCEPT_VALUE)
  for (let i = 0; i < tags.length; i++) for (let j = i + 1; j < tags.length; j++) add(`#${tags[i]}+${tags[j]}`, 1)
  for (const flag of listContext(line)) {
    add(flag, CONCEPT_VALUE)
    add(`${flag}${text.includes('?') ? '?' : '.'}`, 1)
  }
  let square = 0
  for (const value of values.values()) square += value * value
  const length = Math.sqrt(square)
  return [...values].map(([index, value]) => [index, value / length])
}
