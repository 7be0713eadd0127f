import { buildPattern, type Found, GAP, matchBothViews, type PersonalDataFinder } from './personal-data-finder'

/** Number that stands for the first letter: A 10, B 11 … (household registration rules; I, O, W and Z come out of order). */
const LETTER_CODES: Readonly<Record<string, number>> = Object.fromEntries(
  [...'ABCDEFGHJKLMNPQRSTUVXYWZIO'].map((letter, i) => [letter, i + 10]),
)
const WEIGHTS = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]

/**
 * Checks a national ID or resident permit, old form (two letters) or new (since 2021).
 *
 * @param value ten characters, capitals and digits: A123456789, A800000014, AC01234567.
 * @returns whether the weighted sum of its digits is a multiple of ten; false for any other form.
 */
export function hasValidIdentityChecksum(value: string): boolean {
  const code = LETTER_CODES[value.charAt(0)]
  if (code === undefined || !/^[A-Z][1289A-D]\d{8}$/.test(value)) return false
  const second = value.charAt(1)
  const digits = [Math.floor(code / 10), code % 10, /\d/.test(second) ? Number(second) : LETTER_CODES[second]! % 10]
  digits.push(...[...value.slice(2)].map(Number))
  return digits.reduce((sum, digit, i) => sum + digit * WEIGHTS[i]!, 0) % 10 === 0
}

const LABEL = '(?:身[分份]證|居留證|統一證號|證號|證件|national id|id (?:card|no\\.?|number)|arc)'
const NUMBER = buildPattern(`(?:(?<![a-z0-9])|(?<=\\bid))[a-z]${GAP}[1289a-d](?:${GAP}\\d){8}(?!\\d)`)
/** A slip of the finger does not make it somebody else's: with its label in front, a number that fails the check counts too. */
const LABELLED = buildPattern(
  `${LABEL}[^0-9a-z\\u0000。！？!?；;]{0,8}(?:(?:no\\.?|number) ?)?[^0-9a-z\\u0000]{0,2}(?<it>[a-z]${GAP}[0-9a-d](?:${GAP}\\d){6,9})(?!\\d)`,
)

function compact(words: string): string {
  return words.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/** National IDs and resident permits. */
export const findIdentityNumbers: PersonalDataFinder = (text) => {
  const checked = matchBothViews(text, NUMBER).filter(({ words }) => hasValidIdentityChecksum(compact(words)))
  return [...checked, ...matchBothViews(text, LABELLED)].map(({ start, end, words }): Found => {
    const value = compact(words)
    return { kind: /^[A-Z][12]/.test(value) ? 'national-id' : 'resident-permit', start, end, value }
  })
}
