import { NUMBER_SOURCE, readChineseNumber } from '../../knowledge/read-chinese-number'
import { normaliseText } from '../../retrieval/normalise-text'

const UNITS =
  '個工作日|個營業日|工作日|營業日|個月|個人|足歲|週歲|星期|小時|美元|美金|公斤|分之|[日天月年歲元塊%趴週人倍次名席條款項目]'
// 第三人 is nobody's number, and no number begins inside another.
const COUNTED = new RegExp(
  `(?<![第0-9零〇一二兩三四五六七八九十百千萬億])(${NUMBER_SOURCE})(?:新?臺幣)?(${UNITS})`,
  'gu',
)
const PERCENT = new RegExp(`百分之(${NUMBER_SOURCE})`, 'gu')
const BARE = new RegExp(`^${NUMBER_SOURCE}$`, 'u')
const SAME_UNIT: Readonly<Record<string, string>> = {
  天: '日',
  個月: '月',
  個人: '人',
  名: '人',
  席: '人',
  足歲: '歲',
  週歲: '歲',
  星期: '週',
  塊: '元',
  趴: '%',
  美金: '美元',
  個工作日: '工作日',
  個營業日: '營業日',
}

/**
 * @returns the text in the one spelling in which two texts are compared: variants and full-width forms as in `normaliseText`, no spaces, punctuation or
 *   marks, counted numbers in digits (十日, 10 天 and １０日 are `10日`; 百分之十 and 10% are `10%`).
 */
export function toCanonicalText(text: string): string {
  const plain = normaliseText(text).replace(/[\s　，。、；：？！「」『』（）()【】《》〈〉,;:?!"'“”‘’…—·_＿-]/gu, '')
  const counted = plain
    .replace(PERCENT, (all, number: string) => spell(number, '%') ?? all)
    .replace(COUNTED, (all, number: string, unit: string) => spell(number, SAME_UNIT[unit] ?? unit) ?? all)
  return BARE.test(counted) ? String(readChineseNumber(counted) ?? counted) : counted
}

function spell(number: string, unit: string): string | null {
  const value = readChineseNumber(number)
  return value === null ? null : `${value}${unit}`
}

/** What a number with a unit measures. */
export type MeasureKind = 'time' | 'money' | 'age' | 'share' | 'count'
/** @param days for `time`: about how many days, a month as 30 and a year as 365; two months and 60 days are no fair alternatives. */
export type Measure = { value: number; unit: string; kind: MeasureKind; days: number | null }

const KINDS: Readonly<Record<string, MeasureKind>> = {
  日: 'time',
  工作日: 'time',
  營業日: 'time',
  月: 'time',
  年: 'time',
  週: 'time',
  小時: 'time',
  元: 'money',
  美元: 'money',
  歲: 'age',
  '%': 'share',
  分之: 'share',
  人: 'count',
  倍: 'count',
  次: 'count',
}
const DAYS: Readonly<Record<string, number>> = { 小時: 1 / 24, 日: 1, 工作日: 1, 營業日: 1, 週: 7, 月: 30, 年: 365 }
const CANONICAL_MEASURE = /(\d+(?:\.\d+)?)(工作日|營業日|小時|美元|分之|[日月年歲元%週人倍次])/gu

/** @returns the measured numbers of a text, in its order. Months of the calendar (七月一日) count too. */
export function listMeasures(text: string): Measure[] {
  return [...toCanonicalText(text).matchAll(CANONICAL_MEASURE)].map(([, number, unit]) => {
    const value = Number(number)
    const kind = KINDS[unit!]!
    const days =
      kind === 'time' ? (unit === '月' && value % 12 === 0 ? (value / 12) * 365 : value * DAYS[unit!]!) : null
    return { value, unit: unit!, kind, days }
  })
}

/** Whether two measures are the same, or so near (一個月 and 三十日) that one of them cannot be called wrong. */
export function isSameMeasure(a: Measure, b: Measure): boolean {
  if (a.days !== null && b.days !== null) return a.days === b.days
  return a.value === b.value && a.unit === b.unit
}

/** @returns the pairs of neighbouring characters of the canonical text. */
export function listBigrams(text: string): string[] {
  const characters = [...toCanonicalText(text)]
  return characters.slice(1).map((one, i) => `${characters[i]}${one}`)
}
