import { FileRefused } from './refuse-file'

const HAN = /\p{Script=Han}/gu
/** Share of Han, letters, digits and usual signs that a text in Big5 must have to be believed. */
const MIN_READABLE = 0.9

/**
 * Decodes a text file: UTF-8, UTF-16 with a byte order mark, or Big5, which many older files in Taiwan are in.
 *
 * @throws FileRefused `not-text` when none of them fits.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes)
  if (bytes.includes(0)) throw new FileRefused('not-text')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const text = decode('big5', bytes)
    const characters = [...text]
    const readable = characters.filter((one) => /[\p{L}\p{N}\p{P}\s]/u.test(one) && one !== '\uFFFD').length
    if ((text.match(HAN) ?? []).length === 0 || readable < characters.length * MIN_READABLE)
      throw new FileRefused('not-text')
    return text
  }
}

function decode(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new FileRefused('not-text')
  }
}
