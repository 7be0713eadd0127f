const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const GROUPS: Readonly<Record<string, number>> = { 萬: 10_000, 億: 100_000_000 }

/** Any spelling of a number, as the source of a pattern. */
export const NUMBER_SOURCE =
  '(?:[0-9][0-9,]*(?:\\.[0-9]+)?(?:[萬億千百]|百萬|千萬)?|[零一二兩三四五六七八九十百千萬億點]+)'
export const PERCENT_SOURCE = `(?:百分之${NUMBER_SOURCE}|${NUMBER_SOURCE}(?:%|趴|個百分點)|[一二兩三四五六七八九]成[一二三四五六七八九]?|[0-9]成[0-9]?)`

function readHan(text: string): number | null {
  const [whole, fraction] = text.split('點')
  if (whole === undefined) return null
  if (!/[十百千萬億]/u.test(whole) && whole.length > 1) {
    const plain = [...whole].map((c) => DIGITS[c])
    if (plain.some((d) => d === undefined)) return null
    return withFraction(
      plain.reduce<number>((sum, d) => sum * 10 + d!, 0),
      fraction,
    )
  }
  let [total, group, digit, lastUnit] = [0, 0, -1, 1]
  for (const character of whole) {
    if (character in DIGITS) {
      digit = DIGITS[character]!
      if (digit === 0) lastUnit = 1
    } else if (character in UNITS) {
      group += (digit < 0 ? 1 : digit) * UNITS[character]!
      lastUnit = UNITS[character]!
      digit = -1
    } else if (character in GROUPS) {
      total += (group + Math.max(digit, 0)) * GROUPS[character]!
      lastUnit = GROUPS[character]!
      group = 0
      digit = -1
    } else return null
  }
  // 兩萬一千六 leaves out its last unit: the 6 counts hundreds.
  const rest = digit < 0 ? 0 : lastUnit >= 100 ? (digit * lastUnit) / 10 : digit
  return withFraction(total + group + rest, fraction)
}

function withFraction(whole: number, fraction: string | undefined): number {
  if (fraction === undefined) return whole
  const digits = [...fraction].map((c) => DIGITS[c] ?? 0).join('')
  return Number(`${whole}.${digits || '0'}`)
}

/** @returns the number that the text spells (「兩萬一千六」, "1,780", "3.6", 「240萬」), or null. */
export function readNumber(text: string): number | null {
  const plain = text.replace(/[,\s]/gu, '')
  const arabic = /^(\d+(?:\.\d+)?)(百萬|千萬|億|萬|千|百)?$/u.exec(plain)
  if (arabic !== null) {
    const scale: Readonly<Record<string, number>> = {
      百: 100,
      千: 1000,
      萬: 10_000,
      百萬: 1_000_000,
      千萬: 10_000_000,
      億: 100_000_000,
    }
    return Number(arabic[1]) * (arabic[2] === undefined ? 1 : scale[arabic[2]]!)
  }
  return /^[零一二兩三四五六七八九十百千萬億點]+$/u.test(plain) ? readHan(plain) : null
}

/** @returns percent points: 「四成」 40, 「兩成八」 28, "3.6%" 3.6, 「百分之四」 4; or null. */
export function readPercent(text: string): number | null {
  const tenths = /^([0-9一二兩三四五六七八九])成([0-9一二三四五六七八九])?$/u.exec(text)
  if (tenths !== null) {
    const tens = readNumber(tenths[1]!)
    const ones = tenths[2] === undefined ? 0 : readNumber(tenths[2])
    return tens === null || ones === null ? null : tens * 10 + ones
  }
  return readNumber(text.replace(/百分之|%|趴|個百分點/gu, ''))
}
