/** Han as one code unit; the rare ones beyond count as letters of a word. */
export function isHan(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff)
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

const LETTER = /[\p{L}\p{M}\p{N}]/u

function isLetter(code: number): boolean {
  if (code < 128) return code >= 97 && code <= 122
  return !isHan(code) && LETTER.test(String.fromCharCode(code))
}

/**
 * Cuts normalised text into terms: each Han character, each pair of neighbouring Han characters, runs of digits (with their decimal point), runs of
 * letters. Digits, letters and Han never run into each other: 「保險法64條」 holds 64, not 64條, although \p{L} counts Han as letters.
 *
 * @param emit called once per occurrence, in reading order.
 */
export function tokenise(text: string, emit: (term: string) => void): void {
  let i = 0
  while (i < text.length) {
    const code = text.charCodeAt(i)
    if (isHan(code)) {
      emit(text[i]!)
      if (i + 1 < text.length && isHan(text.charCodeAt(i + 1))) emit(text.slice(i, i + 2))
      i++
    } else if (isDigit(code))
      i = emitRun(text, i, (at) => isDigit(text.charCodeAt(at)) || isDecimalPoint(text, at), emit)
    else if (isLetter(code)) i = emitRun(text, i, (at) => isLetter(text.charCodeAt(at)), emit)
    else i++
  }
}

function isDecimalPoint(text: string, at: number): boolean {
  return text[at] === '.' && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
}

function emitRun(text: string, start: number, belongs: (at: number) => boolean, emit: (term: string) => void): number {
  let end = start + 1
  while (end < text.length && belongs(end)) end++
  emit(text.slice(start, end))
  return end
}
