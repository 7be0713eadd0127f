import { readChineseNumber } from '../../knowledge/read-chinese-number'

export type QuantityKind = 'money' | 'percent' | 'years' | 'months' | 'days' | 'age' | 'plain'
/** An amount as spoken, at `[start, end)` of the text. `value` is in the unit's own measure (percent points, TWD or USD, years…). */
export type Quantity = { kind: QuantityKind; value: number; start: number; end: number }

const HAN = '零〇一二兩三四五六七八九十百千萬億'
const NUMBER = `(?:(?:[0-9][0-9,]*(?:\\.[0-9]+)?[十百千萬億]*)+|[${HAN}]+)`
const UNIT = '%|趴|個百分點|成|美元|美金|歐元|元|塊|歲|年|個月|月|天|日'
const QUANTITY = new RegExp(`(百分之)?(${NUMBER})(${UNIT})?`, 'gu')

/** Numerals that count nothing or only roughly (「兩三年」). They are blanked, so that offsets stay. */
const IDIOM =
  /(?<![〇零一二兩三四五六七八九十百千萬億])(?:一[兩二]|[兩二]三|三[四五]|四五|五六|六七|七八|八九)(?![〇零一二三四五六七八九])|萬一|千萬(?=[別不要記勿得])|萬萬|成千上萬|千千萬萬|一五一十|七七八八|亂七八糟|三不五時|五四三|百百種|百分之百|一萬個|一百個|十之八九|八九不離十|三三兩兩|一千零一|零零碎碎|零零總總|老百姓|百貨|百年|千金|五十肩|二十四小時|三七五|三八|十全|十足|十分(?!鐘|之)|一一|統一|唯一|萬能|億萬/gu

const KINDS: Readonly<Record<string, QuantityKind>> = {
  '%': 'percent',
  趴: 'percent',
  個百分點: 'percent',
  成: 'percent',
  元: 'money',
  塊: 'money',
  美元: 'money',
  美金: 'money',
  歐元: 'money',
  歲: 'age',
  年: 'years',
  個月: 'months',
  月: 'months',
  天: 'days',
  日: 'days',
}

/** 四萬八 and 兩千五 leave out their last unit: the 8 counts thousands, the 5 hundreds. */
function readSpokenNumber(text: string): number | null {
  const short = /^(.*[百千萬億])([1-9一二兩三四五六七八九])$/u.exec(text)
  if (short) {
    const whole = readParts(short[1]!)
    const scale = readChineseNumber(`一${short[1]!.at(-1)}`)
    return whole === null || scale === null ? null : whole + (readChineseNumber(short[2]!)! * scale) / 10
  }
  return readParts(text)
}

/** 4萬8千 is the sum of its parts; a spelling in Han numerals is one part. */
function readParts(text: string): number | null {
  const parts = text.match(/[0-9][0-9,]*(?:\.[0-9]+)?[十百千萬億]*/gu)
  if (parts === null) return readChineseNumber(text)
  const values = parts.map((part) => readChineseNumber(part))
  return values.some((value) => value === null) ? null : values.reduce<number>((sum, value) => sum + value!, 0)
}

function findKind(number: string, unit: string | undefined, isPercent: boolean): QuantityKind | null {
  if (isPercent) return 'percent'
  if (unit !== undefined) return KINDS[unit]!
  if (/[萬億]/u.test(number)) return 'money'
  return /[0-9]/u.test(number) ? 'plain' : null
}

/**
 * Lists the amounts, rates, ages and times that a text states: 「四萬八」, "3.6%", 「百分之四」, 「六年」.
 * Numerals that count nothing (「萬一」, 「一個」) are left out.
 *
 * @param text any text; full-width digits count as half-width.
 */
export function listQuantities(text: string): Quantity[] {
  const plain = toHalfWidth(text).replace(IDIOM, (idiom) => ' '.repeat(idiom.length))
  const found: Quantity[] = []
  for (const match of plain.matchAll(QUANTITY)) {
    const [whole, percent, number, unit] = match
    const kind = findKind(number!, unit, percent !== undefined)
    const read = readSpokenNumber(number!)
    // A lone 萬 is left of 「幾萬」: how many is not said.
    if (kind === null || read === null || /^[百千萬億]+$/u.test(number!)) continue
    const value = unit === '成' ? read * 10 : read
    found.push({ kind, value, start: match.index, end: match.index + whole.length })
  }
  return found
}

/** Character by character, so that offsets stay. */
function toHalfWidth(text: string): string {
  return text.replace(/[０-９％．，]/gu, (one) => one.normalize('NFKC'))
}

/** Up to this, years, months, days and bare numbers are a manner of speaking (「兩三年」, 「想個三天」). */
const SMALL_COUNT = 3
const SMALL_PLAIN = 9

/** @returns whether an amount is a manner of speaking and need not come from anywhere. */
export function isManner({ kind, value }: Quantity): boolean {
  if (kind === 'plain') return value <= SMALL_PLAIN
  if (kind === 'percent') return value === 100 || value === 0
  if (kind === 'money') return value <= 1
  return kind !== 'age' && value <= SMALL_COUNT
}

/** What is stated somewhere, ready for asking whether an amount is among it. */
export type KnownQuantities = ReadonlySet<string>

export function gatherQuantities(texts: readonly string[]): KnownQuantities {
  const known = new Set<string>()
  for (const text of texts)
    for (const { kind, value } of listQuantities(text)) {
      known.add(`${kind} ${value}`)
      known.add(`any ${value}`)
      if (kind === 'plain') known.add(`bare ${value}`)
    }
  return known
}

/** @returns whether the amount is stated in what is known; a bare number fits any unit, and a unit fits a bare number. */
export function isKnownQuantity(known: KnownQuantities, { kind, value }: Quantity): boolean {
  if (known.has(`${kind} ${value}`) || known.has(`bare ${value}`)) return true
  return kind === 'plain' && known.has(`any ${value}`)
}
