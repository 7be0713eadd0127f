import type { MissingCharacter } from '~/domain/print-ports'
import { CHARACTER_VARIANTS } from '~/domain/shared/character-variants'

/** Marks that have no shape of their own: joiners, direction marks, variation selectors, soft hyphens. Fonts show a box for many of them. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu
/** A wave between two amounts means "to": 3～5 年. Elsewhere (好喔～) it is a drawn-out sound and stays. */
const RANGE =
  /(?<=[\d%％元歲年月日天時分秒期條項款頁一二三四五六七八九十百千萬])\s*[～〜~∼]\s*(?=[\d第$＄一二三四五六七八九十])/gu

/** Shapes that mean the same to a reader. */
const NEAREST: Readonly<Record<string, string>> = {
  爲: '為',
  衆: '眾',
  峯: '峰',
  '☐': '□',
  '☑': '✓',
  '✅': '✓',
  '✔': '✓',
  '❌': '×',
  '✗': '×',
  '➜': '→',
  '➡': '→',
  '⇒': '→',
  '‑': '-',
  '−': '-',
}

export type TextCleaner = {
  clean(text: string): string
  /** What could not be shown as it is, in order of first sight. */
  listMissing(): MissingCharacter[]
}

/**
 * Makes text that the font can show. Nothing becomes a silent box: a character that the font lacks is replaced by the nearest one, or by its number 〔U+1F600〕, and is noted.
 *
 * @param hasGlyph whether every weight of the font holds a character.
 */
export function createTextCleaner(hasGlyph: (codePoint: number) => boolean): TextCleaner {
  const missing = new Map<string, MissingCharacter>()
  const canShow = (text: string) => [...text].every((one) => hasGlyph(one.codePointAt(0)!))
  const findNearest = (character: string): string | null => {
    const candidates = [NEAREST[character], CHARACTER_VARIANTS.get(character), character.normalize('NFKC')]
    return candidates.find((one) => one !== undefined && one !== character && one !== '' && canShow(one)) ?? null
  }
  const replace = (character: string): string => {
    const known = missing.get(character)
    if (known) {
      known.count++
      return known.shownAs
    }
    const codePoint = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    const shownAs = findNearest(character) ?? `〔${codePoint}〕`
    missing.set(character, { character, codePoint, shownAs, count: 1 })
    return shownAs
  }
  return {
    clean(text) {
      const seen = text
        .normalize('NFC')
        .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
        .replace(/\t/gu, ' ')
        .replace(UNSEEN, '')
        .replace(RANGE, '至')
      if (canShow(seen.replaceAll('\n', ''))) return seen
      return [...seen].map((one) => (one === '\n' || canShow(one) ? one : replace(one))).join('')
    },
    listMissing: () => [...missing.values()],
  }
}
