import { findAddresses } from './find-addresses'
import { findBankAccounts } from './find-bank-accounts'
import { findBirthdays } from './find-birthdays'
import { findCardNumbers } from './find-card-numbers'
import { findDocuments } from './find-documents'
import { findEmails } from './find-emails'
import { findIdentityNumbers } from './find-identity-numbers'
import { findPhoneNumbers } from './find-phone-numbers'
import { foldText, type Span } from './fold-text'
import { type Found, keepDigits, type PersonalDataFinder } from './personal-data-finder'
import { PERSONAL_DATA_KIND_NAMES } from './personal-data-kinds'

const FINDERS: readonly PersonalDataFinder[] = [
  findIdentityNumbers,
  findCardNumbers,
  findDocuments,
  findBankAccounts,
  findEmails,
  findPhoneNumbers,
  findBirthdays,
  findAddresses,
]

const isApart = (one: Span, other: Span) => one.end <= other.start || other.end <= one.start

/** Earlier kinds first, then the longer words: what overlaps something taken already is left out. */
function pickApart(found: readonly Found[]): Found[] {
  const rank = (one: Found) => PERSONAL_DATA_KIND_NAMES.indexOf(one.kind)
  const ordered = [...found].sort(
    (a, b) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  )
  const taken: Found[] = []
  for (const one of ordered) if (taken.every((other) => isApart(one, other))) taken.push(one)
  return taken
}

function isPublic(found: Found, publicContacts: readonly string[]): boolean {
  if (found.kind === 'email') return publicContacts.some((contact) => contact.toLowerCase() === found.value)
  return found.kind === 'phone' && publicContacts.some((contact) => keepDigits(contact) === keepDigits(found.value))
}

/**
 * Finds every piece of personal data in a text.
 *
 * Looks again until nothing more is found, with what was found fenced off: so a text whose findings have been replaced
 * holds no further one.
 *
 * @param fenced spans not to be read (placeholders), in order and apart.
 * @param publicContacts phone numbers and e-mail addresses that are nobody's own, e.g. the insurer's.
 * @returns spans `[start, end)` of `text` in UTF-16 code units, in order and apart.
 */
export function findPersonalData(text: string, fenced: readonly Span[], publicContacts: readonly string[]): Found[] {
  const all: Found[] = []
  for (;;) {
    const fences = [...fenced, ...all].sort((a, b) => a.start - b.start)
    const folded = foldText(text, fences)
    const candidates = FINDERS.flatMap((find) => find(folded)).filter((found) => !isPublic(found, publicContacts))
    const fresh = pickApart(candidates).map((found): Found => ({ ...found, ...folded.toOriginal(found) }))
    if (fresh.length === 0) return all.sort((a, b) => a.start - b.start)
    all.push(...fresh)
  }
}
