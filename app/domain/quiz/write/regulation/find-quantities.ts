import { NUMBER_SOURCE, readChineseNumber } from '../../../knowledge/read-chinese-number'

export type QuantityUnit =
  | 'day'
  | 'month'
  | 'year'
  | 'age'
  | 'percent'
  | 'people'
  | 'times'
  | 'fraction'
  | 'money'
  | 'money-range'
  | 'time-range'

/** A number in a rule that can be asked for. `[start, end)` in the statement covers the words that are replaced. */
export type Quantity = {
  unit: QuantityUnit
  start: number
  end: number
  /** As the text has it: 五日, 百分之十五, 新臺幣六十萬元以上六百萬元以下. */
  text: string
  /** One number; two for a range; numerator and denominator for a fraction. */
  values: readonly number[]
  /** The words of the unit in the text: 個月, 個營業日. */
  unitWords: string
}

const N = NUMBER_SOURCE
const FORMS: readonly { unit: QuantityUnit; pattern: RegExp }[] = [
  { unit: 'money-range', pattern: new RegExp(`新臺幣(${N})元以上(${N})元以下`, 'gu') },
  { unit: 'money', pattern: new RegExp(`新臺幣(${N})元(?!以上${N})`, 'gu') },
  {
    unit: 'time-range',
    pattern: new RegExp(`(${N})(個月|年|月)以上(${N})(年|個月)以下(?=有期徒刑|停止|之?停業|之?處分)`, 'gu'),
  },
  { unit: 'percent', pattern: new RegExp(`百分之(${N})`, 'gu') },
  { unit: 'fraction', pattern: new RegExp(`(${N})分之(${N})`, 'gu') },
  { unit: 'age', pattern: new RegExp(`(${N})(歲)`, 'gu') },
  {
    unit: 'day',
    pattern: new RegExp(`(${N})(個?工作日|個?營業日|日)(?=以?[內前後]|以上|以下|仍|為|者|，|之|不)`, 'gu'),
  },
  { unit: 'month', pattern: new RegExp(`(${N})(個月)`, 'gu') },
  { unit: 'year', pattern: new RegExp(`(${N})(年)(?!度|級|期|終|月|[${'一二三四五六七八九十'}]+月)`, 'gu') },
  { unit: 'people', pattern: new RegExp(`(${N})(人|席)(?=以上|以下|至|，|為|之同意|組成)`, 'gu') },
  { unit: 'times', pattern: new RegExp(`(${N})(倍)`, 'gu') },
]
const BEFORE = /[第條款項每週歲零〇一二兩三四五六七八九十百千萬億年月\d]$/u

/** @returns the numbers that the statement sets, in its order; dates, ordinals and 一人, 每年 are none. */
export function findQuantities(statement: string): Quantity[] {
  const found: Quantity[] = []
  for (const { unit, pattern } of FORMS)
    for (const match of statement.matchAll(pattern)) {
      const quantity = readQuantity(unit, match)
      const isInside = BEFORE.test(statement.slice(0, quantity.start))
      if (isInside || !isAsked(quantity) || found.some((one) => one.start < quantity.end && quantity.start < one.end))
        continue
      found.push(quantity)
    }
  return found.sort((a, b) => a.start - b.start)
}

/** Which groups of a form hold its numbers. */
const NUMBER_GROUPS: Partial<Record<QuantityUnit, readonly number[]>> = {
  'money-range': [1, 2],
  'time-range': [1, 3],
  fraction: [1, 2],
}

function readQuantity(unit: QuantityUnit, match: RegExpExecArray): Quantity {
  const groups = NUMBER_GROUPS[unit] ?? [1]
  return {
    unit,
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    values: groups.map((one) => readChineseNumber(match[one]!) ?? 0),
    unitWords: groups.length === 1 ? (match[2] ?? '') : '',
  }
}

function isAsked({ unit, values }: Quantity): boolean {
  return values.every((one) => one > 0) && (unit !== 'people' || values[0]! > 2)
}
