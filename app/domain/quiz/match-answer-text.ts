import { toCanonicalText } from './check/canonical-text'

const COUNT_WITH_UNIT = /^(\d+(?:\.\d+)?)(工作日|營業日|小時|美元|[日月年歲元%週人倍次級條項類])$/u

/**
 * Whether what was typed into a blank is one of its accepted spellings.
 *
 * Full and half width, spaces, punctuation, 台/臺 and simplified forms do not matter, nor whether a number is in Chinese or Arabic numerals. Its unit may be
 * left out, but a wrong unit is wrong: for 十日, 「10」 and 「１０天」 count, 「10 年」 does not.
 */
export function matchesAnswer(given: string, accepted: readonly string[]): boolean {
  const own = readAnswer(given)
  if (own.text === '') return false
  return accepted.some((one) => {
    const key = readAnswer(one)
    if (own.text === key.text) return true
    return own.number !== null && own.number === key.number && (own.unit === '' || key.unit === '')
  })
}

/**
 * Whether a sentence holds one of the accepted spellings, compared as in `matchesAnswer`; a number only as a whole: 「110 日」 does not hold 10 日.
 *
 * It looks for words, not for sense: who writes 「不是 10 日」 is given the point, which is why short answers show the model answer afterwards.
 */
export function holdsAnswer(sentence: string, accepted: readonly string[]): boolean {
  const text = toCanonicalText(sentence)
  return accepted.some((one) => {
    const key = toCanonicalText(one)
    if (key === '') return false
    for (let at = text.indexOf(key); at !== -1; at = text.indexOf(key, at + 1)) {
      const cutsBefore = /^\d/u.test(key) && /[\d.]/u.test(text[at - 1] ?? '')
      const cutsAfter = /\d$/u.test(key) && /[\d.]/u.test(text[at + key.length] ?? '')
      if (!cutsBefore && !cutsAfter) return true
    }
    return false
  })
}

function readAnswer(answer: string): { text: string; number: number | null; unit: string } {
  const text = toCanonicalText(answer)
  if (/^\d+(?:\.\d+)?$/u.test(text)) return { text, number: Number(text), unit: '' }
  const [, number, unit] = COUNT_WITH_UNIT.exec(text) ?? []
  return { text, number: number === undefined ? null : Number(number), unit: unit ?? '' }
}
