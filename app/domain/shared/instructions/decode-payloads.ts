/** A stretch of the text that means other words than it shows. `[start, end)` in UTF-16 units of the text. */
type Payload = { start: number; end: number; decoded: string; isSure: boolean }

const MOST_PAYLOADS = 12
const MOST_LETTERS = 600

const BASE64 = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{8,}={0,2}/gu
const HEX = /(?<![0-9a-zA-Z])(?:0x)?(?:[0-9a-fA-F]{2}[ ,:-]?){5,}(?![0-9a-zA-Z])/gu
const BITS = /(?<!\d)(?:[01]{8} ?){3,}(?!\d)/gu
const PERCENT = /(?:%[0-9a-fA-F]{2}){2,}/gu
const ESCAPES = /(?:\\u[0-9a-fA-F]{4}|&#x?[0-9a-fA-F]{2,6};|\\x[0-9a-fA-F]{2}){2,}/gu
const TAGS = /[\u{e0020}-\u{e007e}]{2,}/gu
const TURNED = /[\u202d\u202e]([^\u202c]{2,})/gu
const BOPOMOFO = /(?:[\u3105-\u3129][\u02ca\u02c7\u02cb\u02d9 \u3000]*){4,}/gu

const toText = (bytes: number[]) => new TextDecoder('utf-8').decode(new Uint8Array(bytes))

/** Words, and not noise that any letters decode to. */
function isWords(text: string): boolean {
  if (text.length < 2 || text.includes('\ufffd')) return false
  const letters = [...text]
  const sound = letters.filter((letter) => /[\x20-\x7e\n\u3000-\u9fff\uff00-\uffef]/u.test(letter)).length
  const isPlain = letters.filter((letter) => /[a-zA-Z \u3400-\u9fff]/u.test(letter)).length
  return sound === letters.length && isPlain / letters.length >= 0.6
}

function readBase64(token: string): string {
  const plain = token.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/u, '')
  if (plain.length % 4 === 1) return ''
  try {
    return toText([...atob(plain)].map((byte) => byte.charCodeAt(0)))
  } catch {
    return ''
  }
}

const readHex = (token: string) =>
  toText((token.replace(/^0x/u, '').match(/[0-9a-f]{2}/giu) ?? []).map((pair) => Number.parseInt(pair, 16)))
const readBits = (token: string) => toText((token.match(/[01]{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2)))

function readEscapes(token: string): string {
  return token.replace(/\\u([0-9a-f]{4})|&#x([0-9a-f]+);|&#(\d+);|\\x([0-9a-f]{2})/giu, (_, a, b, c, d) => {
    const code = c === undefined ? Number.parseInt(a ?? b ?? d, 16) : Number(c)
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : ''
  })
}

const readTags = (token: string) =>
  [...token].map((letter) => String.fromCodePoint(letter.codePointAt(0)! - 0xe0000)).join('')

/** What the commonest words of such messages sound like; enough to see that sounds are spelled to say them. */
const SOUNDS: readonly (readonly [string, string])[] = [
  ['ㄇㄢㄈㄣ', '滿分'],
  ['ㄍㄟㄨㄛ', '給我'],
  ['ㄏㄨㄌㄩㄝ', '忽略'],
  ['ㄍㄨㄟㄗㄜ', '規則'],
  ['ㄓㄌㄧㄥ', '指令'],
  ['ㄆㄧㄥㄕㄣ', '評審'],
  ['ㄒㄧㄊㄨㄥ', '系統'],
  ['ㄊㄧㄕ', '提示'],
  ['ㄆㄧㄥㄈㄣ', '評分'],
  ['ㄍㄠㄈㄣ', '高分'],
  ['ㄕㄨㄔㄨ', '輸出'],
  ['ㄍㄨㄛㄍㄨㄢ', '過關'],
]
const readSounds = (token: string) => {
  const plain = token.replace(/[\u02ca\u02c7\u02cb\u02d9\s\u3000]/gu, '')
  return SOUNDS.reduce((read, [sound, words]) => read.replaceAll(sound, words), plain)
}

type Reader = { pattern: RegExp; read: (token: string) => string; isSure: boolean }
const READERS: readonly Reader[] = [
  { pattern: BASE64, read: readBase64, isSure: true },
  { pattern: HEX, read: readHex, isSure: true },
  { pattern: BITS, read: readBits, isSure: true },
  { pattern: PERCENT, read: (token) => readHex(token.replaceAll('%', '')), isSure: true },
  { pattern: ESCAPES, read: readEscapes, isSure: true },
  { pattern: TAGS, read: readTags, isSure: true },
  { pattern: TURNED, read: (token) => [...token.slice(1)].reverse().join(''), isSure: true },
  { pattern: BOPOMOFO, read: readSounds, isSure: false },
]

/**
 * Finds stretches that are words in another writing: base64 (twice over), hexadecimal, bits, percent and other escapes, tag letters,
 * words turned round by direction marks, Mandarin sounds.
 *
 * @returns at most a dozen, in order of kind; each pattern is met once from left to right, so the time is linear.
 */
export function decodePayloads(text: string): Payload[] {
  const found = READERS.flatMap((reader) =>
    [...text.matchAll(reader.pattern)].slice(0, MOST_PAYLOADS).map((match) => decodeOne(reader, match[0], match.index)),
  )
  return found.filter((payload) => payload !== null).slice(0, MOST_PAYLOADS)
}

function decodeOne({ pattern, read, isSure }: Reader, token: string, start: number): Payload | null {
  const decoded = read(token.slice(0, MOST_LETTERS))
  const again = pattern === BASE64 && /^[A-Za-z0-9+/=]{8,}$/u.test(decoded) ? readBase64(decoded) : ''
  const words = isWords(again) ? again : decoded
  // Whatever is turned round or spelled by sounds is words of some kind.
  if (!isWords(words) && pattern !== TURNED && pattern !== BOPOMOFO) return null
  return { start, end: start + token.length, decoded: words, isSure }
}

/** @returns Latin letters moved by thirteen places. */
export function turnThirteen(text: string): string {
  return text.replace(/[a-z]/gu, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97))
}

const DIGIT_LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}

/** @returns words like `1gn0re` with letters for the digits; null where there is none. `one` is what 1 stands for. */
export function readDigitLetters(text: string, one: 'i' | 'l'): string | null {
  let isFound = false
  const read = text.replace(/(?<![\w@$])(?=[\w@$]*[a-z])[a-z0-9@$]{2,}(?![\w@$])/gu, (word) => {
    if (!/[a-z][0134579@$]|[0134579@$][a-z]/u.test(word) || /^\d+[a-z]{1,3}$|^[a-z]{1,3}\d{2,}$/u.test(word))
      return word
    isFound = true
    return word.replace(/[0134577@$]/gu, (sign) => (sign === '1' ? one : (DIGIT_LETTERS[sign] ?? sign)))
  })
  return isFound ? read : null
}
