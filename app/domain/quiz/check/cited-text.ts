import type { ItemContent, ItemSource } from '../item'
import { listBigrams, listMeasures, type Measure, toCanonicalText } from './canonical-text'

/** What an item's citations hold, read once for all checks. */
export type CitedText = {
  sources: readonly ItemSource[]
  /** Text of all of them in canonical spelling, one behind the other. */
  canonical: string
  /** `canonical` with roles and modal words as one character each. */
  marked: string
  /** Canonical sentences. */
  sentences: readonly string[]
  /** Items of lists, each without its number, in canonical spelling. */
  listed: ReadonlySet<string>
  /** The words that the citations quote, or the whole text of passages without a quote. */
  quoted: readonly string[]
  /** Of each pair of characters: whether it stands somewhere behind a negation, and somewhere without. */
  polarity: ReadonlyMap<string, Polarity>
  measures: readonly Measure[]
}
type Polarity = { negated: boolean; plain: boolean }

const LISTED = /(?<=^|[\n。；])[（(]?[一二三四五六七八九十]+[)）、]\s*([^\n。；]+)/gu
const NEGATION = /[不未無非免]/u

/** @returns the cited passages that are at hand. */
export function readCitedText(content: ItemContent, sources: ReadonlyMap<string, ItemSource>): CitedText {
  const ids = [...new Set(content.citations.map((one) => one.passageId))]
  const cited = ids.flatMap((id) => sources.get(id) ?? [])
  const quoted = content.citations.map((one) => one.quote ?? sources.get(one.passageId)?.text ?? '')
  const [only] = cited
  return { ...(cited.length === 1 ? readOnce(only!) : readSources(cited)), quoted }
}

type ReadText = Omit<CitedText, 'quoted'>

/** Most items cite one passage, and many items cite the same. */
const known = new WeakMap<ItemSource, ReadText>()

function readOnce(source: ItemSource): ReadText {
  const before = known.get(source)
  if (before) return before
  const read = readSources([source])
  known.set(source, read)
  return read
}

/** @returns the passages as one text that is read for the checks. */
export function readSources(sources: readonly ItemSource[]): ReadText {
  const text = sources.map((one) => `${one.title}。${one.headings.join('。')}。${one.text}`).join('。')
  const canonical = toCanonicalText(text)
  return {
    sources,
    canonical,
    marked: markWords(canonical),
    sentences: text.split(/[。；\n]/u).flatMap((one) => toCanonicalText(one) || []),
    listed: new Set([...text.matchAll(LISTED)].map(([, item]) => toCanonicalText(item!))),
    polarity: readPolarity(canonical),
    measures: listMeasures(text),
  }
}

function readPolarity(canonical: string): Map<string, Polarity> {
  const polarity = new Map<string, Polarity>()
  for (const [bigram, isNegated] of listPolarBigrams(canonical)) {
    const known = polarity.get(bigram) ?? { negated: false, plain: false }
    if (isNegated) known.negated = true
    else known.plain = true
    polarity.set(bigram, known)
  }
  return polarity
}

function listPolarBigrams(canonical: string): [string, boolean][] {
  return [...canonical.slice(1)].map((_, i) => [canonical.slice(i, i + 2), i > 0 && NEGATION.test(canonical[i - 1]!)])
}

/** Share of a text's pairs of characters that the passage must hold to support it. */
const SUPPORTED = 0.8

/**
 * How a text stands to the cited passages.
 *
 * `verbatim`: it stands there; `supported`: nearly all of its pairs of characters do and none is turned into its opposite; `contradicted`: its words
 * are there, but behind a negation that the text lacks, or the other way round; `unknown`: too few of its words are there.
 */
export function findSupport(text: string, cited: CitedText): 'verbatim' | 'supported' | 'contradicted' | 'unknown' {
  const canonical = toCanonicalText(text)
  if (canonical === '') return 'unknown'
  const at = cited.canonical.indexOf(canonical)
  if (at >= 0 && !isOnlyNegated(canonical, cited.canonical)) return 'verbatim'
  if (at >= 0 && canonical.length > 1) return 'contradicted'
  const bigrams = listPolarBigrams(canonical)
  if (bigrams.length === 0) return 'unknown'
  const known = bigrams.filter(([one]) => cited.polarity.has(one))
  if (known.length / bigrams.length < SUPPORTED) return 'unknown'
  const isTurned = known.some(([one, isNegated], i) => {
    // What stands before the text's first pair is not known.
    if (i === 0 && !isNegated) return false
    const there = cited.polarity.get(one)!
    return isNegated ? !there.negated : !there.plain
  })
  return isTurned || swapsMark(canonical, cited.marked) ? 'contradicted' : 'supported'
}

/** Who acts, and whether it must, may or must not be: words that turn a rule when another of their kind takes their place. Longer ones first. */
const MARKS: readonly (readonly string[])[] = [
  [
    '被保險人',
    '要保人',
    '受益人',
    '保險人',
    '保險業',
    '業務員',
    '所屬公司',
    '主管機關',
    '金融消費者',
    '金融服務業',
    '爭議處理機構',
    '委託人',
    '受託人',
  ],
  ['不得', '不應', '應', '得'],
]
/** One character of the private use area for each, so that 保險人 is not found inside 被保險人. */
const SIGNS = new Map(
  MARKS.flatMap((kind, i) => kind.map((word, j) => [word, String.fromCodePoint(0xe000 + i * 32 + j)])),
)
const MARK = new RegExp(`${MARKS[0]!.join('|')}|不得|不應|(?<![相適反因供對回])應|(?<![取所獲難求])得`, 'gu')

function markWords(canonical: string): string {
  return canonical.replace(MARK, (word) => SIGNS.get(word)!)
}

/** Whether a role or modal word stands where the passage, between the same words, has another one: 由要保人負擔 for 由保險人負擔, 得通知 for 應通知. */
export function swapsMark(canonical: string, passage: string): boolean {
  const text = markWords(canonical)
  return [...text].some((sign, i) => {
    const kind = MARKS.find((words) => words.some((word) => SIGNS.get(word) === sign))
    const [before, behind] = [text.slice(Math.max(0, i - 1), i), text.slice(i + 1, i + 3)]
    if (kind === undefined || behind.length < 2) return false
    const isThere = (one: string) => passage.includes(`${before}${one}${behind}`)
    if (isThere(sign) || passage.includes(`${sign}${behind}`)) return false
    return kind.some((word) => SIGNS.get(word) !== sign && isThere(SIGNS.get(word)!))
  })
}

/** Whether every place that holds the words has a negation right before them: 動產 in a text about 不動產 only. */
function isOnlyNegated(words: string, canonical: string): boolean {
  for (let at = canonical.indexOf(words); at >= 0; at = canonical.indexOf(words, at + 1))
    if (at === 0 || !NEGATION.test(canonical[at - 1]!)) return false
  return true
}

/** @returns the share of a text's pairs of characters that one sentence of the passages holds, 0 to 1, and that sentence. */
export function findNearestSentence(text: string, cited: CitedText): { sentence: string; share: number } {
  const bigrams = listBigrams(text)
  let best = { sentence: '', share: 0 }
  if (bigrams.length === 0) return best
  for (const sentence of cited.sentences) {
    const share = bigrams.filter((one) => sentence.includes(one)).length / bigrams.length
    if (share > best.share) best = { sentence, share }
  }
  return best
}
