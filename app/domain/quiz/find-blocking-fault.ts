import { toCanonicalText } from './check/canonical-text'
import type { ItemContent, ItemFault } from './item'

/**
 * Finds what makes an item impossible to answer, whatever its sources say: no key, blanks that do not fit their words, two options that are one.
 *
 * @returns null for an item that can be answered. All other faults (`checkItem`) are advice.
 */
export function findBlockingFault(content: ItemContent): ItemFault | null {
  if (content.type === 'cloze') {
    const blanks = content.stem.match(/_{4,}/gu)?.length ?? 0
    return blanks === content.blanks.length ? null : { code: 'no-key', detail: 'blanks-differ', params: {} }
  }
  if (!('options' in content)) return null
  if (!content.options.some((one) => one.isKey)) return { code: 'no-key', detail: 'no-key', params: {} }
  const seen = new Set<string>()
  for (const { text } of content.options) {
    const canonical = toCanonicalText(text)
    if (seen.has(canonical)) return { code: 'equal-options', detail: 'option-twice', params: { words: text } }
    seen.add(canonical)
  }
  return null
}
