import type { Span } from './fold-text'
import { PERSONAL_DATA_KINDS, type PersonalDataKind } from './personal-data-kinds'

export type MaskedValue = {
  kind: PersonalDataKind
  /** `⟦電話1⟧`; the same value typed in another way is `⟦電話1-2⟧`, so that each comes back as it was typed. */
  placeholder: string
  /** Equal for the same thing however it was typed. */
  value: string
  /** As typed. */
  text: string
}

/**
 * What was masked in one talk: plain data that is kept with the talk and, like the talk itself, never leaves for a model
 * or a log.
 */
export type MaskMemory = {
  values: readonly MaskedValue[]
  /** Placeholders that people typed themselves; they are never given to a value. */
  typed: readonly string[]
}

export const EMPTY_MASK_MEMORY: MaskMemory = { values: [], typed: [] }

const LABELS = Object.values(PERSONAL_DATA_KINDS).map((label) => label.zh)
const PLACEHOLDER_SOURCE = `⟦(?:${LABELS.join('|')})[1-9][0-9]{0,3}(?:-[1-9][0-9]{0,2})?⟧`

/** @returns where placeholders stand in a text, in order, whether or not a talk knows them. */
export function findPlaceholders(text: string): (Span & { placeholder: string })[] {
  return [...text.matchAll(new RegExp(PLACEHOLDER_SOURCE, 'gu'))].map((match) => ({
    placeholder: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Notes the placeholders of a text that stand for nothing in this talk, so that no value takes their name. */
export function noteTypedPlaceholders(memory: MaskMemory, placeholders: readonly string[]): MaskMemory {
  const known = new Set([...memory.typed, ...memory.values.map((one) => one.placeholder)])
  const fresh = [...new Set(placeholders)].filter((placeholder) => !known.has(placeholder))
  return fresh.length === 0 ? memory : { ...memory, typed: [...memory.typed, ...fresh] }
}

const readNumber = (placeholder: string) => Number(/\d+/.exec(placeholder)![0])

function namePlaceholder(memory: MaskMemory, kind: PersonalDataKind, value: string): string {
  const label = PERSONAL_DATA_KINDS[kind].zh
  const taken = new Set([...memory.typed, ...memory.values.map((one) => one.placeholder)])
  const sameValue = memory.values.find((one) => one.kind === kind && one.value === value)
  const build = (i: number) =>
    sameValue ? `⟦${label}${readNumber(sameValue.placeholder)}-${i + 1}⟧` : `⟦${label}${i}⟧`
  let i = 1
  while (taken.has(build(i))) i++
  return build(i)
}

/** @returns the placeholder for a value as typed, and the memory that knows it. */
export function rememberValue(
  memory: MaskMemory,
  found: Omit<MaskedValue, 'placeholder'>,
): { placeholder: string; memory: MaskMemory } {
  const { kind, value, text } = found
  const before = memory.values.find((one) => one.kind === kind && one.value === value && one.text === text)
  if (before) return { placeholder: before.placeholder, memory }
  const placeholder = namePlaceholder(memory, kind, value)
  return { placeholder, memory: { ...memory, values: [...memory.values, { kind, value, text, placeholder }] } }
}
