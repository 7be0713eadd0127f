import type { DataPolicy } from '../../domain/governance/mask-personal-data/apply-policy'

/** What may leave for a model, in the order given, with the way back for what the model answers. */
export type Outgoing =
  | { status: 'allowed'; texts: readonly string[]; unmask(text: string): string }
  /** The organisation's policy keeps the text here. */
  | { status: 'blocked' }

/**
 * Masks personal data in all texts of one call alike, before anything leaves.
 *
 * @param texts in the order they were said; the last one is what is asked about.
 * @param policy of the organisation; masked when left out.
 */
export type ProtectOutgoing = (texts: readonly string[], policy?: DataPolicy) => Outgoing

/** For tests and installations whose model is their own: everything leaves as it is. */
export const letEverythingOut: ProtectOutgoing = (texts) => ({ status: 'allowed', texts, unmask: (text) => text })

const OPEN = '⟦'
const CLOSE = '⟧'
const MOST_PLACEHOLDER = 24

/** Unmasks a stream: a placeholder that has begun is held until it has ended. */
export function createStreamUnmasker(unmask: (text: string) => string): (piece: string, isEnd?: boolean) => string {
  let held = ''
  return (piece, isEnd = false) => {
    held += piece
    const open = held.lastIndexOf(OPEN)
    const isOpen = open >= 0 && !held.includes(CLOSE, open) && held.length - open <= MOST_PLACEHOLDER
    const end = isOpen && !isEnd ? open : held.length
    const ready = held.slice(0, end)
    held = held.slice(end)
    return ready === '' ? '' : unmask(ready)
  }
}
