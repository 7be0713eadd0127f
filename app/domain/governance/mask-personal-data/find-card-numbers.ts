import {
  buildPattern,
  type Found,
  keepDigits,
  type Match,
  matchBothViews,
  type PersonalDataFinder,
} from './personal-data-finder'

/** Issuer prefixes and the lengths each uses (ISO/IEC 7812 ranges as the schemes publish them). */
const ISSUERS: readonly { prefix: RegExp; lengths: readonly number[] }[] = [
  { prefix: /^4/, lengths: [16, 13, 19] },
  { prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { prefix: /^3[47]/, lengths: [15] },
  { prefix: /^35(?:2[89]|[3-8])/, lengths: [16, 17, 18, 19] },
  { prefix: /^62/, lengths: [16, 17, 18, 19] },
  { prefix: /^6(?:011|4[4-9]|5)/, lengths: [16, 17, 18, 19] },
  { prefix: /^3(?:0[0-5]|09|[689])/, lengths: [14, 15, 16, 17, 18, 19] },
]

/** @param digits at least one, digits only. Source: ISO/IEC 7812-1, annex B. */
export function hasValidLuhnSum(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, character, i) => {
    const digit = Number(character) * (i % 2 === 0 ? 1 : 2)
    return total + (digit > 9 ? digit - 9 : digit)
  }, 0)
  return sum % 10 === 0
}

function isCardNumber(digits: string): boolean {
  return (
    ISSUERS.some(({ prefix, lengths }) => prefix.test(digits) && lengths.includes(digits.length)) &&
    hasValidLuhnSum(digits)
  )
}

const RUN = buildPattern('\\d(?:[ \\-.]{0,2}\\d){12,}')
/** A mistyped card number is still to be kept in; so is the code on its back. */
const LABELLED = buildPattern(
  '(?:信用卡|金融卡|卡號|刷卡|visa|master ?card|jcb)[^0-9\\u0000。！？!?]{0,8}(?<it>\\d(?:[ \\-.]{0,2}\\d){13,15})(?!\\d)',
)
const SECURITY_CODE = buildPattern(
  '(?:安全碼|檢查碼|cvv2?|cvc2?|背面[末後]?三碼|(?:卡|背面|期限)[^。！？!?]{0,16}[末後]三碼)[是為: ]{0,3}(?<it>\\d{3,4})(?!\\d)',
)

/** Looks inside a run of digits, which may hold more than a card: one starts and ends where a group of digits does. */
function findInRun(run: Match): Found[] {
  const at = [...run.words.matchAll(/\d/g)].map((digit) => digit.index)
  const digits = keepDigits(run.words)
  const isEdge = (i: number) => i === 0 || i === at.length || at[i]! - at[i - 1]! > 1
  const found: Found[] = []
  let i = 0
  while (i + 13 <= at.length) {
    const value = isEdge(i) ? findCardAt(digits, i, isEdge) : null
    if (value !== null)
      found.push({ kind: 'card', start: run.start + at[i]!, end: run.start + at[i + value.length - 1]! + 1, value })
    i += value?.length ?? 1
  }
  return found
}

function findCardAt(digits: string, start: number, isEdge: (i: number) => boolean): string | null {
  for (let length = Math.min(19, digits.length - start); length >= 13; length--) {
    const value = digits.slice(start, start + length)
    if (isEdge(start + length) && isCardNumber(value)) return value
  }
  return null
}

/** Payment card numbers. */
export const findCardNumbers: PersonalDataFinder = (text) => [
  ...matchBothViews(text, RUN).flatMap(findInRun),
  ...[LABELLED, SECURITY_CODE]
    .flatMap((pattern) => matchBothViews(text, pattern))
    .map(({ start, end, words }): Found => ({ kind: 'card', start, end, value: keepDigits(words) })),
]
