const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
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
  壹: 1,
  貳: 2,
  參: 3,
  肆: 4,
  伍: 5,
  陸: 6,
  柒: 7,
  捌: 8,
  玖: 9,
}
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 }
const GROUPS: Readonly<Record<string, number>> = { 萬: 10_000, 億: 100_000_000 }

/** A number as statutes and people write it, as the source of a pattern: 三十, 一百十三, 240萬, 1,780. */
export const NUMBER_SOURCE =
  '(?:[0-9][0-9,]*(?:\\.[0-9]+)?[十百千萬億]*|[零〇○一二兩三四五六七八九十百千萬億壹貳參肆伍陸柒捌玖拾佰仟]+)'

/** @returns the number that the text spells, from 0, or null: 一百十三 113, 六百萬 6,000,000, 二〇二五 2025, 1,780, 240萬 2,400,000. */
export function readChineseNumber(text: string): number | null {
  const plain = text.replace(/[,，\s]/gu, '')
  if (plain === '') return null
  const arabic = /^(\d+(?:\.\d+)?)([十百千萬億]*)$/u.exec(plain)
  if (arabic)
    return [...arabic[2]!].reduce((product, unit) => product * (UNITS[unit] ?? GROUPS[unit]!), Number(arabic[1]))
  const characters = [...plain]
  if (characters.every((one) => one in DIGITS)) return characters.reduce((sum, one) => sum * 10 + DIGITS[one]!, 0)
  return sumUnits(characters)
}

function sumUnits(characters: readonly string[]): number | null {
  let [total, group, digit] = [0, 0, -1]
  for (const one of characters) {
    if (one in DIGITS) digit = DIGITS[one]!
    else if (one in UNITS) {
      group += (digit < 0 ? 1 : digit) * UNITS[one]!
      digit = -1
    } else if (one in GROUPS) {
      const amount = group + Math.max(digit, 0)
      total = amount === 0 ? total * GROUPS[one]! : total + amount * GROUPS[one]!
      group = 0
      digit = -1
    } else return null
  }
  return total + group + Math.max(digit, 0)
}
