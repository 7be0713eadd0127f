import type { MaskMemory } from './mask-memory'
import { type FoundCount, type MaskOptions, maskPersonalData } from './mask-personal-data'

/** What an organisation wants done before a text leaves for a model. */
export const DATA_POLICIES = ['mask', 'block', 'allow'] as const
export type DataPolicy = (typeof DATA_POLICIES)[number]

/**
 * What the log keeps about a text that held personal data: how much of which kind in which turn. Neither the value nor
 * anything made from it, such as a hash, which could be guessed back for numbers this short.
 */
export type DataLogRecord = {
  /** null for texts outside a talk, such as a document. */
  turnIndex: number | null
  action: 'masked' | 'blocked' | 'allowed'
  found: FoundCount[]
}

export type PolicyOutcome =
  /** `text` may leave; `memory` turns the answer back. `log` null: nothing was found. */
  | { status: 'sendable'; text: string; memory: MaskMemory; log: DataLogRecord | null }
  | { status: 'blocked'; memory: MaskMemory; log: DataLogRecord }

/**
 * Decides what of a text may leave for a model.
 *
 * @param memory of the talk so far; it grows under `mask` only.
 * @returns under `block` no text at all once something was found: the caller goes on with the embedded engine.
 */
export function applyPolicy(
  policy: DataPolicy,
  input: { text: string; memory: MaskMemory; turnIndex: number | null },
  options: MaskOptions = {},
): PolicyOutcome {
  const { text, memory, turnIndex } = input
  const { masked, memory: known, found } = maskPersonalData(text, memory, options)
  const note = (action: DataLogRecord['action']): DataLogRecord => ({ turnIndex, action, found })
  if (policy === 'mask')
    return { status: 'sendable', text: masked, memory: known, log: found.length === 0 ? null : note('masked') }
  if (found.length === 0) return { status: 'sendable', text, memory, log: null }
  return policy === 'block'
    ? { status: 'blocked', memory, log: note('blocked') }
    : { status: 'sendable', text, memory, log: note('allowed') }
}
