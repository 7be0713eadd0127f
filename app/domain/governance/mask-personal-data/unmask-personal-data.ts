import { findPlaceholders, type MaskMemory } from './mask-memory'

/**
 * Puts the words as typed back in the place of their placeholders; placeholders the talk does not know stay.
 *
 * `unmaskPersonalData(masked, memory)` of what `maskPersonalData` returned is the text that it was given.
 */
export function unmaskPersonalData(text: string, memory: MaskMemory): string {
  const typed = new Map(memory.values.map((one) => [one.placeholder, one.text]))
  let unmasked = ''
  let position = 0
  for (const { placeholder, start, end } of findPlaceholders(text)) {
    unmasked += text.slice(position, start) + (typed.get(placeholder) ?? placeholder)
    position = end
  }
  return unmasked + text.slice(position)
}

/** Longest placeholder: brackets, four letters of a label, four digits, a dash and three more. */
const LONGEST_PLACEHOLDER = 14

/**
 * Unmasks a text that arrives in pieces: the start of a placeholder waits for its end.
 *
 * @param pending what the call before returned, '' at first; what is pending at the end of the stream is shown as it is.
 * @returns `text` ready to be shown, and what waits. Nothing waits longer than a placeholder is long.
 */
export function unmaskDelta(pending: string, delta: string, memory: MaskMemory): { text: string; pending: string } {
  const whole = pending + delta
  const open = whole.lastIndexOf('⟦')
  const waits = open !== -1 && !whole.includes('⟧', open) && whole.length - open < LONGEST_PLACEHOLDER
  const ready = waits ? whole.slice(0, open) : whole
  return { text: unmaskPersonalData(ready, memory), pending: waits ? whole.slice(open) : '' }
}
