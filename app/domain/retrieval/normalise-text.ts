import { CHARACTER_VARIANTS } from '../shared/character-variants'

/**
 * @returns the text as the search compares it: NFKC (full-width letters and digits become plain), lower case, simplified characters and variants as
 *   their common traditional form. For matching only; what people read is cut from the source.
 */
export function normaliseText(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase()
  let result = ''
  let start = 0
  for (let i = 0; i < plain.length; i++) {
    const other = CHARACTER_VARIANTS.get(plain[i]!)
    if (other === undefined) continue
    result += plain.slice(start, i) + other
    start = i + 1
  }
  return start === 0 ? plain : result + plain.slice(start)
}
