import { NUMBER_SOURCE, readChineseNumber } from '../knowledge/read-chinese-number'

const UNITS: Readonly<Record<string, string>> = {
  日: '日',
  天: '日',
  個月: '月',
  年: '年',
  歲: '歲',
  足歲: '歲',
  小時: '時',
  元: '元',
  塊: '元',
  '%': '%',
  趴: '%',
  週: '週',
  星期: '週',
  人: '人',
  倍: '倍',
  次: '次',
}
const MEASURE = new RegExp(
  `(${NUMBER_SOURCE})個?(工作日|營業日|個月|月|足歲|小時|星期|[日天年歲元塊%趴週人倍次])|百分之(${NUMBER_SOURCE})`,
  'gu',
)

/**
 * @returns every measured number in the text in one spelling: 三十日, 30天 and 30 日 are `#30日`, 百分之十 and 10% are `#10%`, 六百萬元 and 600萬元 are
 *   `#6000000元`. Found in normalised text.
 */
export function findMeasures(text: string): string[] {
  if (!/[0-9一二兩三四五六七八九十]/u.test(text)) return []
  const measures: string[] = []
  for (const [, number, unit, percent] of text.replace(/(?<=\d) (?=\S)/gu, '').matchAll(MEASURE)) {
    const value = readChineseNumber(number ?? percent!)
    if (value === null) continue
    const name = percent === undefined ? (unit === '月' ? '月' : (UNITS[unit!] ?? '日')) : '%'
    measures.push(`#${value}${name}`)
  }
  return measures
}
