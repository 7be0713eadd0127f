/** Source: NIST SP 800-63B, 5.1.1.2: length instead of composition rules. */
const MIN_PASSWORD_LENGTH = 12
const MAX_PASSWORD_LENGTH = 200

/**
 * What speaks against a new password; null when nothing does. Lengths are counted in UTF-16 units.
 *
 * @param password as typed: blanks count and are kept.
 */
export function findPasswordFault(password: string): 'too-short' | 'too-long' | null {
  if (password.length < MIN_PASSWORD_LENGTH) return 'too-short'
  return password.length > MAX_PASSWORD_LENGTH ? 'too-long' : null
}
