import { readDuties } from './find-duty-fault'
import { listParties, namesOther, type Party, readClient } from './parties'
import type { Ground } from './read-ground'

/**
 * Whether a text names somebody whom the passage does not, or names them in another order: who does something to whom. Where a duty says who acts, the order is
 * free: see `findDutyFault`.
 */
export function findPartyFault(text: string, { whole, place, source }: Ground): 'party' | null {
  const there = listParties(whole).map((one) => one.party)
  // Headings name who the text is for; our guides speak to agents throughout, and of their clients, as sheets do.
  const named = new Set([...there, ...listParties(place).map((one) => one.party)])
  if (source.kind === 'guide') named.add('agent')
  if (source.kind !== 'regulation') named.add('client')
  // A sheet is its insurer's own.
  if (source.kind === 'product') named.add('insurer')
  const said = listParties(text).map((one) => readClient(one.party, named))
  if (said.some((one) => !named.has(one)) || namesOther(text, `${place}\n${whole}`)) return 'party'
  if (readDuties(text).size > 0) return null
  const known = said.filter((one) => there.includes(one))
  return isInOrder(dropRepeats(known), there) ? null : 'party'
}

const dropRepeats = (parties: readonly Party[]) => parties.filter((one, i) => one !== parties[i - 1])

function isInOrder(said: readonly Party[], there: readonly Party[]): boolean {
  let at = 0
  for (const party of said) {
    const found = there.indexOf(party, at)
    if (found < 0) return false
    at = found + 1
  }
  return true
}
