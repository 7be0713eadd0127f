import { applyPolicy, type DataPolicy } from '../../domain/governance/mask-personal-data/apply-policy'
import { EMPTY_MASK_MEMORY, type MaskMemory } from '../../domain/governance/mask-personal-data/mask-memory'
import { unmaskPersonalData } from '../../domain/governance/mask-personal-data/unmask-personal-data'
import type { ProtectOutgoing } from './protect-outgoing'

/** Stands for an earlier line that the policy keeps here. */
const WITHHELD = '（這句話含有個人資料，沒有提供。）'

/**
 * Masks personal data in all texts of one call alike: the same value has the same placeholder, and what comes back is put right.
 *
 * Under `block` nothing leaves when the last text holds personal data; earlier texts that do are withheld.
 *
 * @param publicContacts phone numbers and e-mail addresses that are nobody's own, e.g. the insurer's.
 */
export function createMaskOutgoing(publicContacts: readonly string[]): ProtectOutgoing {
  return (texts, policy: DataPolicy = 'mask') => {
    let memory: MaskMemory = EMPTY_MASK_MEMORY
    const outgoing: string[] = []
    for (const [i, text] of texts.entries()) {
      const outcome = applyPolicy(policy, { text, memory, turnIndex: null }, { publicContacts })
      memory = outcome.memory
      if (outcome.status === 'sendable') outgoing.push(outcome.text)
      else if (i === texts.length - 1) return { status: 'blocked' }
      else outgoing.push(WITHHELD)
    }
    const known = memory
    return { status: 'allowed', texts: outgoing, unmask: (text) => unmaskPersonalData(text, known) }
  }
}
