/**
 * Certificate codes: four groups of four symbols and two check symbols, such as 7K3M-9QX2-RT5W-0ABC-4H.
 *
 * The symbols are Crockford's base 32 (no I, L, O, U), so that a code can be read out and typed from paper. Sixteen of them are random: 80 bits, which
 * nobody guesses. The last two are the value of the rest modulo 1021, the largest prime below 32²: every single wrong symbol and every two that
 * changed places give another remainder.
 */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BASE = SYMBOLS.length
const CHECK_PRIME = 1021
const RANDOM_LENGTH = 16
const CODE_LENGTH = RANDOM_LENGTH + 2
const GROUP = 4
/** Of base64url, in which secrets come: 64 characters, so that two of them stand for each symbol. */
const SECRET_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function computeCheck(symbols: string): string {
  const remainder = [...symbols].reduce((value, one) => (value * BASE + SYMBOLS.indexOf(one)) % CHECK_PRIME, 0)
  return SYMBOLS[Math.floor(remainder / BASE)]! + SYMBOLS[remainder % BASE]!
}

const group = (symbols: string) => symbols.match(new RegExp(`.{1,${GROUP}}`, 'gu'))!.join('-')

/**
 * @param secret at least 16 unguessable characters of base64url.
 * @throws RangeError when it is shorter or holds other characters.
 */
export function buildCertificateCode(secret: string): string {
  const values = [...secret.slice(0, RANDOM_LENGTH)].map((one) => SECRET_ALPHABET.indexOf(one))
  if (values.length < RANDOM_LENGTH || values.includes(-1))
    throw new RangeError('the secret is too short or not base64url')
  const symbols = values.map((value) => SYMBOLS[value % BASE]!).join('')
  return group(symbols + computeCheck(symbols))
}

/**
 * Reads a code as people type it: in small letters, with blanks or without hyphens, in full-width characters, O for 0, I or L for 1.
 *
 * @returns the code as it is printed, or null when it cannot be one (a slip of the pen, or made up).
 */
export function readCertificateCode(text: string): string | null {
  const symbols = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—‐‑_.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1')
  if (symbols.length !== CODE_LENGTH || ![...symbols].every((one) => SYMBOLS.includes(one))) return null
  const random = symbols.slice(0, RANDOM_LENGTH)
  return computeCheck(random) === symbols.slice(RANDOM_LENGTH) ? group(symbols) : null
}
