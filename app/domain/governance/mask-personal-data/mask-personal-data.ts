import { findPersonalData } from './find-personal-data'
import { findPlaceholders, type MaskMemory, noteTypedPlaceholders, rememberValue } from './mask-memory'
import { PERSONAL_DATA_KIND_NAMES, type PersonalDataKind } from './personal-data-kinds'

/** How much of a kind a text held; never what. */
export type FoundCount = { kind: PersonalDataKind; count: number }

export type Masked = { masked: string; memory: MaskMemory; found: FoundCount[] }

export type MaskOptions = {
  /** Phone numbers and e-mail addresses that are nobody's own, e.g. the insurer's; they stay readable. */
  publicContacts?: readonly string[]
}

/**
 * Puts placeholders in the place of personal data: national IDs, resident permits, phones, e-mail, cards, accounts,
 * addresses, passports, health cards and dates of birth.
 *
 * Checksums, formats and the words around tell them from sums, dates, articles of law and hotlines. Reversible with
 * `unmaskPersonalData` and the memory returned; a text that is masked already comes back as it is. A placeholder that the
 * memory knows stands for its value wherever it is met, also where a person typed it.
 *
 * @param memory of the same talk so far, or `EMPTY_MASK_MEMORY`; it is not changed.
 * @returns `found` by kind in a fixed order, kinds without a finding left out.
 */
export function maskPersonalData(text: string, memory: MaskMemory, options: MaskOptions = {}): Masked {
  const placeholders = findPlaceholders(text)
  const found = findPersonalData(text, placeholders, options.publicContacts ?? [])
  let known = noteTypedPlaceholders(
    memory,
    placeholders.map((one) => one.placeholder),
  )
  let masked = ''
  let position = 0
  for (const { kind, value, start, end } of found) {
    const remembered = rememberValue(known, { kind, value, text: text.slice(start, end) })
    known = remembered.memory
    masked += text.slice(position, start) + remembered.placeholder
    position = end
  }
  return { masked: masked + text.slice(position), memory: known, found: countKinds(found) }
}

function countKinds(found: readonly { kind: PersonalDataKind }[]): FoundCount[] {
  return PERSONAL_DATA_KIND_NAMES.map((kind) => ({
    kind,
    count: found.filter((one) => one.kind === kind).length,
  })).filter(({ count }) => count > 0)
}
